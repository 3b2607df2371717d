import { AppError } from "../../errors.js";
import type { WorkCalendar } from "../../law/calendar/work-calendar.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { CaseEventBody } from "../../register/case-event.js";
import { attemptTransition } from "../../register/case-procedure.js";
import type { LetterOrder } from "../../register/letters/letter-order.js";
import { procedureRole } from "../../register/office-role.js";
import type { Attempt } from "../../register/procedure.js";
import { mayAct, ROLE_LABELS } from "../../register/role.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import type { Actor } from "../office.js";
import type { LetterSource } from "./letter-source.js";

/** The days a step is weighed by. */
export interface Days {
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
}

type Step = NonNullable<LetterOrder["step"]>;

/** Weighs the act a letter is: the event to record with it, or why it may not be taken. */
export function weighAct(
  { caseFile, settings }: LetterSource,
  { transition: id, input }: Step,
  days: Days,
): Attempt<CaseEventBody> {
  const transition = TRANSITIONS.find((one) => one.id === id);
  if (transition === undefined) throw new AppError("RECORD_UNKNOWN", { id, kind: "办理步骤" });
  const law = { calendar: days.calendar, settings: settings.clock };
  return attemptTransition(caseFile, { transition, input }, { today: days.today, law });
}

/** The same, with the refusal as an error. */
export function actToTake(
  source: LetterSource,
  step: Step,
  days: Days,
): Extract<Attempt<CaseEventBody>, { readonly done: true }> {
  const attempt = weighAct(source, step, days);
  if (attempt.done) return attempt;
  const { refusal, issues } = attempt;
  if (issues.length > 0) {
    const fields = issues.map(({ path, message }) => `${path} ${message}`).join("；");
    throw new AppError("INPUT_INVALID", { fields }, { details: issues });
  }
  throw new AppError("STEP_REFUSED", { reason: refusal.message }, { details: refusal });
}

/** Throws FORBIDDEN when a step is for somebody else to take: an extension or a decision is the head's (第三十三条第二款). */
export function demandStep(actor: Actor, agencyId: string, { transition: id }: Step): void {
  const needed = TRANSITIONS.find((one) => one.id === id)?.role;
  if (needed === undefined) return; // weighing it says that there is none
  const roles = actor.roles.filter((one) => one.agencyId === agencyId).map(({ role }) => procedureRole(role));
  if (roles.some((role) => role !== null && mayAct(role, needed))) return;
  throw new AppError("FORBIDDEN", { right: `${ROLE_LABELS[needed]}办理` });
}
