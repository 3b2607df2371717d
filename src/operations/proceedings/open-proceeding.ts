import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { Proceeding } from "../../register/proceeding.js";
import { attemptProceedingTransition } from "../../register/proceeding-procedure.js";
import { fileProceeding } from "../../register/proceedings/file-proceeding.js";
import { openProceeding as storeProceeding } from "../../storage/stores/proceeding-store.js";
import { lawOf, ownCase } from "../cases/own-case.js";
import { demandRole } from "../cases/procedure-right.js";
import { refusedStep } from "../cases/refused-step.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { ownProceeding } from "./own-proceeding.js";
import { type ProceedingView, proceedingViewOf } from "./view-proceeding.js";

export interface ProceedingToOpen {
  readonly agencyId: string;
  readonly id: string;
  readonly eventId: string;
  readonly kind: Proceeding["kind"];
  readonly route: Proceeding["route"];
  /** The request it is about; null when it stands alone. */
  readonly caseId: string | null;
  readonly reconsiderationId: string | null;
  readonly number: string;
  readonly forum: string;
  readonly isCoDefendant: boolean;
  readonly filedOn: PlainDate;
  readonly reason?: string | undefined;
}

export interface ProceedingWritten {
  readonly view: ProceedingView;
  readonly flags: string[];
}

/** Opens the file of a reconsideration or lawsuit, attached to a request or alone. Sent twice it is written once. */
export async function openProceeding(office: Office, actor: Actor, opening: ProceedingToOpen): Promise<ProceedingWritten> {
  const { agencyId, id, eventId, kind, route, caseId, reconsiderationId, number, forum, isCoDefendant, filedOn, reason } =
    opening;
  demandRole(actor, agencyId, fileProceeding);
  if (caseId !== null) await ownCase(office, agencyId, caseId);
  if (reconsiderationId !== null) await followed(office, agencyId, { reconsiderationId, caseId });
  const head = { id, agencyId, kind, route, requestId: caseId, reconsiderationId, number, forum, isCoDefendant };
  const input = { on: filedOn, ...(reason === undefined ? {} : { reason }) };
  const attempted = attemptProceedingTransition(
    { ...head, events: [], version: 0 },
    { transition: fileProceeding, input },
    { today: todayIn(office), law: await lawOf(office, agencyId) },
  );
  if (!attempted.done) throw refusedStep(fileProceeding.id, attempted);
  const event = { id: eventId, body: attempted.body, ...(attempted.reason === undefined ? {} : { reason: attempted.reason }) };
  const proceeding = await storeProceeding(office.database, { head, events: [event] }, actor.id);
  return { view: await proceedingViewOf(office, actor, proceeding), flags: attempted.flags.map(({ message }) => message) };
}

/** A suit follows a reconsideration of the same agency, about the same request. */
async function followed(
  office: Office,
  agencyId: string,
  { reconsiderationId, caseId }: { readonly reconsiderationId: string; readonly caseId: string | null },
): Promise<void> {
  const { kind, requestId } = await ownProceeding(office, agencyId, reconsiderationId);
  if (kind !== "reconsideration") throw new AppError("STEP_REFUSED", { reason: "所填的前案不是行政复议案件。" });
  if (requestId !== caseId) throw new AppError("STEP_REFUSED", { reason: "所填的行政复议案件针对的是另一件申请。" });
}
