import { AppError } from "../../errors.js";
import type { TimelineEvent } from "./timeline.js";

/** Says who was faster, when and with what, so that nobody has to guess why a step was not saved (details: what changed). */
export function staleRecord(version: number, since: readonly TimelineEvent[]): AppError<"RECORD_STALE"> {
  const last = since.at(-1);
  const at = last === undefined ? "刚才" : momentInChina(last.recordedAt);
  const what = [...new Set(since.map(({ label }) => label))].join("、");
  return new AppError(
    "RECORD_STALE",
    { by: last?.recordedBy ?? "他人", at, what: what || "有新的记录" },
    { details: { version, since } },
  );
}

const CHINA_AHEAD = 8 * 60 * 60 * 1000;

function momentInChina(instant: string): string {
  const [day = "", time = ""] = new Date(Date.parse(instant) + CHINA_AHEAD).toISOString().split("T");
  const [, month, dayOfMonth] = day.split("-").map(Number);
  return `${month}月${dayOfMonth}日${time.slice(0, 5)}`;
}
