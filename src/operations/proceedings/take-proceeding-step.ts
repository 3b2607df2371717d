import { AppError } from "../../errors.js";
import { attemptProceedingTransition } from "../../register/proceeding-procedure.js";
import { PROCEEDING_TRANSITIONS } from "../../register/proceedings/index.js";
import { appendToProceeding } from "../../storage/stores/proceeding-store.js";
import { lawOf } from "../cases/own-case.js";
import { demandRole } from "../cases/procedure-right.js";
import { refusedStep } from "../cases/refused-step.js";
import { staleFile } from "../cases/stale-file.js";
import { type Actor, type Office, todayIn } from "../office.js";
import type { ProceedingWritten } from "./open-proceeding.js";
import { ownProceeding } from "./own-proceeding.js";
import { proceedingViewOf } from "./view-proceeding.js";

export interface ProceedingStep {
  readonly agencyId: string;
  readonly proceedingId: string;
  readonly eventId: string;
  readonly version: number;
  readonly transition: string;
  readonly input: unknown;
}

/** Takes a step of a reconsideration or lawsuit, corrections among them, or says why not. */
export async function takeProceedingStep(office: Office, actor: Actor, step: ProceedingStep): Promise<ProceedingWritten> {
  const { agencyId, proceedingId, eventId, version } = step;
  const transition = PROCEEDING_TRANSITIONS.find(({ id }) => id === step.transition);
  if (transition === undefined) throw new AppError("RECORD_UNKNOWN", { id: step.transition, kind: "办理步骤" });
  demandRole(actor, agencyId, transition);
  const proceeding = await ownProceeding(office, agencyId, proceedingId);
  const at = proceeding.events.findIndex(({ id }) => id === eventId);
  const before = at < 0 ? proceeding : { ...proceeding, events: proceeding.events.slice(0, at), version: at };
  // Sent again, a form that leaves out the day means the day it was first sent.
  const sent = proceeding.events[at];
  const input = sent ? { on: sent.body.on, ...Object(step.input) } : step.input;
  if (at < 0 && proceeding.version !== version)
    throw await staleFile(office, { file: proceeding, seen: version, steps: PROCEEDING_TRANSITIONS });
  const law = await lawOf(office, agencyId);
  const attempted = attemptProceedingTransition(before, { transition, input }, { today: todayIn(office), law });
  if (!attempted.done) throw refusedStep(transition.id, attempted);
  const { body, reason, flags } = attempted;
  const event = { id: eventId, body, ...(reason === undefined ? {} : { reason }) };
  const appended = await appendToProceeding(
    office.database,
    { proceedingId, version: before.version, events: [event] },
    actor.id,
  );
  if (appended.result === "stale")
    throw await staleFile(office, { file: appended.file, seen: before.version, steps: PROCEEDING_TRANSITIONS });
  return { view: await proceedingViewOf(office, actor, appended.file), flags: flags.map(({ message }) => message) };
}
