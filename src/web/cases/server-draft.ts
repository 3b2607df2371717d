import type { ReplyOf } from "../../api/define-route.js";
import { letterDraftRoutes } from "../../api/letter-drafts.js";
import type { LetterDraftContent } from "../../register/letters/letter-draft.js";
import { call } from "../office/call.js";
import { forget, useCall } from "../office/use-call.js";
import type { CaseView } from "./case-page.js";
import type { LetterDraft } from "./letter-draft.js";
import type { StepValue } from "./step-field.js";

/** Where a draft stands that colleagues can see. */
export type DraftStand = ReplyOf<typeof letterDraftRoutes.read>["draft"];
export type Signer = ReplyOf<typeof letterDraftRoutes.ofCase>["signers"][number];

/** The drafts of a case that colleagues can see. */
export function useDrafts(view: Pick<CaseView, "agencyId" | "mayHandle"> & { readonly row: Pick<CaseView["row"], "id"> }) {
  return useCall(letterDraftRoutes.ofCase, { params: { agencyId: view.agencyId, caseId: view.row.id } }, view.mayHandle);
}

/** A draft as it was saved for colleagues, in the shape the page writes in. */
export function fromServer(content: LetterDraftContent): LetterDraft {
  const { texts, input, outcome } = content;
  return { ...content, texts: { ...texts } as LetterDraft["texts"], input: { ...input }, outcome }; // no text in it is undefined
}

/** What is saved of it. */
export function forServer(draft: LetterDraft, step: string | null): LetterDraftContent {
  const { texts, withheld, attachments, servedBy, party, earlierCase, input, outcome } = draft;
  return {
    texts: { ...texts },
    withheld: withheld.map((one) => ({ ...one })),
    attachments: [...attachments],
    ...{ servedBy, party: party || null, earlierCase: earlierCase || null, step },
    input: Object.fromEntries(Object.entries(input).flatMap(([name, value]) => (isPlain(value) ? [[name, value]] : []))),
    outcome: outcome as LetterDraftContent["outcome"], // the server checks that it is a row of table three
  };
}

function isPlain(value: StepValue): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}

interface OfLetter {
  readonly view: CaseView;
  readonly letterId: string;
}

const paramsOf = ({ view, letterId }: OfLetter) => ({ agencyId: view.agencyId, caseId: view.row.id, letterId });

/** Whoever looks at drafts elsewhere on the page sees what was done. */
export const forgetStands = () => forget(letterDraftRoutes.ofCase, letterDraftRoutes.waiting, letterDraftRoutes.read);

export async function saveDraft(of: OfLetter, body: { version: number; content: LetterDraftContent }): Promise<DraftStand> {
  const { draft } = await call(letterDraftRoutes.save, { params: paramsOf(of), body });
  return draft;
}

/** 送签, to one signer or (null) to whoever may sign it. */
export async function submitDraft(of: OfLetter, body: { version: number; to: string | null }): Promise<DraftStand> {
  const { draft } = await call(letterDraftRoutes.submit, { params: paramsOf(of), body });
  return draft;
}

export async function takeBackDraft(of: OfLetter, version: number): Promise<DraftStand> {
  const { draft } = await call(letterDraftRoutes.takeBack, { params: paramsOf(of), body: { version } });
  return draft;
}

export async function returnDraft(of: OfLetter, body: { version: number; reason: string }): Promise<DraftStand> {
  const { draft } = await call(letterDraftRoutes.return, { params: paramsOf(of), body });
  return draft;
}

export async function dropDraft(of: OfLetter, version: number): Promise<void> {
  await call(letterDraftRoutes.drop, { params: paramsOf(of), body: { version } });
}
