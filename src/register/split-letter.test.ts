import { expect, test } from "vitest";
import { buildCaseFile, type EventSpec } from "../../test/builders/case-file.js";
import { countLetters, splitLetter } from "./split-letter.js";

const RECEIPT: readonly EventSpec[] = [
  { type: "received", on: "2025-03-03" },
  { type: "confirmed", on: "2025-03-04" },
  { type: "accepted", on: "2025-03-04", handler: "李四" },
];
const letter = buildCaseFile(RECEIPT, { description: "预算和征地补偿方案", channel: "email" });
const budget = { id: "ignored", number: "ignored", description: " 2024年度预算 " };
const land = { id: "r2", number: "2025-0002", description: "征地补偿方案" };

test("a letter becomes requests that share it, with the same receipt", () => {
  const split = splitLetter(letter, [budget, land]);
  if (!split.done) throw new Error(split.refusal.message);
  expect(split.kept).toEqual({ ...letter.request, description: "2024年度预算" });
  expect(split.added).toEqual([
    {
      request: { ...letter.request, id: "r2", number: "2025-0002", description: "征地补偿方案" },
      bodies: RECEIPT,
    },
  ]);
  expect(countLetters([split.kept, ...split.added.map(({ request }) => request), { letterId: "another" }])).toEqual({
    letters: 2,
    pieces: 3,
  });
});

test.each([
  ["only one piece", [budget], "拆分后至少应有两件申请。"],
  ["a piece that asks for nothing", [budget, { ...land, description: "  " }], "第 2 件没有写明申请内容。"],
  ["a number that is taken", [budget, { ...land, number: "2025-0001" }], "登记编号“2025-0001”重复，每件申请应有自己的编号。"],
] as const)("%s is refused", (_why, [first, ...others], message) => {
  expect(splitLetter(letter, [first, ...others])).toMatchObject({ done: false, refusal: { message } });
});

test("a case under way is not split", () => {
  const underWay = buildCaseFile([...RECEIPT, { type: "extended", on: "2025-03-20", workingDays: 20, toldOn: "2025-03-20" }]);
  expect(splitLetter(underWay, [budget, land])).toMatchObject({
    refusal: { refusalId: "underWay", message: "本件已有“延长答复期限”的办理记录，不能再拆分。" },
  });
});
