import type { ReviewRound } from "./item-state.js";
import type { ReviewStep } from "./review-chain.js";
import type { Signature } from "./signature.js";

/** Why somebody may not sign a step, in the sentences of both steps that sign. */
export const SIGNING_REFUSALS = {
  notInTurn: "现在轮到“{step}”，不是所填的环节；可能已有人办理，请刷新后再看。",
  ownDraft: "{name}拟写或者修改过本稿，不能审核自己的稿件。",
  otherRole: "“{step}”不由{name}办理。",
  signedBefore: "{name}在这一轮已经签署了另一个环节，须由其他人办理。",
} as const;

type SigningRefusal = {
  readonly [Id in keyof typeof SIGNING_REFUSALS]: Id extends "notInTurn"
    ? { readonly refusalId: Id; readonly data: { readonly step: string } }
    : Id extends "otherRole"
      ? { readonly refusalId: Id; readonly data: { readonly step: string; readonly name: string } }
      : { readonly refusalId: Id; readonly data: { readonly name: string } };
}[keyof typeof SIGNING_REFUSALS];

/** Why a person may not sign a step now; null when nothing stands in the way. Nobody approves a draft of their own. */
export function mayNotSign(
  {
    round,
    turn,
    authors,
  }: { readonly round: ReviewRound | null; readonly turn: ReviewStep | null; readonly authors: readonly string[] },
  { stepId, by }: { readonly stepId: string; readonly by: Signature },
): SigningRefusal | null {
  if (turn === null || turn.id !== stepId) return { refusalId: "notInTurn", data: { step: turn?.name ?? "—" } };
  if (authors.includes(by.id)) return { refusalId: "ownDraft", data: { name: by.name } };
  const isNamed = turn.people.length === 0 || turn.people.includes(by.id);
  if (!isNamed || !by.roles.some((role) => turn.roles.includes(role))) {
    return { refusalId: "otherRole", data: { step: turn.name, name: by.name } };
  }
  // Whoever put a step on hold takes the same step up again.
  const others = round?.signed.filter((signed) => signed.stepId !== stepId && signed.by.id === by.id) ?? [];
  if (round?.chain.isOnePersonOneStep && others.length > 0) return { refusalId: "signedBefore", data: { name: by.name } };
  return null;
}
