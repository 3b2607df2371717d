import { AppError } from "../../errors.js";

interface Recorded {
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/** Tells who was faster; `current` goes along, so that the page can show both. */
export function staleRecord({ recordedAt, recordedBy }: Recorded, what: string, current: unknown): AppError {
  return new AppError("RECORD_STALE", { by: recordedBy, at: timeInChina(recordedAt), what }, { details: { current } });
}

const CHINA_AHEAD = 8 * 60 * 60 * 1000;

/** The civil time in China at an instant: 2026-01-20 09:00. */
export function timeInChina(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_AHEAD).toISOString().slice(0, 16).replace("T", " ");
}
