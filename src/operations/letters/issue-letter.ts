import { isDeepStrictEqual } from "node:util";
import { AppError, isAppError } from "../../errors.js";
import { explainChange } from "../../law/clock/explain-change.js";
import { caseLetter } from "../../law/letters/letters.js";
import { yearOf } from "../../law/plain-date.js";
import { caseClock } from "../../register/case-clock.js";
import type { CaseEventBody } from "../../register/case-event.js";
import type { CaseFile } from "../../register/case-file.js";
import type { LetterOrder } from "../../register/letters/letter-order.js";
import { seriesOf } from "../../register/letters/letter-settings.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import { addAttachment } from "../../storage/stores/attachment-store.js";
import { addToCase, loadCase } from "../../storage/stores/case-store.js";
import { addIssuedLetter, loadIssuedLetter } from "../../storage/stores/issued-letter-store.js";
import { takeLetterNumber } from "../../storage/stores/letter-number-store.js";
import { type Writing, write } from "../../storage/write.js";
import { draftLetter } from "../../writers/letter/draft-letter.js";
import { letterDocx } from "../../writers/letter/letter-docx.js";
import { isDraft, type LetterDraft, type LetterInput, type LetterNumber, numberText } from "../../writers/letter/letter-draft.js";
import { letterPdf } from "../../writers/letter/letter-pdf.js";
import { staleFile } from "../cases/stale-file.js";
import { type Actor, type Office, todayIn } from "../office.js";
import type { Newer } from "../stale-record.js";
import { newerThan, staleDraft } from "./change-draft.js";
import { actOfOrder, isNumbered, issuedBefore, letterInputOf } from "./draft-order.js";
import { type LetterBody, type LetterSource, loadLetterSource, type OfCase, type StoredLetter } from "./letter-source.js";
import { draftOfLetter, signDraft } from "./sign-draft.js";
import { actToTake, type Days, demandStep } from "./take-act.js";

export interface LetterToIssue extends OfCase {
  /** Made by whoever asks: asked twice, the letter goes out once. */
  readonly id: string;
  /** The version of the case file that was read. */
  readonly version: number;
  readonly order: LetterOrder;
  /** The version of the draft it was made from, where there was one: nobody signs what was taken back or written on meanwhile. */
  readonly draft?: number | undefined;
}

/** What became of an order. */
export interface Issued {
  readonly letter: StoredLetter;
  readonly caseFile: CaseFile;
  /** What is remarkable about the act that was taken with it. */
  readonly flags: readonly string[];
  /** What moved in the clock. */
  readonly change: readonly string[];
}

/**
 * Issues a letter in one transaction: the act it is, its number, its files and what it said are on record together or not at all. So the
 * numbers have no gaps, no letter goes out that the register does not bear out, and of two clerks one wins.
 */
export async function issueLetter(office: Office, actor: Actor, letter: LetterToIssue): Promise<Issued> {
  const { step } = letter.order;
  if (step !== undefined) demandStep(actor, letter.agencyId, step);
  const days: Days = { today: todayIn(office), calendar: office.calendar };
  const outcome = await write<Issued | Stale | StaleDraft>(
    office.database,
    { chain: letter.agencyId, recordedBy: actor.id },
    async (writing) => (await issuedAlready(writing, letter)) ?? issueIn(writing, letter, days),
  );
  if ("letter" in outcome) return outcome;
  if ("newerDraft" in outcome) throw await staleDraft(office, outcome.newerDraft, letter.order);
  throw await staleFile(office, { file: outcome.caseFile, seen: letter.version, steps: TRANSITIONS });
}

/** Somebody else was faster; nothing was written. */
interface Stale {
  readonly caseFile: CaseFile;
}

/** The same of the draft that was to be signed. */
interface StaleDraft {
  readonly newerDraft: Newer | null;
}

/** The same letter, asked for again because the answer was not heard. */
async function issuedAlready({ trx, keys }: Writing, { id, caseId, order }: LetterToIssue): Promise<Issued | null> {
  const reading = { db: trx, keys };
  const known = await loadIssuedLetter<LetterBody>(reading, id);
  if (known === null) return null;
  // What was stored has been text in between.
  const isSame = known.caseId === caseId && isDeepStrictEqual(known.body.order, JSON.parse(JSON.stringify(order)));
  const caseFile = isSame ? await loadCase(reading, caseId) : null;
  if (caseFile === null) throw new AppError("RECORD_ID_REUSED", { id });
  return { letter: known, caseFile, flags: [], change: [] };
}

