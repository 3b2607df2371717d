import { AppError } from "../../errors.js";
import { type DraftStanding, draftStanding, type LetterDraftContent } from "../../register/letters/letter-draft.js";
import { lastDraftEvent, loadDraft, type OfDraft, type StoredDraft } from "../../storage/stores/letter-draft-store.js";
import { type Writing, write } from "../../storage/write.js";
import { ownCase } from "../cases/own-case.js";
import type { Actor, Office } from "../office.js";
import { type Newer, staleRecord } from "../stale-record.js";
import { type DraftView, draftViews, letterName } from "./draft-view.js";

/** A draft of an agency's case, at the version it was read at. */
export interface DraftRead extends OfDraft {
  readonly agencyId: string;
  /** 0: there was none. */
  readonly version: number;
}

export interface DraftThere {
  readonly writing: Writing;
  readonly draft: StoredDraft<LetterDraftContent>;
  readonly standing: DraftStanding;
}

/**
 * Does something with a draft while the chain of the agency is held, if it is still at the version that was read: of two people one wins, and
 * the other is told who was faster.
 */
export async function changeDraft(
  office: Office,
  actor: Actor,
  asked: DraftRead,
  work: (there: DraftThere | { readonly writing: Writing; readonly draft: null }) => Promise<void>,
): Promise<void> {
  await ownCase(office, asked.agencyId, asked.caseId);
  const newer = await write<{ readonly by: Newer | null } | null>(
    office.database,
    { chain: asked.agencyId, recordedBy: actor.id },
    async (writing) => {
      const reading = { db: writing.trx, keys: writing.keys };
      const draft = await loadDraft<LetterDraftContent>(reading, asked);
      if ((draft?.version ?? 0) !== asked.version) return { by: await newerThan(reading, asked, draft) };
      await work(draft === null ? { writing, draft } : { writing, draft, standing: draftStanding(draft.events) });
      return null;
    },
  );
  if (newer !== null) throw await staleDraft(office, newer.by, asked);
}

/** How it stands afterwards. */
export async function draftAfter(office: Office, actor: Actor, asked: OfDraft): Promise<DraftView> {
  const draft = await loadDraft<LetterDraftContent>(office.database, asked);
  const [view] = draft === null ? [] : await draftViews(office, actor, [draft]);
  if (view === undefined) throw new AppError("RECORD_UNKNOWN", { id: asked.letterId, kind: "草稿" });
  return view;
}

/** Who wrote or handed it on last; where it is gone, who signed it. */
export async function newerThan(
  reading: Parameters<typeof lastDraftEvent>[0],
  asked: OfDraft,
  draft: StoredDraft<unknown> | null,
): Promise<Newer | null> {
  const last = await lastDraftEvent(reading, asked);
  if (draft === null || (last !== null && last.recordedAt > draft.savedAt)) return last;
  return { recordedAt: draft.savedAt, recordedBy: draft.savedBy };
}

/** What somebody is told who wrote, handed on or signed another version of a draft. */
export function staleDraft(
  office: Pick<Office, "database">,
  newer: Newer | null,
  { letterId }: Pick<OfDraft, "letterId">,
): Promise<AppError<"RECORD_STALE">> {
  return staleRecord(office, newer, { what: `“${letterName(letterId)}”的草稿` });
}

/** The draft that must be there for what is asked. */
export function draftThere(there: DraftThere | { readonly writing: Writing; readonly draft: null }): DraftThere {
  if (there.draft !== null) return there;
  throw notNow("这份文书还没有保存草稿。");
}

/** What cannot be done with a draft as it stands. */
export function notNow(reason: string): AppError<"STEP_REFUSED"> {
  return new AppError("STEP_REFUSED", { reason });
}
