import type { PlainDate } from "../../law/plain-date.js";
import { caseClock, type LawOfDays } from "../../register/case-clock.js";
import type { CaseEventBody } from "../../register/case-event.js";
import type { CaseFile } from "../../register/case-file.js";
import { attemptTransition } from "../../register/case-procedure.js";
import type { Channel, IdentityProof, InfoRequest, Requester, WantedForm } from "../../register/info-request.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import type { NewEvent } from "../../storage/stores/append-outcome.js";
import { refusedStep } from "./refused-step.js";

/** One matter of a letter; without a number the next of the year is taken. */
export interface PieceToRegister {
  readonly id: string;
  readonly description: string;
  readonly number?: string | undefined;
}

/** A letter as it is registered, by a person or by the portal. */
export interface Registration {
  readonly letterId: string;
  readonly channel: Channel;
  readonly arrivedOn: PlainDate;
  readonly confirmedOn?: PlainDate | undefined;
  readonly requester: RequesterGiven;
  readonly wantedForm: WantedForm;
  readonly pieces: readonly PieceToRegister[];
  readonly handler?: string | undefined;
  readonly unit?: string | undefined;
  readonly reason?: string | undefined;
}

/** A requester as it comes from outside, where what is not given may be spelled out as such. */
export interface RequesterGiven extends Pick<Requester, "kind" | "name"> {
  /** Left out: the letter came without it. */
  readonly identity?: IdentityProof | undefined;
  readonly contact: { readonly [Key in keyof Requester["contact"]]?: string | undefined };
  readonly representative?: string | undefined;
}

/** Without what was not given, so that it is stored and compared the same whoever sends it. */
export function requesterOf({ kind, name, identity, contact, representative }: RequesterGiven): Requester {
  const given = Object.fromEntries(Object.entries(contact).filter(([, text]) => text !== undefined && text !== ""));
  return {
    kind,
    name,
    // A number of blanks is none.
    ...(identity === undefined || identity.number.trim() === "" ? {} : { identity }),
    contact: given,
    ...(representative === undefined ? {} : { representative }),
  };
}

/**
 * The events of a registration: received, and what was told with it. Each is weighed as a step, so that a registration obeys the same rules
 * as everything after it; throws what refuses it.
 */
export function registrationEvents(
  request: InfoRequest,
  { confirmedOn, handler, unit, reason }: Pick<Registration, "confirmedOn" | "handler" | "unit" | "reason">,
  { today, law }: { readonly today: PlainDate; readonly law: LawOfDays },
): NewEvent<CaseEventBody>[] {
  const events: NewEvent<CaseEventBody>[] = [];
  const step = (id: string, input: Readonly<Record<string, unknown>>): void => {
    const transition = TRANSITIONS.find((one) => one.id === id);
    if (transition === undefined) throw new Error(`There is no transition ${id}.`);
    const filled = reason === undefined ? input : { ...input, reason };
    const attempted = attemptTransition(fileOf(request, events), { transition, input: filled }, { today, law });
    if (!attempted.done) throw refusedStep(id, attempted);
    events.push({
      id: `${request.id}.${attempted.body.type}`,
      body: attempted.body,
      ...(reason === undefined ? {} : { reason }),
    });
  };
  step("receive", { on: request.arrivedOn });
  if (confirmedOn !== undefined) step("confirm", { on: confirmedOn });
  if (handler !== undefined) step("accept", { handler });
  if (unit !== undefined) step("transfer-inside", { unit });
  return events;
}

/** The last day to answer that a letter would have. */
export function prospectiveDue(request: InfoRequest, confirmedOn: PlainDate | undefined, law: LawOfDays): PlainDate | null {
  const events: NewEvent<CaseEventBody>[] = [{ id: "1", body: { type: "received", on: request.arrivedOn } }];
  if (confirmedOn !== undefined) events.push({ id: "2", body: { type: "confirmed", on: confirmedOn } });
  return caseClock(fileOf(request, events), law).due;
}

function fileOf(request: InfoRequest, events: readonly NewEvent<CaseEventBody>[]): CaseFile {
  return {
    request,
    events: events.map(({ id, body }, index) => ({ id, sequence: index + 1, recordedAt: "", recordedBy: "", body })),
    version: events.length,
  };
}
