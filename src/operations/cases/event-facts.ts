import { OUTCOME_QUESTIONS } from "../../law/outcomes/outcome-questions.js";
import { chineseDay, parsePlainDate } from "../../law/plain-date.js";
import { outcomeLabel } from "../../register/outcome-label.js";
import { PROCEEDING_TRANSITIONS } from "../../register/proceedings/index.js";
import { fieldWords } from "../../register/step-fields.js";
import { TRANSITIONS } from "../../register/transitions/index.js";

export interface Fact {
  readonly label: string;
  readonly text: string;
}

const NOT_TOLD: ReadonlySet<string> = new Set(["type", "on", "eventId", "inquiry", "replacement"]);
/** The fields of each step in the order of its form: a database keeps them in another. */
const FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  [...TRANSITIONS, ...PROCEEDING_TRANSITIONS].map(({ id, input }) => [id, Object.keys(input.shape)]),
);

/** What an act records besides its kind and day, as pairs for reading. `stepId` is the transition that records it. */
export function eventFacts(stepId: string, body: object): Fact[] {
  const fields = FIELDS.get(stepId) ?? [];
  const inOrder = Object.entries(body).sort(([one], [other]) => fields.indexOf(one) - fields.indexOf(other));
  return inOrder.flatMap(([field, value]: [string, unknown]): Fact[] => {
    if (NOT_TOLD.has(field) || value === undefined) return [];
    if (field === "grounds" && typeof value === "object" && value !== null) return answersOf(value);
    const words = fieldWords(stepId, field);
    return [{ label: words?.label ?? field, text: textOf(field, value, words?.choices ?? {}) }];
  });
}

function textOf(field: string, value: unknown, choices: Readonly<Record<string, string>>): string {
  const plain = String(value);
  const choice = Object.hasOwn(choices, plain) ? choices[plain] : undefined;
  if (choice !== undefined) return choice;
  if (field === "outcome") return outcomeLabel(plain);
  const day = parsePlainDate(plain);
  return day === null ? plain : chineseDay(day);
}

/** The legal questions with the answers that were given, in the order they are asked. */
function answersOf(grounds: object): Fact[] {
  const given = new Map(Object.entries(grounds).map(([id, answer]: [string, unknown]) => [id, String(answer)]));
  return OUTCOME_QUESTIONS.flatMap(({ id, text, answers }) => {
    const answer = given.get(id);
    return answer === undefined ? [] : [{ label: text, text: answers.find((one) => one.id === answer)?.label ?? answer }];
  });
}
