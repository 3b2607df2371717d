import { AppError } from "../../errors.js";
import { maySign } from "../../register/letters/letter-draft.js";
import { addDraftEvent, removeDraft } from "../../storage/stores/letter-draft-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { changeDraft, type DraftRead, draftAfter, draftThere, notNow } from "./change-draft.js";
import { type DraftView, rolesIn } from "./draft-view.js";

/** 退回修改: whoever may sign it sends it back to the one who submitted it, with the reason. */
export async function returnDraft(
  office: Office,
  actor: Actor,
  { reason, ...asked }: DraftRead & { readonly reason: string },
): Promise<DraftView> {
  await changeDraft(office, actor, asked, async (found) => {
    const { writing, standing } = draftThere(found);
    if (standing.state !== "submitted") throw notNow("这份草稿没有在等待签发。");
    if (!maySign(rolesIn(actor, asked.agencyId), standing.needs)) throw new AppError("FORBIDDEN", { right: "签发文书" });
    await addDraftEvent(writing, asked, { body: { type: "returned", on: todayIn(office) }, reason });
  });
  return draftAfter(office, actor, asked);
}

/** 作废: takes a draft away that nobody needs any more. Whoever waits for a signature must take it back first. */
export async function dropDraft(office: Office, actor: Actor, asked: DraftRead): Promise<void> {
  await changeDraft(office, actor, asked, async (found) => {
    const { writing, draft, standing } = draftThere(found);
    if (standing.state === "submitted") throw notNow("这份草稿已经送签。请先取回或者退回，再作废。");
    // What was never submitted was nobody's business but the writer's.
    if (draft.events.length > 0) await addDraftEvent(writing, asked, { body: { type: "dropped", on: todayIn(office) } });
    await removeDraft(writing, asked);
  });
}
