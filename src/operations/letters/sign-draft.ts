import type { PlainDate } from "../../law/plain-date.js";
import type { LetterDraftContent } from "../../register/letters/letter-draft.js";
import {
  addDraftEvent,
  loadDraft,
  type OfDraft,
  removeDraft,
  type StoredDraft,
} from "../../storage/stores/letter-draft-store.js";
import type { Writing } from "../../storage/write.js";

/** The draft a letter is issued from; null when it was written at once. */
export function draftOfLetter({ trx, keys }: Writing, draft: OfDraft): Promise<StoredDraft<LetterDraftContent> | null> {
  return loadDraft<LetterDraftContent>({ db: trx, keys }, draft);
}

/** 签发: the draft has become the letter and goes. That it was signed is recorded where it had been submitted. */
export async function signDraft(
  writing: Writing,
  draft: StoredDraft<unknown> | null,
  { letter, on }: { readonly letter: string; readonly on: PlainDate },
): Promise<void> {
  if (draft === null) return;
  if (draft.events.length > 0) await addDraftEvent(writing, draft, { body: { type: "signed", on, letter } });
  await removeDraft(writing, draft);
}
