import { type LetterDraftContent, maySign } from "../../register/letters/letter-draft.js";
import { saveDraft } from "../../storage/stores/letter-draft-store.js";
import type { Actor, Office } from "../office.js";
import { changeDraft, type DraftRead, draftAfter, notNow } from "./change-draft.js";
import { type DraftView, rolesIn } from "./draft-view.js";

/** Keeps a letter as far as it is written, for colleagues too. Once it was submitted only whoever may sign it writes in it. */
export async function saveLetterDraft(
  office: Office,
  actor: Actor,
  { content, ...asked }: DraftRead & { readonly content: LetterDraftContent },
): Promise<DraftView> {
  await changeDraft(office, actor, asked, async (there) => {
    if (there.draft !== null && there.standing.state === "submitted") {
      const may = maySign(rolesIn(actor, asked.agencyId), there.standing.needs);
      if (!may) throw notNow("这份草稿已经送签，等待签发。要修改，请先取回。");
    }
    await saveDraft(there.writing, { ...asked, content });
  });
  return draftAfter(office, actor, asked);
}
