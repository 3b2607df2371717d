import { AppError } from "../../errors.js";
import { submissionAdvice } from "../../register/portal/submission-advice.js";
import {
  type InboxEntry,
  type InboxPlace,
  type InboxRow,
  type InboxState,
  inboxCounts,
  inboxEntries,
  inboxRow,
} from "../../storage/portal/inbox-store.js";
import type { Labelled } from "../cases/labelled.js";
import { maskedName } from "../cases/masked-name.js";
import { seesPersons } from "../cases/procedure-right.js";
import type { Actor, Office } from "../office.js";
import { openSubmission } from "./take-in-submissions.js";

/** What a submission that is no case yet may be. */
export type OpenState = Exclude<InboxState, "taken">;

/** As lists name them, in the order a person looks at them. */
const STATE_LABELS = {
  unreadable: "打不开",
  held: "等人核对",
  waiting: "等待自动登记",
  "set-aside": "不予登记",
  taken: "已登记",
} as const satisfies Readonly<Record<InboxState, string>>;
const OPEN_STATES: readonly OpenState[] = ["unreadable", "held", "waiting", "set-aside"];

/** A submission in a list. */
export interface SubmissionRow {
  readonly number: string;
  readonly submittedAt: string;
  readonly state: Labelled<InboxState>;
  readonly reason: string | null;
  /** The begin of what is asked for; null when it cannot be opened. */
  readonly description: string | null;
  /** As much of the name as the reader may see. */
  readonly requesterName: string | null;
}

/** A submission as the office looks at it before it is a case. */
export interface SubmissionView extends SubmissionRow {
  readonly agencyId: string;
  readonly size: number;
  readonly attachments: readonly { readonly name: string; readonly size: number }[];
  /** What to do about it, in sentences. */
  readonly advice: readonly string[];
  /** The case it became, when it was taken in meanwhile. */
  readonly caseId: string | null;
}

interface ListQuestion {
  readonly agencyId: string;
  /** Null: those somebody should look at. */
  readonly state: OpenState | null;
  readonly after: InboxPlace | null;
  readonly limit: number;
}

const TO_LOOK_AT: readonly OpenState[] = ["unreadable", "held", "waiting"];
const SHOWN_CHARACTERS = 80;

/** What lies in the inbox of an agency and is no case, the newest first. */
export async function listSubmissions(
  office: Office,
  actor: Actor,
  { agencyId, state, after, limit }: ListQuestion,
): Promise<{ readonly rows: SubmissionRow[]; readonly next: InboxPlace | null }> {
  const states = state === null ? TO_LOOK_AT : [state];
  const found = await inboxEntries(office.database, { agencyId, states, after, limit: limit + 1 });
  const rows: SubmissionRow[] = [];
  // One after the other: each may hold many megabytes of files.
  for (const entry of found.slice(0, limit)) {
    const row = await inboxRow(office.database.db, entry.number);
    if (row === null || row.state === "taken") continue;
    const { content: _content, ...shown } = shownRow(office, actor, row);
    const description = shown.description === null ? null : begin(shown.description);
    rows.push({ ...shown, description });
  }
  const last = found.at(limit - 1);
  return { rows, next: found.length > limit && last !== undefined ? { at: last.submittedAt, number: last.number } : null };
}

/** How many lie in each state, in the order of the list. */
export async function countSubmissions(
  office: Office,
  agencyId: string,
): Promise<{ readonly state: OpenState; readonly label: string; readonly count: number }[]> {
  const counts = await inboxCounts(office.database, agencyId);
  return OPEN_STATES.map((state) => ({ state, label: STATE_LABELS[state], count: counts.get(state) ?? 0 }));
}

/** One submission, opened. That of another agency is as unknown as one there is not. */
export async function viewSubmission(
  office: Office,
  actor: Actor,
  { agencyId, number }: { readonly agencyId: string; readonly number: string },
): Promise<SubmissionView> {
  const row = await ownSubmission(office, agencyId, number);
  const { content, ...shown } = shownRow(office, actor, row);
  const files = "cause" in content ? [] : content.attachments.map(({ name, bytes }) => ({ name, size: bytes.length }));
  const cause = "cause" in content ? content.cause : null;
  const advice = row.state === "taken" ? ["这份提交已经登记为申请。"] : [...submissionAdvice({ state: row.state, cause })];
  return { ...shown, agencyId, size: row.size, attachments: files, advice, caseId: row.caseId };
}

/** A submission of an agency; throws RECORD_UNKNOWN for any other. */
export async function ownSubmission(office: Office, agencyId: string, number: string): Promise<InboxRow> {
  const row = await inboxRow(office.database.db, number);
  if (row === null || row.agencyId !== agencyId) throw new AppError("RECORD_UNKNOWN", { id: number, kind: "网上来件" });
  return row;
}

function shownRow(
  office: Office,
  actor: Actor,
  row: InboxRow,
): SubmissionRow & { readonly content: ReturnType<typeof openSubmission> } {
  const content = openSubmission(office, row);
  const common = { ...headOf(row), content };
  if ("cause" in content) return { ...common, reason: row.reason ?? content.fault, description: null, requesterName: null };
  const { description, requester } = content;
  const name = seesPersons(actor, row.agencyId) ? requester.name : maskedName(requester);
  return { ...common, reason: row.reason, description, requesterName: name };
}

function headOf({ number, submittedAt, state }: InboxEntry): Pick<SubmissionRow, "number" | "submittedAt" | "state"> {
  return { number, submittedAt, state: { code: state, label: STATE_LABELS[state] } };
}

function begin(text: string): string {
  const characters = [...text];
  return characters.length > SHOWN_CHARACTERS ? `${characters.slice(0, SHOWN_CHARACTERS).join("")}……` : text;
}
