import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { SectionId } from "../../report/format.js";
import { replaceSetting } from "../../storage/stores/setting-store.js";
import {
  type NarrativePlace,
  type NarrativeSection,
  NOTHING_WRITTEN,
  narrativeOf,
  type PromiseState,
  paragraphsOf,
  type WrittenPlace,
  type WrittenSection,
} from "../../tally/written-draft.js";
import type { Actor, Office } from "../office.js";
import { staleSetting } from "../stale-record.js";
import { type DraftedReport, draftReport } from "./draft-report.js";
import { narrativeName, type Written, writtenAs } from "./narrative-settings.js";

export interface SectionToWrite {
  readonly agencyId: string;
  readonly year: number;
  readonly section: SectionId;
  /** As read; 0 where nobody wrote yet. */
  readonly version: number;
  /** Only these places are changed. Null takes back what was written; no paragraphs leave the place out. */
  readonly places: readonly PlaceToWrite[];
  /** Left out: as they are. */
  readonly notes?: readonly string[] | undefined;
}

export interface PlaceToWrite {
  readonly id: string;
  readonly written: readonly string[] | null;
  readonly state?: PromiseState | null;
}

/** Stores what a person wrote in one section. Who writes over something newer than was read is told so, and nothing is stored. */
export async function writeSection(office: Office, actor: Actor, input: SectionToWrite): Promise<NarrativeSection & Written> {
  const { agencyId, year, section, version } = input;
  const drafted = await draftReport(office, actor, { agencyId, year });
  const value = changed(drafted, input);
  const writer = { chain: agencyId, recordedBy: actor.id };
  const replaced = await replaceSetting(office.database, writer, { name: narrativeName(year, section), value, version });
  const heading = drafted.narrative.find((one) => one.section === section)?.heading ?? section;
  if (replaced.result === "stale") throw await staleSetting(office, replaced.current, `报告“${heading}”的文字`);
  const [written] = narrativeOf(
    { ...drafted.composed, sections: drafted.composed.sections.filter(({ id }) => id === section) },
    new Map([[section, value]]),
  );
  if (written === undefined) throw new AppError("RECORD_UNKNOWN", { id: section, kind: "报告部分" });
  return { ...written, ...writtenAs(replaced.setting) };
}

/** What the section holds once the change is made; places that are not named stay. */
function changed({ narrative, stored }: DraftedReport, { section, places, notes }: SectionToWrite): WrittenSection {
  const before = stored.sections.get(section) ?? NOTHING_WRITTEN;
  const shown = narrative.find((one) => one.section === section)?.places ?? [];
  const after = new Map(before.places.map((place) => [keyOf(place), place]));
  for (const { id, written, state } of places) {
    const place = shown.find((one) => one.id === id);
    if (place === undefined || place.kind === "heading") throw new AppError("RECORD_UNKNOWN", { id, kind: "待写的地方" });
    const key = keyOf(place);
    if (written === null) after.delete(key);
    else {
      const keptState = state === undefined ? place.state : state;
      after.set(key, { id, written: paragraphsOf(written), counted: place.counted, about: place.about, state: keptState });
    }
  }
  return { places: [...after.values()], notes: notes === undefined ? before.notes : paragraphsOf(notes) };
}

const keyOf = ({ id, about }: Pick<WrittenPlace | NarrativePlace, "id" | "about">): string => about ?? id;

export interface FrameToWrite {
  readonly agencyId: string;
  readonly year: number;
  readonly version: number;
  /** Null: as the register writes it. */
  readonly preface: readonly string[] | null;
  /** Null: the day of freezing. */
  readonly signedOn: PlainDate | null;
  readonly remarks: readonly string[];
}

/** Stores preface, day of signing and the lines below. */
export async function writeFrame({ database }: Office, actor: Actor, input: FrameToWrite): Promise<void> {
  const { agencyId, year, version, preface, signedOn, remarks } = input;
  const value = { preface: preface && paragraphsOf(preface), signedOn, remarks: paragraphsOf(remarks) };
  const writer = { chain: agencyId, recordedBy: actor.id };
  const replaced = await replaceSetting(database, writer, { name: narrativeName(year, "frame"), value, version });
  if (replaced.result === "stale") throw await staleSetting({ database }, replaced.current, "报告的前言和落款");
}
