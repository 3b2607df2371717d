import type { WorkCalendar } from "../../law/calendar/work-calendar.js";
import type { ClockSettings } from "../../law/clock/clock-settings.js";
import type { FieldId } from "../../law/letters/letter-fields.js";
import type { EvidenceId } from "../../law/outcomes/evidence.js";
import type { OutcomeId } from "../../law/outcomes/outcomes.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { ActingAgency } from "../../law/remedies/reconsideration-body.js";
import type { RemedyClause } from "../../law/remedies/remedy-clause.js";
import type { RemedySettings } from "../../law/remedies/remedy-settings.js";
import type { ServiceMethod } from "../../law/remedies/service-method.js";
import type { Agency } from "../../register/agency.js";
import type { CaseFile } from "../../register/case-file.js";

/** 发文字号: 青商公开〔2025〕12号. The numbers are handed out by the storage, without gaps. */
export interface LetterNumber {
  /** 机关代字 */
  readonly code: string;
  readonly year: number;
  readonly sequence: number;
}

/** The agency that signs, with what its letters must be able to say. */
export interface IssuingAgency {
  readonly agency: Agency;
  /** What decides who hears a reconsideration besides the kind, with the names of the bodies. */
  readonly reconsideration: Omit<ActingAgency, "kind">;
  /** Where a reconsideration may be applied for online (行政复议法 第二十二条第二款). */
  readonly onlineChannel?: string;
  /** 承办机构 */
  readonly office: string;
  /** Address, telephone. */
  readonly contact: string;
  /** Where a requester can ask how far the request is. */
  readonly inquiry: string;
  /** 缴费方式 */
  readonly payment?: string;
  /** The court of first instance for suits against the agency (行政诉讼法 第十四条至第十八条); left out: 有管辖权的人民法院. */
  readonly court?: string;
  /** Letters that are not sealed have their sign-off set otherwise (GB/T 9704—2012, 7.3.5.2). */
  readonly isUnsealed?: boolean;
}

/** A part of the information that is not given; its article follows from the row, so nobody types one. */
export interface WithheldPart {
  readonly part: string;
  readonly outcome: OutcomeId;
  readonly reasons: string;
}

/** All a clerk may write. Numbers, dates, articles and the remedy clause have no field here, so they cannot be edited. */
export interface LetterEdits {
  readonly texts?: Readonly<Partial<Record<FieldId, string>>>;
  readonly withheld?: readonly WithheldPart[];
  /** Names of what is enclosed. */
  readonly attachments?: readonly string[];
}

/** The answer an earlier request of the same person had, from the register. */
export interface EarlierAnswer {
  readonly requestNumber: string;
  readonly letterNumber: string;
  readonly on: PlainDate;
}

export interface LetterInput {
  readonly letterId: string;
  readonly caseFile: CaseFile;
  readonly agency: IssuingAgency;
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
  readonly servedBy: ServiceMethod;
  readonly edits: LetterEdits;
  readonly settings?: { readonly clock?: ClockSettings; readonly remedy?: RemedySettings };
  /** Left out for letters that bear none: receipts, reply forms. */
  readonly number?: LetterNumber;
  /** The letters of the case that went out before, by id in law/letters. */
  readonly issued?: ReadonlyMap<string, LetterNumber>;
  /** Which third party, joint maker or assisting unit; left out: the one asked last. */
  readonly party?: string;
  /** Which act on record, where there are several of its kind; left out: the last. */
  readonly actEventId?: string;
  readonly earlierAnswer?: EarlierAnswer;
  /** Pieces of the same requester in the month before this one, for a fee by piece. */
  readonly piecesBefore?: number;
  /** For 送达回证: the letter that is served. */
  readonly delivers?: LetterDraft;
}

/** Words of a letter: fixed ones follow from the register and the law, edited ones are the clerk's. */
export type LetterPart =
  | { readonly kind: "fixed"; readonly text: string }
  | { readonly kind: "edited"; readonly field: FieldId | "withheld" | "attachments"; readonly text: string };

/** A paragraph, with what of the letter's required contents (law/letters) it holds. */
export interface LetterParagraph {
  readonly parts: readonly LetterPart[];
  readonly contents: readonly string[];
}

/** A row of a form to be filled in by hand. */
export interface FormRow {
  readonly label: string;
  readonly text: string;
  readonly contents: readonly string[];
}

/** What the file holds to prove the decision; what is only kept is not printed. */
export interface HeldEvidence {
  readonly id: EvidenceId;
  readonly name: string;
  readonly isPrinted: boolean;
}

/** A letter before any file format. */
export interface LetterDraft {
  readonly letterId: string;
  readonly agencyName: string;
  readonly title: string;
  /** As printed: 青商公开〔2025〕12号. */
  readonly number: string | null;
  readonly addressee: string;
  readonly paragraphs: readonly LetterParagraph[];
  readonly form: readonly FormRow[];
  readonly evidence: readonly HeldEvidence[];
  /** The last paragraph of an answer repeats its text. */
  readonly remedy: RemedyClause;
  readonly attachments: readonly string[];
  /** `none` under forms that others sign. */
  readonly signOff: { readonly agency: string; readonly on: PlainDate; readonly kind: "sealed" | "unsealed" | "none" };
  /** The event of the case it tells of, whose day is its date. */
  readonly actEventId: string;
  /** For the office, never printed. */
  readonly cautions: readonly string[];
}

/** Why a letter may not be issued. */
export interface LetterRefusal {
  readonly refusalId: string;
  readonly message: string;
}

/** The words of a paragraph. */
export function paragraphText({ parts }: Pick<LetterParagraph, "parts">): string {
  return parts.map(({ text }) => text).join("");
}

/** 青商公开〔2025〕12号: 六角括号, no leading zeros (GB/T 9704—2012, 7.2.5). */
export function numberText({ code, year, sequence }: LetterNumber): string {
  return `${code}〔${year}〕${sequence}号`;
}

/** Whether a letter was drafted. */
export function isDraft(result: LetterDraft | LetterRefusal): result is LetterDraft {
  return "letterId" in result;
}
