import type { ComposedCell, ComposedReport, SignOff } from "../report/composed-report.js";
import type { SectionId } from "../report/format.js";

/** A paragraph of a draft: text, or the place where a person must write. What is to be written is data, so it can never be published. */
export type DraftParagraph =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Set where the register has counted what it says: a person may write something else there. Headings have none. */
      readonly id?: string;
    }
  | {
      readonly kind: "to-write";
      readonly id: string;
      /** What is to be written, for the person at the desk. */
      readonly hint: string;
      /** What it answers: an improvement promised in last year's report. */
      readonly about?: string;
      /** False where nothing need be written if there is nothing to tell. */
      readonly isRequired: boolean;
    };

export type ToWrite = Extract<DraftParagraph, { readonly kind: "to-write" }>;

export interface DraftSection {
  readonly id: SectionId;
  readonly heading: string;
  readonly paragraphs: readonly DraftParagraph[];
  readonly notes: readonly string[];
}

/** An annual report as the register can write it, with the places where it cannot. Plain data. */
export interface ReportDraft {
  readonly format: string;
  readonly agency: string;
  readonly reportYear: number;
  readonly title: string;
  readonly preface: readonly string[];
  readonly sections: readonly DraftSection[];
  readonly cells: readonly ComposedCell[];
  readonly signOff: SignOff | null;
  readonly remarks: readonly string[];
}

export const text = (words: string, id?: string): DraftParagraph => ({
  kind: "text",
  text: words,
  ...(id !== undefined && { id }),
});

/** The places where a person has not written yet, in printed order. */
export function toWriteIn(draft: ReportDraft): ToWrite[] {
  return draft.sections.flatMap(({ paragraphs }) => paragraphs.filter((one): one is ToWrite => one.kind === "to-write"));
}

/** The draft with one such place filled, or left out when nothing is written. */
export function writtenAt(draft: ReportDraft, id: string, texts: readonly string[]): ReportDraft {
  const sections = draft.sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.flatMap((one) =>
      one.kind === "to-write" && one.id === id ? texts.map((words) => text(words)) : [one],
    ),
  }));
  return { ...draft, sections };
}

/** The report a draft would be if it were published as it stands: the places that are not written yet are left out, not filled. */
export function composedOf(draft: ReportDraft): ComposedReport {
  const sections = draft.sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.flatMap((one) => (one.kind === "text" ? [one.text] : [])),
  }));
  return { ...draft, sections };
}
