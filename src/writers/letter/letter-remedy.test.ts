import { expect, test } from "vitest";
import { buildCaseFile } from "../../../test/builders/case-file.js";
import { decided, LETTER_CASES, letterInput } from "../../../test/builders/letter.js";
import { yearOf } from "../../law/plain-date.js";
import { BODY_DESCRIPTIONS } from "../../law/remedies/reconsideration-body.js";
import { remedyMatrix } from "../../law/remedies/remedy-matrix.js";
import { draftLetter } from "./draft-letter.js";
import { paragraphText } from "./letter-draft.js";

const LETTER_OF = new Map([
  ["granted", "L-GRANT"],
  ["partial", "L-PARTIAL"],
  ["denied.internal", "L-DENY-INTERNAL"],
  ["unable.need_create", "L-PROCESSING"],
  ["rejected.petition", "L-PETITION"],
]);
const SAMPLES = [...remedyMatrix()].filter(({ outcome }) => LETTER_OF.has(outcome.id));

test.each(SAMPLES)(
  "$outcome.id of a $kind since $from ends with the clause of the matrix",
  ({ outcome, kind, from, ...clauses }) => {
    const letterId = LETTER_OF.get(outcome.id) ?? "";
    const input = letterInput(letterId, { edits: LETTER_CASES[letterId]?.edits ?? {} });
    const { agency } = input.agency;
    for (const [servedBy, clause] of [
      ["registered-mail", clauses.onPaper],
      ["online", clauses.online],
    ] as const) {
      const draft = draftLetter({
        ...input,
        caseFile: buildCaseFile([{ type: "received", on: from }, decided(outcome.id, undefined, from)], { arrivedOn: from }),
        agency: {
          ...input.agency,
          agency: { ...agency, kind },
          reconsideration: { bodyNames: BODY_DESCRIPTIONS },
          onlineChannel: "（网址）",
        },
        number: { code: "青商公开", year: yearOf(from), sequence: 1 },
        servedBy,
      });
      const last = "letterId" in draft ? paragraphText(draft.paragraphs.at(-1) ?? { parts: [] }) : draft.message;
      expect(last).toBe(clause.text.replaceAll("本答复", "本告知书"));
    }
  },
);
