const CHINA_AHEAD = 8 * 60 * 60 * 1000;

/** The civil time in China at an instant, as the files of a report have it: 2026-01-20 09:00. */
export function timeInChina(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_AHEAD).toISOString().slice(0, 16).replace("T", " ");
}
