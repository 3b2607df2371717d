import { expect, test } from "vitest";
import { FORMATS } from "../../report/formats/index.js";
import { CASE_LETTERS } from "../letters/letters.js";
import { EXEMPTION_IDS, OUTCOME_IDS, OUTCOMES, outcomeIdOf, outcomeOfId, rowInFormat } from "./outcomes.js";

const resultRows = (formatId: string) => {
  const rows = FORMATS.find(({ id }) => id === formatId)?.tables.requests.rows.map(({ id }) => id) ?? [];
  return rows.slice(rows.indexOf("granted"), rows.indexOf("results_total"));
};

test("the outcomes are the result rows of the 2021 form, in its order", () => {
  expect(OUTCOMES.map(({ id }) => id)).toEqual(resultRows("f2021"));
  expect(OUTCOMES.map(({ id }) => id)).toEqual([...OUTCOME_IDS]);
});

test("in the 2019 form they are its rows, the last three being one", () => {
  const rows = new Set(OUTCOMES.map(({ id }) => rowInFormat(id, "f2019")));
  expect([...rows]).toEqual(resultRows("f2019"));
  expect(OUTCOMES.map(({ id }) => rowInFormat(id, "f2021"))).toEqual(resultRows("f2021"));
});

test("each name is the printed label of its row", () => {
  const rows = FORMATS.at(-1)?.tables.requests.rows ?? [];
  for (const { id, name, group } of OUTCOMES) {
    const row = rows.find((candidate) => candidate.id === id);
    expect(row?.label).toContain(name);
    expect(row?.group ?? group).toBe(group);
  }
});

test("each way to a row has an article, evidence and a letter that names the row", () => {
  for (const { id, forms } of OUTCOMES) {
    for (const { letter, citations, evidence } of forms) {
      expect(citations).not.toEqual([]);
      expect(evidence).not.toEqual([]);
      expect(CASE_LETTERS.find((candidate) => candidate.id === letter)?.outcome).toBe(id);
    }
  }
});

test("exactly the refusals under 第十四条至第十六条 need reconsideration first; 行政查询事项 rests on 第三十六条第七项", () => {
  expect(EXEMPTION_IDS).toEqual(OUTCOME_IDS.filter((id) => id.startsWith("denied.") && id !== "denied.admin_query"));
  for (const id of EXEMPTION_IDS) {
    expect(outcomeOfId(id)?.forms[0].citations[0]?.place).toMatch(/^第十[四五六]条/);
  }
});

test.each([
  ["granted", "granted"],
  ["denied.prohibited", "denied.other_law"],
  ["denied.three_security", "denied.three_safety"],
  ["unavailable.not_held", "unable.not_held"],
  ["unavailable.needs_processing", "unable.need_create"],
  ["unavailable.still_unclear", "unable.unclear"],
  ["not_processed.petition", "rejected.petition"],
  ["not_processed.repeat", "rejected.repeat"],
  ["not_processed.publication", "rejected.publication"],
  ["not_processed.abusive", "rejected.massive"],
  ["not_processed.reconfirm", "rejected.reissue"],
  ["other.unpaid", "other.no_payment"],
  ["other", "other.misc"],
  ["results_total", null],
  ["constructor", null],
])("%s is the row %s", (name, id) => {
  expect(outcomeIdOf(name)).toBe(id);
});
