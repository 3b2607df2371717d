import type { AppError } from "../../errors.js";
import type { InformationItem } from "../../register/publishing/item-event.js";
import { ITEM_TRANSITIONS } from "../../register/publishing-steps/index.js";
import { staleBy } from "../stale-record.js";

/** What somebody is told whose item was changed by another in the meantime. */
export function staleItem({ events }: InformationItem, version: number): AppError<"RECORD_STALE"> {
  const since = events.filter(({ sequence }) => sequence > version);
  const last = since.at(-1) ?? events.at(-1);
  const labels = since.map(({ body }) => ITEM_TRANSITIONS.find(({ records }) => records === body.type)?.label ?? body.type);
  const by = last === undefined ? null : { name: last.body.by.name, at: last.recordedAt };
  const details = { version: events.length, since: since.map(({ body, recordedAt }) => ({ type: body.type, recordedAt })) };
  return staleBy(by, { what: labels.join("、"), details });
}
