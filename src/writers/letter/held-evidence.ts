import { type FieldId, LETTER_FIELDS } from "../../law/letters/letter-fields.js";
import { EVIDENCE, type EvidenceId, evidenceInEvents } from "../../law/outcomes/evidence.js";
import {
  type DecisionToProve,
  type MissingEvidence,
  missingEvidence,
  requiredEvidence,
} from "../../law/outcomes/missing-evidence.js";
import { outcomeOfId } from "../../law/outcomes/outcomes.js";
import type { CaseFacts } from "./case-facts.js";
import type { HeldEvidence } from "./letter-draft.js";
import { withheldOf } from "./lint-edits.js";

/** What the decision still lacks in the file. */
export function missingInFile(facts: CaseFacts): readonly MissingEvidence[] {
  const decision = decisionOf(facts);
  return decision === null ? [] : missingEvidence(decision, heldIn(facts));
}

/** What the file holds for the decision; only what was recorded as an act is printed, for the rest stands in the text or stays inside. */
export function evidenceOf(facts: CaseFacts): readonly HeldEvidence[] {
  const decision = decisionOf(facts);
  if (decision === null) return [];
  const held = heldIn(facts);
  return requiredEvidence(decision)
    .filter((id) => held.has(id))
    .map((id) => ({ id, name: EVIDENCE[id].name, isPrinted: EVIDENCE[id].source === "event" }));
}

function decisionOf({ letter, input }: CaseFacts): DecisionToProve | null {
  if (letter.outcome === null) return null;
  const form = outcomeOfId(letter.outcome)?.forms.find((one) => one.letter === letter.id)?.id;
  return { outcome: letter.outcome, ...(form === undefined ? {} : { form }), ...withheldOf(input.edits.withheld) };
}

function heldIn({ events, input, clock, on }: CaseFacts): ReadonlySet<EvidenceId> {
  const { texts = {}, withheld = [] } = input.edits;
  const held = evidenceInEvents(events.map(({ body }) => body));
  for (const id of Object.keys(EVIDENCE) as EvidenceId[]) {
    // the keys of that very table
    if (Object.hasOwn(LETTER_FIELDS, id) && texts[id as FieldId]?.trim()) held.add(id); // just asked for
  }
  if (withheld.length > 0) held.add("withheld-parts");
  // The reasons of each part stand with the part.
  if (withheld.length > 0 && withheld.every(({ reasons }) => reasons.trim() !== "")) held.add("clause");
  if (input.earlierAnswer !== undefined) held.add("earlier-answer");
  // Silence shows in no event: the term is over and nothing came (第三十二条, 第三十五条).
  const asked = clock.consultations.filter(({ kind }) => kind === "third-party");
  if (asked.some(({ answeredOn, limit }) => answeredOn === null && limit < on)) held.add("third-party-opinion");
  const reasonsAsked = events.some(({ body }) => body.type === "reasons-asked" && body.answerBy < on);
  if (reasonsAsked && !events.some(({ body }) => body.type === "reasons-given")) held.add("reasons-judged");
  return held;
}
