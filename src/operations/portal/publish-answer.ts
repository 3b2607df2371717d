import { randomUUID } from "node:crypto";
import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { PublishedAnswer } from "../../register/portal/public-search.js";
import { putEntry } from "../../storage/portal/portal-entries.js";
import { addSetting, loadSetting } from "../../storage/stores/setting-store.js";
import { write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";

export const ANSWER_SETTING = "portal-answer/";

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

/** Publishes an answer because several ask for the same (条例 第四十四条). What it says is written by a person, not taken from the case. */
export async function publishAnswer({ database }: Office, actor: Actor, given: AnswerToPublish): Promise<PublishedAnswer> {
  const { agencyId, id = randomUUID(), question, answer, answeredOn, itemId } = given;
  if (question.trim() === "" || answer.trim() === "") throw new AppError("INPUT_INVALID", { fields: "问题、答复（请填写）" });
  const body = { id, agencyId, question: question.trim(), answer: answer.trim(), answeredOn, itemId };
  await write(database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    await addSetting(writing, { name: `${ANSWER_SETTING}${id}`, value: body });
    await putEntry(writing.trx, { kind: "answer", id, agencyId, body });
  });
  return body;
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
