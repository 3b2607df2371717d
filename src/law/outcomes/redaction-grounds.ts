import { OUTCOMES, type Outcome, type OutcomeId } from "./outcomes.js";

/** The rows of table three that say why something is withheld: what a black mark on a page rests on (第十四条至第十六条). */
export const REDACTION_GROUND_IDS = [
  "denied.state_secret",
  "denied.other_law",
  "denied.three_safety",
  "denied.third_party",
  "denied.internal",
  "denied.process",
  "denied.enforcement_file",
] as const satisfies readonly OutcomeId[];
export type RedactionGroundId = (typeof REDACTION_GROUND_IDS)[number];

/** Why a part of a document is withheld. */
export interface RedactionGround {
  readonly id: RedactionGroundId;
  /** 保护第三方合法权益 */
  readonly name: string;
  /** 《政府信息公开条例》第十五条 */
  readonly basis: string;
}

const isGround = (outcome: Outcome): outcome is Outcome & { readonly id: RedactionGroundId } =>
  (REDACTION_GROUND_IDS as readonly string[]).includes(outcome.id);

/** Every ground a mark may have, in the order of table three. */
export const REDACTION_GROUNDS: readonly RedactionGround[] = OUTCOMES.filter(isGround).map(({ id, name, forms: [form] }) => ({
  id,
  name,
  // The article that lets it be withheld; those on the procedure come after it.
  basis: form.citations
    .slice(0, 1)
    .map(({ instrument, place }) => `《${instrument}》${place}`)
    .join(""),
}));

/** The ground of an id. */
export function redactionGround(id: RedactionGroundId): RedactionGround {
  const found = REDACTION_GROUNDS.find((ground) => ground.id === id);
  if (found === undefined) throw new Error(`There is no ground ${id}.`);
  return found;
}
