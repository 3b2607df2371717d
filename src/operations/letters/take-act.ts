import { AppError } from "../../errors.js";
import type { WorkCalendar } from "../../law/calendar/work-calendar.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { CaseEventBody } from "../../register/case-event.js";
import { attemptTransition } from "../../register/case-procedure.js";
import type { CaseTransition } from "../../register/define-transition.js";
import type { LetterOrder } from "../../register/letters/letter-order.js";
import type { Attempt } from "../../register/procedure.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import { demandRole } from "../cases/procedure-right.js";
import { refusedStep } from "../cases/refused-step.js";
import type { Actor } from "../office.js";
import type { LetterSource } from "./letter-source.js";

/** The days a step is weighed by. */
export interface Days {
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
}

type Step = NonNullable<LetterOrder["step"]>;

/** Weighs the act a letter is: the event to record with it, or why it may not be taken. */
export function weighAct({ caseFile, settings }: LetterSource, { transition, input }: Step, days: Days): Attempt<CaseEventBody> {
  const law = { calendar: days.calendar, settings: settings.clock };
  return attemptTransition(caseFile, { transition: transitionOf(transition), input }, { today: days.today, law });
}

/** The same, with the refusal as an error. */
export function actToTake(
  source: LetterSource,
  step: Step,
  days: Days,
): Extract<Attempt<CaseEventBody>, { readonly done: true }> {
  const attempt = weighAct(source, step, days);
  if (attempt.done) return attempt;
  throw refusedStep(step.transition, attempt);
}

/** Throws FORBIDDEN when a step is for somebody else to take: an extension or a decision is the head's (第三十三条第二款). */
export function demandStep(actor: Actor, agencyId: string, { transition }: Step): void {
  demandRole(actor, agencyId, transitionOf(transition));
}

function transitionOf(id: string): CaseTransition {
  const transition = TRANSITIONS.find((one) => one.id === id);
  if (transition === undefined) throw new AppError("RECORD_UNKNOWN", { id, kind: "办理步骤" });
  return transition;
}
