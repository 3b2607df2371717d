import { AppError } from "../../errors.js";
import { type LetterDraftContent, maySign } from "../../register/letters/letter-draft.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import { addDraftEvent } from "../../storage/stores/letter-draft-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { changeDraft, type DraftRead, draftAfter, draftThere, notNow } from "./change-draft.js";
import type { DraftView } from "./draft-view.js";
import { letterSigners } from "./letter-signers.js";

/** 送签: hands a draft to whoever may sign it, or to one of them by name. */
export async function submitDraft(
  office: Office,
  actor: Actor,
  { to, ...asked }: DraftRead & { readonly to: string | null },
): Promise<DraftView> {
  const signers = await letterSigners(office, asked.agencyId);
  await changeDraft(office, actor, asked, async (found) => {
    const { writing, draft, standing } = draftThere(found);
    if (standing.state === "submitted") throw notNow("这份草稿已经送签，等待签发。");
    const needs = roleFor(draft.content);
    const able = signers.filter(({ roles }) => maySign(roles, needs));
    if (able.length === 0) {
      throw notNow(
        needs === "head" ? "本机关还没有负责人的账号，没有人可以签发。" : "本机关还没有审核人或者负责人的账号，没有人可以签发。",
      );
    }
    if (to !== null && !able.some(({ id }) => id === to)) {
      throw notNow(needs === "head" ? "作出决定、延期的文书由负责人签发，请送给负责人。" : "所选的人不能签发文书，请另选。");
    }
    await addDraftEvent(writing, asked, { body: { type: "submitted", on: todayIn(office), to, needs } });
  });
  return draftAfter(office, actor, asked);
}

/** The role that must sign it: a decision or an extension is the head's (第三十三条第二款). */
function roleFor({ step }: LetterDraftContent): "head" | null {
  if (step === null) return null;
  const transition = TRANSITIONS.find(({ id }) => id === step);
  if (transition === undefined) throw new AppError("RECORD_UNKNOWN", { id: step, kind: "办理步骤" });
  return transition.role === "head" ? "head" : null;
}

/** 取回: whoever has submitted it wants to write on, before it is signed. */
export async function takeBackDraft(office: Office, actor: Actor, asked: DraftRead): Promise<DraftView> {
  await changeDraft(office, actor, asked, async (found) => {
    const { writing, standing } = draftThere(found);
    if (standing.state !== "submitted") throw notNow("这份草稿没有在等待签发。");
    if (standing.by !== actor.id) throw notNow("只有送签的人可以取回；要求修改的，由签发人退回。");
    await addDraftEvent(writing, asked, { body: { type: "taken-back", on: todayIn(office) } });
  });
  return draftAfter(office, actor, asked);
}
