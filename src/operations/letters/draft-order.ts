import { AppError } from "../../errors.js";
import { caseLetter } from "../../law/letters/letters.js";
import { type StandingEvent, standingEvents } from "../../register/case-file.js";
import { caseState } from "../../register/case-state.js";
import type { LetterOrder } from "../../register/letters/letter-order.js";
import { casesOfRequester, loadCase } from "../../storage/stores/case-store.js";
import { lettersOfCase } from "../../storage/stores/issued-letter-store.js";
import { letterText } from "../../writers/letter/draft-letter.js";
import { actFor } from "../../writers/letter/find-act.js";
import { type EarlierAnswer, type LetterInput, type LetterNumber, numberText } from "../../writers/letter/letter-draft.js";
import { issuingAgency } from "./letter-settings.js";
import type { LetterBody, LetterSource, Reading, StoredLetter } from "./letter-source.js";
import type { Days } from "./take-act.js";

/** What a letter is drafted from: the order, filled up from the register. It has no number yet. */
export async function letterInputOf(
  reading: Reading,
  source: LetterSource,
  order: LetterOrder,
  { today, calendar, actEventId }: Days & { readonly actEventId?: string },
): Promise<LetterInput> {
  const { caseFile, agency, settings, issued } = source;
  const { letterId, servedBy, party, edits } = order;
  const served = order.delivers === undefined ? null : servedLetter(issued, order.delivers);
  const act = actEventId ?? (served === null ? undefined : serviceOf(caseFile, served)?.id);
  const earlierAnswer = order.earlierCase === undefined ? null : await earlierAnswerOf(reading, source, order.earlierCase);
  return {
    letterId,
    caseFile,
    agency: issuingAgency(agency, settings),
    today,
    calendar,
    servedBy,
    edits,
    settings: { clock: settings.clock, remedy: settings.remedy },
    issued: numbersOf(issued),
    piecesBefore: letterId === "L-FEE" ? await piecesBefore(reading, source) : 0,
    ...(party === undefined ? {} : { party }),
    ...(act === undefined ? {} : { actEventId: act }),
    ...(served === null ? {} : { delivers: served.body.draft }),
    ...(earlierAnswer === null ? {} : { earlierAnswer }),
  };
}

/** The act on record an order tells of; null when there is none. */
export function actOfOrder(input: LetterInput): StandingEvent | null {
  const text = letterText(input.letterId);
  return text === null ? null : actFor(text, input);
}

/** Whether a letter bears a number: receipts, and forms that others fill in, bear none. */
export function isNumbered(letterId: string): boolean {
  return letterId !== "L-RECEIPT" && letterId !== "L-3P-REPLY" && letterId !== "L-DELIVER";
}

/** A letter has gone out about this act, and the act has not been corrected since. */
export function issuedBefore(issued: readonly StoredLetter[], letterId: string, act: StandingEvent): StoredLetter | null {
  return (
    issued.findLast(
      (one) => one.letterId === letterId && one.actEventId === act.id && Date.parse(one.recordedAt) >= Date.parse(act.recordedAt),
    ) ?? null
  );
}

function servedLetter(issued: readonly StoredLetter[], id: string): StoredLetter {
  const letter = issued.find((one) => one.id === id);
  if (letter === undefined) throw new AppError("RECORD_UNKNOWN", { id, kind: "文书" });
  return letter;
}

/** The service of a letter on record: of an answer the service of the case, of any other letter its own. */
function serviceOf({ events }: LetterSource["caseFile"], { id, letterId }: StoredLetter): StandingEvent | undefined {
  const isAnswer = closes(letterId);
  return standingEvents(events).findLast(({ body }) =>
    isAnswer ? body.type === "served" : body.type === "letter-served" && body.letter === id,
  );
}

/** Whether a letter ends the request, so that serving it is serving the answer. */
export function closes(letterId: string): boolean {
  return (caseLetter(letterId)?.outcome ?? null) !== null;
}

function numbersOf(issued: readonly StoredLetter[]): ReadonlyMap<string, LetterNumber> {
  return new Map(issued.flatMap(({ letterId, body }) => (body.number === null ? [] : [[letterId, body.number] as const])));
}

/** How many requests the same person has filed in the month before this one: the fee by piece counts them (国办函〔2020〕109号 第四条). */
export async function piecesBefore(reading: Reading, { caseFile: { request } }: LetterSource): Promise<number> {
  const { id, agencyId, requester, arrivedOn } = request;
  const cases = await casesOfRequester(reading, { agencyId, requester, from: `${arrivedOn.slice(0, 7)}-01`, to: arrivedOn });
  return Math.max(0, cases.indexOf(id));
}

/** The answer an earlier case of the same person had (第三十六条第六项). */
async function earlierAnswerOf(reading: Reading, { caseFile: { request } }: LetterSource, id: string): Promise<EarlierAnswer> {
  const refused = (reason: string) => new AppError("LETTER_REFUSED", { reason });
  const { agencyId, requester, arrivedOn } = request;
  const own = await casesOfRequester(reading, { agencyId, requester, from: "0001-01-01", to: arrivedOn });
  const earlier = own.includes(id) && id !== request.id ? await loadCase(reading, id) : null;
  if (earlier === null) throw refused("所选的前次申请不是同一申请人此前提出的申请。");
  const state = caseState(earlier);
  const decision = state.newDecision ?? state.decision;
  if (decision === null) throw refused("所选的前次申请还没有答复。");
  const letters = await lettersOfCase<LetterBody>(reading, id);
  const answer = letters.findLast(({ letterId, number }) => number !== null && closes(letterId));
  const letterNumber = answer?.number ?? recordedNumber(earlier, decision.eventId);
  if (letterNumber === null) throw refused("台账中没有前次答复的文号。");
  return { requestNumber: earlier.request.number, letterNumber, on: decision.on };
}

function recordedNumber({ events }: LetterSource["caseFile"], eventId: string): string | null {
  const body = standingEvents(events).find(({ id }) => id === eventId)?.body;
  return body?.type === "decided" || body?.type === "decided-anew" ? (body.letterNumber ?? null) : null;
}

/** A number with its place left open, for a letter that is only looked at. */
export function openNumberText({ code, year }: Pick<LetterNumber, "code" | "year">): string {
  return numberText({ code, year, sequence: 0 }).replace("〕0号", "〕　号");
}
