import type { AppError } from "../../errors.js";
import type { Recorded } from "../../register/case-event.js";
import type { Office } from "../office.js";
import { staleBy } from "../stale-record.js";
import { namesOf } from "./names-of.js";
import { type NamedStep, type RecordedEvent, timelineOf } from "./timeline.js";

interface ReadFile {
  readonly file: { readonly version: number; readonly events: readonly (RecordedEvent & Pick<Recorded, "sequence">)[] };
  /** The version somebody read it at. */
  readonly seen: number;
  readonly steps: readonly NamedStep[];
}

/** What somebody is told whose case or proceeding was taken further by another: who, when, and every act since (details). */
export async function staleFile(office: Office, { file, seen, steps }: ReadFile): Promise<AppError<"RECORD_STALE">> {
  const acts = file.events.filter(({ sequence }) => sequence > seen);
  const nameOf = await namesOf(
    office,
    acts.map(({ recordedBy }) => recordedBy),
  );
  const since = timelineOf(acts, { steps, nameOf, flagsOf: () => [] });
  const last = since.at(-1);
  const what = [...new Set(since.map(({ label }) => label))].join("、") || "有新的记录";
  const by = last === undefined ? null : { name: last.recordedBy, at: last.recordedAt };
  return staleBy(by, { what, details: { version: file.version, since } });
}
