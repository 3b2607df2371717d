import { AppError } from "../../errors.js";
import { setAsideStatus } from "../../register/portal/public-status.js";
import {
  holdInboxRow,
  type InboxRow,
  type InboxState,
  inboxRows,
  markInbox,
  putStatus,
} from "../../storage/portal/inbox-store.js";
import { addSetting } from "../../storage/stores/setting-store.js";
import { write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";
import { currentName } from "./current-name.js";
import { openSubmission } from "./take-in-submissions.js";

/** A submission as the office looks at it before it is a case. */
export interface SubmissionView {
  readonly number: string;
  readonly agencyId: string;
  readonly submittedAt: string;
  readonly state: InboxState;
  readonly reason: string | null;
  /** Null when it cannot be opened. */
  readonly description: string | null;
  readonly requesterName: string | null;
  readonly attachments: readonly { readonly name: string; readonly size: number }[];
}

const MOST_LISTED = 200;

/** What waits, was held or set aside in the inbox of an agency, the newest first. */
export async function listSubmissions(
  office: Office,
  agencyId: string,
  states: readonly InboxState[] = ["waiting", "held", "unreadable", "set-aside"],
): Promise<SubmissionView[]> {
  const rows = await inboxRows(office.database, { agencyId, states, limit: MOST_LISTED });
  return rows.map((row) => submissionView(office, row));
}

function submissionView(office: Office, row: InboxRow): SubmissionView {
  const { number, agencyId, submittedAt, state, reason } = row;
  const opened = openSubmission(office, row);
  const common = { number, agencyId, submittedAt, state };
  if ("fault" in opened)
    return { ...common, reason: reason ?? opened.fault, description: null, requesterName: null, attachments: [] };
  const { description, requester, attachments } = opened;
  const files = attachments.map(({ name, bytes }) => ({ name, size: bytes.length }));
  return { ...common, reason, description, requesterName: requester.name, attachments: files };
}

interface SettingAside {
  readonly number: string;
  readonly agencyId: string;
  /** Told to whoever sent it. */
  readonly reason: string;
}

/**
 * Sets a submission aside as no request: advertising, a test, the same sent a hundred times. On record with person and reason, told
 * to whoever holds the receipt, and taken back at any time by `takeInSubmission`: its content stays.
 */
export async function setAsideSubmission(
  office: Office,
  actor: Actor,
  { number, agencyId, reason }: SettingAside,
): Promise<void> {
  const { database } = office;
  if (reason.trim() === "") throw new AppError("INPUT_INVALID", { fields: "理由（请填写）" });
  const agencyName = await currentName(office, agencyId);
  await write(database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    const row = await holdInboxRow(writing.trx, number);
    if (row === null || row.agencyId !== agencyId) throw new AppError("RECORD_UNKNOWN", { id: number, kind: "提交" });
    if (row.state === "taken") throw new AppError("STEP_REFUSED", { reason: "这份提交已经登记为申请。" });
    await markInbox(writing.trx, number, "set-aside", reason);
    await addSetting(writing, { name: `portal-set-aside/${number}`, value: { number, reason } });
    const facts = { number, agencyId, agencyName, submittedAt: row.submittedAt };
    await putStatus(writing.trx, setAsideStatus(facts, reason, office.now().toISOString()));
  });
}
