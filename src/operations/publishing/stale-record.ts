import { AppError } from "../../errors.js";
import type { InformationItem } from "../../register/publishing/item-event.js";
import { ITEM_TRANSITIONS } from "../../register/publishing-steps/index.js";
import type { Setting } from "../../storage/stores/setting-store.js";

/** What somebody is told whose item was changed by another in the meantime. */
export function staleItem({ events }: InformationItem, version: number): AppError {
  const since = events.filter(({ sequence }) => sequence > version);
  const last = since.at(-1) ?? events.at(-1);
  const labels = since.map(({ body }) => ITEM_TRANSITIONS.find(({ records }) => records === body.type)?.label ?? body.type);
  return new AppError(
    "RECORD_STALE",
    { by: last?.body.by.name ?? "其他人", at: timeInChina(last?.recordedAt ?? ""), what: labels.join("、") },
    { details: { version: events.length, since: since.map(({ body, recordedAt }) => ({ type: body.type, recordedAt })) } },
  );
}

/** The same for a setting, a guide, a list of rules. */
export function staleSetting({ recordedAt, version }: Setting, what: string): AppError {
  return new AppError("RECORD_STALE", { by: "其他人", at: timeInChina(recordedAt), what }, { details: { version } });
}

/** An instant as people in China write it: 2025年3月31日16:30. */
export function timeInChina(instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return "刚才";
  const [day = "", time = ""] = new Date(at + 8 * 3_600_000).toISOString().split("T");
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  return `${year}年${month}月${dayOfMonth}日${time.slice(0, 5)}`;
}
