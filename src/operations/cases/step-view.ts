import type { WorkCalendar } from "../../law/calendar/work-calendar.js";
import type { Citation } from "../../law/citation.js";
import { citationText } from "../../law/citation.js";
import { TIME_LIMITS } from "../../law/clock/time-limits.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { CaseState } from "../../register/case-state.js";
import { ROLE_LABELS, type Role } from "../../register/role.js";
import { type FormField, stepForm } from "../../register/step-form.js";
import type { Refusal } from "../../register/transition.js";
import type { Actor } from "../office.js";
import type { Labelled } from "./labelled.js";
import { mayTake } from "./procedure-right.js";

/** A field with what is usual here, which a person may change. */
export type SuggestedField = Omit<FormField, "options"> & {
  readonly suggested: string | number | boolean | null;
  readonly options: { readonly value: string; readonly label: string }[] | null;
};

/** A step as a page offers it. */
export interface StepView {
  readonly id: string;
  readonly label: string;
  readonly basis: string[];
  readonly isAllowed: boolean;
  readonly role: Labelled<Role>;
  readonly why: string | null;
  readonly fields: SuggestedField[];
  readonly schema: Record<string, unknown>;
}

interface PossibleStep {
  readonly transition: {
    readonly id: string;
    readonly label: string;
    readonly basis: readonly Citation[];
    readonly role: Role;
    readonly input: Parameters<typeof stepForm>[0]["input"];
  };
  readonly why: Refusal | null;
}

interface Offer {
  readonly actor: Actor;
  readonly agencyId: string;
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
  /** Of a request; null for a proceeding. */
  readonly state: CaseState | null;
  /** What the letter did not say of who asks. */
  readonly lacking?: readonly string[];
}

/** A step with its form, ready to be drawn. */
export function stepView({ transition, why }: PossibleStep, offer: Offer): StepView {
  const { id, label, basis, role } = transition;
  const form = stepForm(transition);
  return {
    id,
    label,
    basis: basis.map(citationText),
    isAllowed: mayTake(offer.actor, offer.agencyId, role),
    role: { code: role, label: ROLE_LABELS[role] },
    why: why?.message ?? null,
    fields: form.fields.map((field) => {
      const open = openParties(id, field.name, offer.state);
      const options =
        open.length > 0 ? open.map((party) => ({ value: party, label: party })) : field.options && [...field.options];
      return { ...field, kind: open.length > 0 ? "choice" : field.kind, options, suggested: suggested(id, field.name, offer) };
    }),
    schema: { ...form.schema },
  };
}

/** Who was asked and has not answered: an answer comes from one of them. */
function openParties(step: string, field: string, state: CaseState | null): string[] {
  if (step === "record-assistance" && field === "unit" && state !== null)
    return [...new Set(state.assistance.filter(({ givenOn }) => givenOn === null).map(({ unit }) => unit))];
  const kind = step === "record-third-party-answer" ? "third-party" : step === "record-joint-maker-answer" ? "joint-maker" : null;
  if (kind === null || state === null || (field !== "party" && field !== "agency")) return [];
  return state.consultations.filter((one) => one.kind === kind && one.answeredOn === null).map(({ of }) => of);
}

function suggested(step: string, field: string, { actor, today, calendar, state, lacking = [] }: Offer): string | number | null {
  switch (`${step}.${field}`) {
    case "accept.handler":
    case "extend.approvedBy":
      return actor.name;
    case "request-clarification.unclear":
      return lacking.join("；") || null; // 第三十条: everything at once
    case "extend.workingDays":
      return 20; // 第三十三条第二款
    case "extend.toldOn":
      return today;
    case "notice-fee.payBy":
      return calendar.addWorkingDays(today, TIME_LIMITS.payment.length);
    case "record-payment.yuan":
      return state?.fee?.yuan ?? null;
    case "record-third-party-answer.party":
    case "record-assistance.unit":
    case "record-joint-maker-answer.agency":
      return openParties(step, field, state)[0] ?? null;
    default:
      return field === "on" ? today : null;
  }
}
