import { isAppError } from "../../errors.js";
import { caseLetter } from "../../law/letters/letters.js";
import { yearOf } from "../../law/plain-date.js";
import type { CaseEvent } from "../../register/case-event.js";
import type { LetterOrder } from "../../register/letters/letter-order.js";
import { missingLetterSettings, seriesOf } from "../../register/letters/letter-settings.js";
import { NEW_ACT } from "../../register/procedure.js";
import { nextLetterNumber } from "../../storage/stores/letter-number-store.js";
import { draftLetter, letterBlanks } from "../../writers/letter/draft-letter.js";
import type { LetterBlank } from "../../writers/letter/letter-blanks.js";
import { isDraft, type LetterDraft, type LetterInput, paragraphText } from "../../writers/letter/letter-draft.js";
import { letterHtml } from "../../writers/letter/letter-html.js";
import { letterLayout } from "../../writers/letter/letter-layout.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { actOfOrder, isNumbered, issuedBefore, letterInputOf, openNumberText } from "./draft-order.js";
import { feeOfOrder, type OrderedFee } from "./fee-of-order.js";
import { type LetterSource, loadLetterSource, type OfCase, type Reading } from "./letter-source.js";
import { type Days, weighAct } from "./take-act.js";

/** A letter as it would go out now, or why it would not. Nothing is written and no number taken. */
export interface LetterPreview {
  readonly letterId: string;
  readonly name: string;
  /** Where the clerk writes, in the order it is printed. */
  readonly blanks: readonly LetterBlank[];
  readonly refusal: { readonly refusalId: string; readonly message: string } | null;
  /** Null where it is refused. Its number has no figure yet: that is given when it is issued. */
  readonly draft: LetterDraft | null;
  readonly html: string | null;
  /** The same in plain lines, in printed order. */
  readonly lines: readonly string[];
  /** For the office: what is remarkable about the act and about the days. */
  readonly cautions: readonly string[];
}

/** Shows a letter of a case before it is issued, with the act it is if an act is to be taken with it. */
export async function previewLetter(
  office: Office,
  _actor: Actor,
  { order, ...ofCase }: OfCase & { readonly order: LetterOrder },
): Promise<LetterPreview & { readonly fee: OrderedFee | null }> {
  const days = { today: todayIn(office), calendar: office.calendar };
  const source = await loadLetterSource(office.database, ofCase);
  const fee = await feeOfOrder(office.database, source, order);
  return { ...(await previewIn(office.database, { source, order, days })), fee };
}

export interface Previewing {
  readonly source: LetterSource;
  readonly order: LetterOrder;
  readonly days: Days;
}

/** The same for a case that is loaded. */
export async function previewIn(reading: Reading, previewing: Previewing): Promise<LetterPreview> {
  try {
    return await shownIn(reading, previewing);
  } catch (error) {
    // What was chosen with the order does not hold: an earlier case of somebody else.
    if (!isAppError(error) || error.code !== "LETTER_REFUSED") throw error;
    return refusedPreview(previewing.order, { refusalId: "orderRefused", message: String(error.data.reason) });
  }
}

function refusedPreview(order: LetterOrder, { refusalId, message }: NonNullable<LetterPreview["refusal"]>): LetterPreview {
  const refusal = { refusalId, message };
  return { letterId: order.letterId, name: nameOf(order), blanks: [], refusal, draft: null, html: null, lines: [], cautions: [] };
}

function nameOf({ letterId }: LetterOrder): string {
  return caseLetter(letterId)?.name ?? letterId;
}

async function shownIn(reading: Reading, { source, order, days }: Previewing): Promise<LetterPreview> {
  const refused = (refusal: NonNullable<LetterPreview["refusal"]>) => refusedPreview(order, refusal);
  const missing = missingLetterSettings(source.settings);
  if (missing.length > 0) return refused({ refusalId: "settingsMissing", message: `本机关没有登记${missing.join("、")}。` });
  const acted = actedOn({ source, order, days });
  if ("message" in acted) return refused(acted);
  const actEventId = acted.eventId === null ? {} : { actEventId: acted.eventId };
  const input = await letterInputOf(reading, acted.source, order, { ...days, ...actEventId });
  const act = actOfOrder(input);
  const numbered: LetterInput =
    act === null ? input : { ...input, ...(await likelyNumber(reading, acted.source, input, act.body.on)) };
  const about = { blanks: letterBlanks(input), cautions: acted.flags };
  const before = act === null ? null : issuedBefore(source.issued, order.letterId, act);
  if (before !== null) {
    return { ...refused({ refusalId: "issuedBefore", message: `这份文书${before.number ?? ""}已经发出。` }), ...about };
  }
  const result = draftLetter(numbered);
  if (!isDraft(result)) return { ...refused(result), ...about };
  const draft = { ...result, number: numbered.number === undefined ? null : openNumberText(numbered.number) };
  return {
    ...{ letterId: order.letterId, name: nameOf(order), blanks: about.blanks, refusal: null },
    draft,
    html: letterHtml(draft),
    lines: linesOf(draft),
    cautions: [...acted.flags, ...draft.cautions],
  };
}

interface Acted {
  readonly source: LetterSource;
  readonly eventId: string | null;
  readonly flags: readonly string[];
}

/** The case as it would be with the act, or why the act cannot be taken. */
function actedOn({ source, order, days }: Previewing): Acted | { readonly refusalId: string; readonly message: string } {
  const { caseFile } = source;
  if (order.step === undefined) return { source, eventId: null, flags: [] };
  const attempt = weighAct(source, order.step, days);
  if (!attempt.done) return { refusalId: attempt.refusal.refusalId, message: attempt.refusal.message };
  const event: CaseEvent = {
    id: NEW_ACT,
    sequence: caseFile.version + 1,
    recordedAt: "9999-12-31T23:59:59.999Z", // after all that is on record
    recordedBy: "",
    body: attempt.body,
  };
  const events = [...caseFile.events, event];
  const acted = { ...source, caseFile: { ...caseFile, events } };
  return { source: acted, eventId: NEW_ACT, flags: attempt.flags.map(({ message }) => message) };
}

/** The number it would have now. */
async function likelyNumber(
  { db }: Reading,
  { settings, agency }: LetterSource,
  { letterId }: LetterInput,
  on: Parameters<typeof yearOf>[0],
): Promise<Pick<LetterInput, "number">> {
  if (!isNumbered(letterId)) return {};
  const code = seriesOf(settings, letterId);
  const year = yearOf(on);
  return { number: { code, year, sequence: await nextLetterNumber(db, { agencyId: agency.id, kind: code, year }) } };
}

function linesOf(draft: LetterDraft): string[] {
  const { titleLines, number, addressee, form, attachments, signOff } = letterLayout(draft);
  return [
    ...titleLines,
    ...[number, addressee].filter((line) => line !== null),
    ...draft.paragraphs.map(paragraphText),
    ...form.map(({ label, text }) => `${label}：${text}`),
    ...attachments,
    ...signOff.map(({ text }) => text),
  ];
}