async function issueIn(writing: Writing, letter: LetterToIssue, days: Days): Promise<Issued | Stale | StaleDraft> {
  const { id, order } = letter;
  const reading = { db: writing.trx, keys: writing.keys };
  const source = await loadLetterSource(reading, letter);
  const { caseFile, issued } = source;
  if (caseFile.version !== letter.version) return { caseFile };
  const ofDraft = { caseId: letter.caseId, letterId: order.letterId };
  const prepared = await draftOfLetter(writing, ofDraft);
  if (letter.draft !== undefined && prepared?.version !== letter.draft)
    return { newerDraft: await newerThan(reading, ofDraft, prepared) };
  const taken = await takeAct(writing, { letter, source, days });
  const acted = { ...source, caseFile: taken.caseFile };
  const input = await letterInputOf(reading, acted, order, {
    ...days,
    ...(taken.eventId === null ? {} : { actEventId: taken.eventId }),
  });
  const act = actOfOrder(input);
  const before = act === null ? null : issuedBefore(issued, order.letterId, act);
  if (before !== null) {
    throw refused(`同一事项的《${before.body.draft.title}》${before.number ?? ""}已经发出，不能重复出具。`);
  }
  const number = taken.number ?? (act === null ? null : await numberFor(writing, letter, { source, on: act.body.on }));
  const draft = draftOrThrow({ ...input, ...(number === null ? {} : { number }) });
  const files = await storeFiles(writing, letter, draft);
  const stored = await addIssuedLetter<LetterBody>(writing, {
    id,
    caseId: letter.caseId,
    letterId: order.letterId,
    actEventId: draft.actEventId,
    number: draft.number,
    datedOn: draft.signOff.on,
    body: { order, draft, number, cautions: [...draft.cautions, ...files.cautions] },
    docxId: files.docxId,
    pdfId: files.pdfId,
  });
  await signDraft(writing, prepared, { letter: id, on: days.today });
  const law = { calendar: days.calendar, settings: source.settings.clock };
  const change = explainChange(caseClock(caseFile, law), caseClock(taken.caseFile, law));
  return { letter: stored, caseFile: taken.caseFile, flags: taken.flags, change };
}

interface Taken {
  readonly caseFile: CaseFile;
  readonly eventId: string | null;
  readonly number: LetterNumber | null;
  readonly flags: readonly string[];
}

interface Acting {
  readonly letter: LetterToIssue;
  readonly source: LetterSource;
  readonly days: Days;
}

/** Records the act the letter is. A decision is recorded with the number of its letter, which therefore is taken first. */
async function takeAct(writing: Writing, { letter, source, days }: Acting): Promise<Taken> {
  const { id, caseId, version, order } = letter;
  if (order.step === undefined) return { caseFile: source.caseFile, eventId: null, number: null, flags: [] };
  const { body, reason, flags } = actToTake(source, order.step, days);
  const number = await numberFor(writing, letter, { source, on: body.on });
  const event = { id: `${id}-act`, body: withNumber(body, number), ...(reason === undefined ? {} : { reason }) };
  const appended = await addToCase(writing, { caseId, version, events: [event] });
  if (appended.result === "stale") throw new Error("The version was compared under the same lock.");
  return { caseFile: appended.file, eventId: event.id, number, flags: flags.map(({ message }) => message) };
}

function withNumber(body: CaseEventBody, number: LetterNumber | null): CaseEventBody {
  return (body.type === "decided" || body.type === "decided-anew") && number !== null
    ? { ...body, letterNumber: numberText(number) }
    : body;
}

/** The next number of the series the letter is numbered in, by the year of its date. */
async function numberFor(
  writing: Writing,
  { id, order: { letterId } }: LetterToIssue,
  { source, on }: { readonly source: LetterSource; readonly on: CaseEventBody["on"] },
): Promise<LetterNumber | null> {
  const code = seriesOf(source.settings, letterId);
  if (!isNumbered(letterId) || caseLetter(letterId) === null || code === "") return null; // refused with a sentence later
  const { year, number } = await takeLetterNumber(writing, { kind: code, year: yearOf(on), letterId: id });
  return { code, year, sequence: number };
}

function draftOrThrow(input: LetterInput): LetterDraft {
  const result = draftLetter(input);
  if (isDraft(result)) {
    // The act that was taken is the letter's, or somebody meant another letter.
    if (input.actEventId === undefined || input.actEventId === result.actEventId) return result;
  }
  throw refused(isDraft(result) ? "所办的步骤不是这份文书的事项。" : result.message, isDraft(result) ? null : result);
}

const refused = (reason: string, details: unknown = null) => new AppError("LETTER_REFUSED", { reason }, { details });

/** Writes the files and keeps them with the case. */
async function storeFiles(writing: Writing, { id, agencyId, caseId }: LetterToIssue, draft: LetterDraft) {
  const name = fileNameOf(draft);
  const keep = (extension: string, bytes: Uint8Array) =>
    addAttachment(writing, { id: `${id}-${extension}`, agencyId, caseId, name: `${name}.${extension}`, bytes });
  const docx = await keep("docx", letterDocx(draft));
  const pdf = await pdfOf(draft);
  const kept = pdf.bytes === null ? null : await keep("pdf", pdf.bytes);
  return { docxId: docx.id, pdfId: kept?.id ?? null, cautions: pdf.cautions };
}

const WITHOUT_PDF: ReadonlySet<string> = new Set(["PDF_ENGINE_MISSING", "PDF_CHARACTERS_MISSING"]);

/** The pdf, where it can be set: nobody goes without an answer because of a rare character in a name or an engine that is not installed. */
async function pdfOf(draft: LetterDraft): Promise<{ readonly bytes: Uint8Array | null; readonly cautions: readonly string[] }> {
  try {
    return { bytes: await letterPdf(draft), cautions: [] };
  } catch (error) {
    if (!isAppError(error) || !WITHOUT_PDF.has(error.code)) throw error;
    return { bytes: null, cautions: [`只生成了 docx：${error.message}`] };
  }
}

/** 政府信息公开告知书 青商公开〔2025〕12号; names nobody. */
function fileNameOf({ title, number }: LetterDraft): string {
  return [title, number].filter((part) => part !== null).join(" ");
}
