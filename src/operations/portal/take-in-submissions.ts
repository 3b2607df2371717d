import { isAppError } from "../../errors.js";
import type { UnreadableCause } from "../../register/portal/submission-advice.js";
import { submissionFaults } from "../../register/portal/submission-faults.js";
import { inboxPrivateKey } from "../../storage/portal/inbox-keys.js";
import { holdInboxRow, type InboxRow, inboxRow, markInbox, markTaken, waitingNumbers } from "../../storage/portal/inbox-store.js";
import { unseal } from "../../storage/portal/seal.js";
import { addAttachment } from "../../storage/stores/attachment-store.js";
import { type Writing, write } from "../../storage/write.js";
import { numberScheme } from "../cases/number-scheme.js";
import { addRegistration } from "../cases/register-request.js";
import type { Actor, Office } from "../office.js";
import { dayInChina } from "../tally-register.js";
import { pushStatusOf } from "./push-request-status.js";
import { type SubmissionContent, submissionFrom } from "./submission-content.js";
import { boundTo } from "./submit-request.js";

const AT_ONCE = 200;

/** What became of what lay in the inbox. */
export interface TakenIn {
  readonly taken: readonly { readonly number: string; readonly caseId: string }[];
  /** Left for a person, with the reason. */
  readonly left: readonly { readonly number: string; readonly reason: string }[];
}

/**
 * Takes the requests that wait in the inbox into the register: opened, checked again, registered with their files, marked — each in
 * one transaction, so that a request becomes one case and one only, whenever we are killed. What cannot be opened or is no request
 * stays for a person to look at; nothing is thrown away.
 */
export async function takeInSubmissions(office: Office, actor: Actor): Promise<TakenIn> {
  const taken: TakenIn["taken"][number][] = [];
  const left: TakenIn["left"][number][] = [];
  const failed: unknown[] = [];
  for (const number of await waitingNumbers(office.database.db, AT_ONCE)) {
    try {
      const outcome = await takeInSubmission(office, actor, { number, isAsked: false });
      if (outcome === null) continue;
      if ("caseId" in outcome) taken.push({ number, caseId: outcome.caseId });
      else left.push({ number, reason: outcome.reason });
    } catch (error) {
      // One that cannot be registered keeps nobody behind it waiting; it waits itself, and the journal says why.
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
  return { taken, left };
}

interface Wanted {
  readonly number: string;
  /** A person has looked at it and wants it registered. */
  readonly isAsked: boolean;
}

type Outcome = { readonly caseId: string } | { readonly reason: string } | null;

/** Takes in one request; null when it is no more to be taken in, or somebody else has it. */
export async function takeInSubmission(office: Office, actor: Actor, { number, isAsked }: Wanted): Promise<Outcome> {
  const { database } = office;
  const seen = await inboxRow(database.db, number);
  if (seen === null || !isOpen(seen, isAsked)) return null;
  const scheme = await numberScheme(office, seen.agencyId);
  const outcome = await write(database, { chain: seen.agencyId, recordedBy: actor.id }, async (writing): Promise<Outcome> => {
    const row = await holdInboxRow(writing.trx, number);
    if (row === null || !isOpen(row, isAsked)) return null;
    const opened = openSubmission(office, row);
    if ("fault" in opened) return leave(writing, row, { state: "unreadable", reason: opened.fault });
    const doubt = isAsked ? null : doubtOf(opened, row);
    if (doubt !== null) return leave(writing, row, { state: "held", reason: doubt });
    const caseId = await register(office, writing, { row, content: opened, scheme });
    await markTaken(writing.trx, number, caseId);
    return { caseId };
  });
  if (outcome !== null && "caseId" in outcome) await pushStatusOf(office, [outcome.caseId]);
  return outcome;
}

function isOpen({ state }: InboxRow, isAsked: boolean): boolean {
  // What could not be read is tried again when a person asks: the key may be there now.
  return state === "waiting" || (isAsked && state !== "taken");
}

/** Why a submission cannot be read, in words and as one of the causes that ask for different things. */
export interface Unreadable {
  readonly fault: string;
  readonly cause: UnreadableCause;
}

/** What was sealed, or why it cannot be read. */
export function openSubmission(office: Office, row: InboxRow): SubmissionContent | Unreadable {
  const key = inboxPrivateKey(office.database, row.keyId);
  if (key === null) return { fault: `密钥文件里没有密钥 ${row.keyId}`, cause: "no-key" };
  if (row.sealed === null) return { fault: "内容已经清除", cause: "damaged" };
  let bytes: Buffer;
  try {
    bytes = unseal(row.sealed, key, boundTo(row.number, row.agencyId, row.keyId));
  } catch {
    return { fault: "内容不能解密", cause: "damaged" };
  }
  const content = submissionFrom(bytes);
  if ("fault" in content) return { ...content, cause: "other-form" };
  return content.agencyId === row.agencyId ? content : { fault: "申请写明的机关与收件的机关不一致", cause: "other-form" };
}

/** Why a person should look first. The portal has checked the form; whoever goes round it has not. */
function doubtOf(content: SubmissionContent, row: InboxRow): string | null {
  const [fault] = submissionFaults(content, dayInChina(row.submittedAt));
  if (fault !== undefined) return `${fault.label}：${fault.message}`;
  return /\p{Script=Han}|[A-Za-z]{3}/u.test(content.description) ? null : "所需政府信息一栏没有文字";
}

async function leave(
  { trx }: Writing,
  { number }: InboxRow,
  { state, reason }: { readonly state: "held" | "unreadable"; readonly reason: string },
): Promise<Outcome> {
  await markInbox(trx, number, state, reason);
  return { reason };
}

interface ToRegister {
  readonly row: InboxRow;
  readonly content: SubmissionContent;
  readonly scheme: string;
}

/** Ids come from the receipt, so that doing it again finds what was done. */
async function register(office: Office, writing: Writing, { row, content, scheme }: ToRegister): Promise<string> {
  const { requester, description, wantedForm, attachments } = content;
  const caseId = `portal-${row.number}`;
  await addRegistration(
    office,
    writing,
    {
      ...{ letterId: `portal-${row.number}`, channel: "online", arrivedOn: dayInChina(row.submittedAt) },
      ...{ requester, wantedForm, pieces: [{ id: caseId, description }] },
    },
    { scheme },
  );
  for (const [index, { name, bytes }] of attachments.entries()) {
    try {
      await addAttachment(writing, { id: `${caseId}-${index + 1}`, agencyId: writing.chain, caseId, name, bytes });
    } catch (error) {
      // A file of another kind than its name says is no reason to lose a request: it is left out and the rest is taken.
      if (!isAppError(error) || error.code !== "ATTACHMENT_KIND_MISMATCH") throw error;
    }
  }
  return caseId;
}

/** Whether anything waits: asked often, so that a request is at its desk a few seconds after it was sent. */
export async function hasWaitingSubmissions({ database }: Pick<Office, "database">): Promise<boolean> {
  return (await waitingNumbers(database.db, 1)).length > 0;
}
