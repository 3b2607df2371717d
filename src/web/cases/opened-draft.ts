import { useEffect, useState } from "react";
import { letterDraftRoutes } from "../../api/letter-drafts.js";
import { CallFailed, call } from "../office/call.js";
import type { CaseView } from "./case-page.js";
import type { LetterDraft } from "./letter-draft.js";
import { type DraftStand, fromServer, type Signer } from "./server-draft.js";

/** What colleagues have of a letter when its window is opened, and who could sign it. */
export interface OpenedDraft {
  readonly stand: DraftStand | null;
  readonly draft: LetterDraft | null;
  readonly signers: readonly Signer[];
}

/** Asks once, when the window is opened; null as long as it is not known. What is saved meanwhile is told when somebody saves over it. */
export function useOpenedDraft(view: CaseView, letterId: string): OpenedDraft | CallFailed | null {
  const [opened, setOpened] = useState<OpenedDraft | CallFailed | null>(null);
  const { agencyId } = view;
  const caseId = view.row.id;
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const open = async (): Promise<OpenedDraft> => {
      const { items, signers } = await call(letterDraftRoutes.ofCase, { params: { agencyId, caseId }, signal });
      if (!items.some((one) => one.letterId === letterId)) return { stand: null, draft: null, signers };
      const { draft, content } = await call(letterDraftRoutes.read, { params: { agencyId, caseId, letterId }, signal });
      return { stand: draft, draft: fromServer(content), signers };
    };
    open().then(setOpened, (error: unknown) => {
      if (signal.aborted) return;
      if (!(error instanceof CallFailed)) throw error;
      setOpened(error);
    });
    return () => stop.abort();
  }, [agencyId, caseId, letterId]);
  return opened;
}
