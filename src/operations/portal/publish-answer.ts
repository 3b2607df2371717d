import { randomUUID } from "node:crypto";
import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { PublishedAnswer } from "../../register/portal/public-search.js";
import { putEntry } from "../../storage/portal/portal-entries.js";
import { addSetting, loadSetting, loadSettings } from "../../storage/stores/setting-store.js";
import { write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";

const ANSWER_SETTING = "portal-answer/";

export interface AnswerToPublish {
  readonly agencyId: string;
  /** Of one that is there already; left out for a new one. */
  readonly id?: string;
  /** What was asked for, put so that nobody can tell who asked. */
  readonly question: string;
  readonly answer: string;
  readonly answeredOn: PlainDate;
  readonly itemId: string | null;
}

/** An answer on the portal, with what the office alone knows of it. */
export interface AnswerInOffice extends PublishedAnswer {
  /** The case it comes from; null for one that was written by itself. Nobody outside learns it. */
  readonly caseId: string | null;
  readonly publishedAt: string;
  readonly publishedBy: string;
}

/**
 * Publishes an answer because several ask for the same (条例 第四十四条). What it says is written by a person, not taken from the case. The
 * office keeps beside it which case it comes from.
 */
export async function publishAnswer(
  { database }: Office,
  actor: Actor,
  given: AnswerToPublish & { readonly caseId?: string },
): Promise<PublishedAnswer> {
  const { agencyId, id = randomUUID(), question, answer, answeredOn, itemId, caseId } = given;
  if (question.trim() === "" || answer.trim() === "") throw new AppError("INPUT_INVALID", { fields: "问题、答复（请填写）" });
  const body = { id, agencyId, question: question.trim(), answer: answer.trim(), answeredOn, itemId };
  await write(database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    await addSetting(writing, { name: `${ANSWER_SETTING}${id}`, value: { ...body, ...(caseId !== undefined && { caseId }) } });
    await putEntry(writing.trx, { kind: "answer", id, agencyId, body });
  });
  return body;
}

/** Every answer an agency ever published, with what is shown of it now: null for one that was taken back. */
export async function publishedAnswers(
  { database }: Pick<Office, "database">,
  agencyId: string,
): Promise<{ readonly id: string; readonly answer: AnswerInOffice | null }[]> {
  const settings = await loadSettings(database, { chain: agencyId, begin: ANSWER_SETTING });
  return [...settings].map(([name, { value, recordedAt, recordedBy }]) => {
    const id = name.slice(ANSWER_SETTING.length);
    if (value === null) return { id, answer: null };
    const { caseId = null, ...shown } = value as PublishedAnswer & { readonly caseId?: string }; // written by publishAnswer
    return { id, answer: { ...shown, caseId, publishedAt: recordedAt, publishedBy: recordedBy } };
  });
}

/** The part of it that everybody may read. */
export function publicAnswer({ id, agencyId, question, answer, answeredOn, itemId }: AnswerInOffice): PublishedAnswer {
  return { id, agencyId, question, answer, answeredOn, itemId };
}

/** Takes a published answer back. */
export async function withdrawAnswer(
  { database }: Office,
  actor: Actor,
  { agencyId, id, reason }: { readonly agencyId: string; readonly id: string; readonly reason: string },
): Promise<void> {
  const name = `${ANSWER_SETTING}${id}`;
  await write(database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    const known = await loadSetting({ db: writing.trx }, agencyId, name);
    if (known === null || known.value === null) throw new AppError("RECORD_UNKNOWN", { id, kind: "已公开的答复" });
    await addSetting(writing, { name, value: null, reason });
    await putEntry(writing.trx, { kind: "answer", id, agencyId, body: null });
  });
}
