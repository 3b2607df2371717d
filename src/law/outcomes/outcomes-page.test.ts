import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { citationText } from "../citation.js";
import { EVIDENCE } from "./evidence.js";
import { OUTCOME_QUESTIONS } from "./outcome-questions.js";
import { OUTCOMES } from "./outcomes.js";

const PAGE = readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "law", "outcomes.md"), "utf8");

test("docs/law/outcomes.md shows each way to a row with its articles, letter, remedy and evidence", () => {
  for (const { id, remedy, certainty, forms } of OUTCOMES) {
    for (const { name, citations, letter, evidence } of forms) {
      const cells = [
        `\`${id}\``,
        name,
        citations.map(citationText).join("、"),
        letter,
        `\`${remedy}\``,
        evidence.map((one) => EVIDENCE[one].name).join("；"),
        certainty,
      ];
      expect(PAGE).toContain(`| ${cells.join(" | ")} |`);
    }
  }
});

test("it shows every question with its answers", () => {
  for (const { text, citation, answers } of OUTCOME_QUESTIONS) {
    for (const { label } of answers) expect(PAGE).toContain(`| ${text} | ${citationText(citation)} | ${label} |`);
  }
});
