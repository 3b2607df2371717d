import type { ClockReading } from "../../law/clock/clock-reading.js";
import type { CaseLetter } from "../../law/letters/letter.js";
import type { PlainDate } from "../../law/plain-date.js";
import { clockOf } from "../../register/case-clock.js";
import type { CaseEventBody } from "../../register/case-event.js";
import { type StandingEvent, standingEvents } from "../../register/case-file.js";
import { type CaseState, caseState } from "../../register/case-state.js";
import { byDayAndProcedure } from "../../register/order-of-acts.js";
import type { LetterInput } from "./letter-draft.js";

type Body = StandingEvent["body"];
export type ActType = Body["type"];
export type ActOf<Type extends ActType> = Extract<CaseEventBody, { readonly type: Type }>;

/** What the texts of letters are filled from: the register as it stands, read once. */
export interface CaseFacts {
  readonly input: LetterInput;
  readonly letter: CaseLetter;
  readonly events: readonly StandingEvent[];
  readonly state: CaseState;
  /** The act the letter tells of; its day is the date of the letter. */
  readonly act: StandingEvent;
  readonly on: PlainDate;
  readonly agencyName: string;
  /** The clock with all that had happened when the act was done, the act included. */
  readonly clock: ClockReading;
}

/** The facts of a letter about an act on record. */
export function factsOf(
  input: LetterInput,
  { letter, act, agencyName }: Pick<CaseFacts, "letter" | "act" | "agencyName">,
): CaseFacts {
  const { caseFile, calendar, settings } = input;
  const events = standingEvents(caseFile.events);
  const until = events.filter(({ body }) => byDayAndProcedure(body, act.body) <= 0);
  const law = { calendar, ...(settings?.clock === undefined ? {} : { settings: settings.clock }) };
  const clock = clockOf(caseFile.request, until, law);
  return { input, letter, events, state: caseState(caseFile), act, on: act.body.on, agencyName, clock };
}

/** The acts of a type that stand, in the order of the days. */
export function actsOf<Type extends ActType>(events: readonly StandingEvent[], type: Type): ActOf<Type>[] {
  return events.flatMap(({ body }) => (isOf(body, type) ? [body] : []));
}

/** The last act of a type up to the act of the letter. Loud where there is none: the drafter has looked before. */
export function actOf<Type extends ActType>({ events, act }: CaseFacts, type: Type): ActOf<Type> {
  if (isOf(act.body, type)) return act.body;
  const found = actsOf(events, type)
    .filter((body) => byDayAndProcedure(body, act.body) <= 0)
    .at(-1);
  if (found === undefined) throw new Error(`The case has no event ${type}.`);
  return found;
}

function isOf<Type extends ActType>(body: Body, type: Type): body is ActOf<Type> {
  return body.type === type;
}

/** How a letter speaks to a requester. */
export function youOf({ input }: CaseFacts): "您" | "你单位" {
  return input.caseFile.request.requester.kind === "natural" ? "您" : "你单位";
}
