import type { PlainDate } from "../law/plain-date.js";
import type { SectionId } from "../report/format.js";
import { type DraftParagraph, type DraftSection, type ReportDraft, text } from "./report-draft.js";

/** How far a promise of last year was kept. */
export const PROMISE_STATES = ["done", "partly", "not-yet"] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** What a person wrote at one place of a section. */
export interface WrittenPlace {
  readonly id: string;
  /** Paragraphs; none where the place is left out on purpose. */
  readonly written: readonly string[];
  /** What the register wrote there at that time; null for a place that only a person can write. */
  readonly counted: string | null;
  /** The promise it answers, in the words of last year's report. */
  readonly about: string | null;
  readonly state: PromiseState | null;
}

/** What people wrote in one section. */
export interface WrittenSection {
  readonly places: readonly WrittenPlace[];
  /** Below the table, after what the register writes there. */
  readonly notes: readonly string[];
}

/** What people set around the sections. */
export interface WrittenFrame {
  /** Null: as the register writes it. */
  readonly preface: readonly string[] | null;
  readonly signedOn: PlainDate | null;
  readonly remarks: readonly string[];
}

export const NOTHING_WRITTEN: WrittenSection = { places: [], notes: [] };
export const EMPTY_FRAME: WrittenFrame = { preface: null, signedOn: null, remarks: [] };

/** A place of a section: what the register writes there, what a person wrote, what is printed. */
export interface NarrativePlace {
  readonly id: string;
  readonly kind: "counted" | "to-write" | "heading" | "added";
  readonly counted: string | null;
  readonly hint: string | null;
  readonly about: string | null;
  readonly isRequired: boolean;
  readonly written: readonly string[] | null;
  /** What the register wrote when the person wrote over it, where it writes something else now. */
  readonly countedThen: string | null;
  readonly state: PromiseState | null;
  readonly printed: readonly DraftParagraph[];
}

export interface NarrativeSection {
  readonly section: SectionId;
  readonly heading: string;
  readonly places: readonly NarrativePlace[];
  readonly countedNotes: readonly string[];
  readonly notes: readonly string[];
  /** Written at places that are no longer there. Kept, not printed. */
  readonly left: readonly WrittenPlace[];
}

/** Every section of a draft with what people wrote in it. What the register writes goes on being counted wherever nobody wrote over it. */
export function narrativeOf(draft: ReportDraft, written: ReadonlyMap<SectionId, WrittenSection>): NarrativeSection[] {
  return draft.sections.map((section) => narrativeSection(section, written.get(section.id) ?? NOTHING_WRITTEN));
}

/** The place below the counted paragraphs of a section where anything may be added. */
const addedPlace = (section: SectionId): string => `${section}.added`;

function narrativeSection({ id, heading, paragraphs, notes }: DraftSection, written: WrittenSection): NarrativeSection {
  const used = new Set<WrittenPlace>();
  const find = (test: (place: WrittenPlace) => boolean): WrittenPlace | null => {
    const found = written.places.find((place) => !used.has(place) && test(place)) ?? null;
    if (found !== null) used.add(found);
    return found;
  };
  let headings = 0;
  const places = paragraphs.map((paragraph): NarrativePlace => {
    if (paragraph.kind === "to-write") {
      const { id: placeId, about = null } = paragraph;
      // Promises are found by their words: their number changes when last year's report is read anew.
      return writtenPlace(
        paragraph,
        find((place) => (about === null ? place.id === placeId : place.about === about)),
      );
    }
    if (paragraph.id === undefined) {
      headings += 1;
      return headingPlace(`${id}.heading-${headings}`, paragraph);
    }
    return countedPlace(
      paragraph.id,
      paragraph.text,
      find((place) => place.id === paragraph.id),
    );
  });
  const added = find((place) => place.id === addedPlace(id));
  return {
    section: id,
    heading,
    places: [...places, addedTo(addedPlace(id), added)],
    countedNotes: notes,
    notes: written.notes,
    left: written.places.filter((place) => !used.has(place) && place.written.length > 0),
  };
}

const NOTHING = { counted: null, hint: null, about: null, isRequired: false, written: null, countedThen: null, state: null };

function headingPlace(id: string, paragraph: DraftParagraph & { readonly kind: "text" }): NarrativePlace {
  return { ...NOTHING, id, kind: "heading", counted: paragraph.text, printed: [paragraph] };
}

function countedPlace(id: string, counted: string, place: WrittenPlace | null): NarrativePlace {
  if (place === null) return { ...NOTHING, id, kind: "counted", counted, printed: [text(counted, id)] };
  const countedThen = place.counted === null || place.counted === counted ? null : place.counted;
  const printed = place.written.map((words) => text(words, id));
  return { ...NOTHING, id, kind: "counted", counted, written: place.written, countedThen, printed };
}

function writtenPlace(paragraph: DraftParagraph & { readonly kind: "to-write" }, place: WrittenPlace | null): NarrativePlace {
  const { id, hint, about = null, isRequired } = paragraph;
  const own = { ...NOTHING, id, kind: "to-write", hint, about, isRequired, state: place?.state ?? null } as const;
  if (place === null) return { ...own, printed: [paragraph] };
  const { written } = place;
  // Leaving out what must be there writes nothing.
  const printed = written.length === 0 && isRequired ? [paragraph] : written.map((words) => text(words, id));
  return { ...own, written, printed };
}

function addedTo(id: string, place: WrittenPlace | null): NarrativePlace {
  const written = place?.written ?? null;
  return { ...NOTHING, id, kind: "added", written, printed: (written ?? []).map((words) => text(words, id)) };
}

/** The draft as the places print it, with what people set around the sections. */
export function writtenDraft(draft: ReportDraft, sections: readonly NarrativeSection[], frame: WrittenFrame): ReportDraft {
  const byId = new Map(sections.map((section) => [section.section, section]));
  const { preface, signedOn, remarks } = frame;
  return {
    ...draft,
    preface: preface ?? draft.preface,
    sections: draft.sections.map((section) => {
      const narrative = byId.get(section.id);
      if (narrative === undefined) return section;
      const paragraphs = narrative.places.flatMap(({ printed }) => printed);
      return { ...section, paragraphs, notes: [...narrative.countedNotes, ...narrative.notes] };
    }),
    signOff: { agency: draft.signOff?.agency ?? draft.agency, on: signedOn ?? draft.signOff?.on ?? null },
    remarks: [...draft.remarks, ...remarks],
  };
}

/** The id of the place each printed paragraph of a section comes from, in order; null below the table. */
export function printedPlaces({ places, countedNotes, notes }: NarrativeSection): (string | null)[] {
  const above = places.flatMap(({ id, printed }) => printed.flatMap(({ kind }) => (kind === "text" ? [id] : [])));
  return [...above, ...[...countedNotes, ...notes].map(() => null)];
}

const BREAK = /\r\n|[\n\r\u2028\u2029]/u;
const CONTROL = /[\p{Cc}\u200b\ufeff]/gu;

/** Paragraphs as people type them: one a line, without blanks around them, without signs nobody sees. */
export function paragraphsOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((one) => one.split(BREAK))
    .map((line) => line.replace(CONTROL, "").trim())
    .filter((line) => line !== "");
}
