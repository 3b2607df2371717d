import { AppError } from "../../errors.js";
import type { LetterDraftContent } from "../../register/letters/letter-draft.js";
import { draftsOf, loadDraft, type OfDraft } from "../../storage/stores/letter-draft-store.js";
import { ownCase } from "../cases/own-case.js";
import type { Actor, Office } from "../office.js";
import { type DraftView, draftViews } from "./draft-view.js";
import { type LetterSigner, letterSigners } from "./letter-signers.js";

/** The drafts of a case, with who could sign them. */
export async function draftsOfCase(
  office: Office,
  actor: Actor,
  { agencyId, caseId }: { readonly agencyId: string; readonly caseId: string },
): Promise<{ readonly items: DraftView[]; readonly signers: LetterSigner[] }> {
  await ownCase(office, agencyId, caseId);
  const drafts = await draftsOf(office.database, { agencyId, caseId });
  return { items: await draftViews(office, actor, drafts), signers: await letterSigners(office, agencyId) };
}

/** The drafts that wait for whoever asks, in all cases of an agency: to be signed, or to be mended. The most urgent case first. */
export async function draftsForMe(office: Office, actor: Actor, agencyId: string): Promise<DraftView[]> {
  const views = await draftViews(office, actor, await draftsOf(office.database, { agencyId }));
  const key = ({ due, since }: DraftView) => `${due ?? "9999"} ${since}`;
  return views.filter(({ isForMe }) => isForMe).sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** A draft with what it says. */
export async function readDraft(
  office: Office,
  actor: Actor,
  { agencyId, ...asked }: OfDraft & { readonly agencyId: string },
): Promise<{ readonly view: DraftView; readonly content: LetterDraftContent }> {
  await ownCase(office, agencyId, asked.caseId);
  const draft = await loadDraft<LetterDraftContent>(office.database, asked);
  const [view] = draft === null ? [] : await draftViews(office, actor, [draft]);
  if (draft === null || view === undefined) throw new AppError("RECORD_UNKNOWN", { id: asked.letterId, kind: "草稿" });
  return { view, content: draft.content };
}
