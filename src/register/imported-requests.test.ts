import { expect, test } from "vitest";
import { dayIn } from "../../test/builders/case-file.js";
import { importedRequests } from "./imported-requests.js";
import { similarRequests } from "./similar-requests.js";

const SETTING = { importId: "import-1", agencyId: "a1", today: dayIn("2026-03-01"), firstRow: 1 };
const HEAD = ["登记编号", "收到日期", "申请方式", "申请人类型", "申请人", "申请内容", "办理结果", "答复日期", "送达日期"];
const ROW = ["1号", "2025年3月3日", "邮寄", "个人", "张三", "低保资金", "予以公开", "2025/3/20", "2025.3.21"];

const read = (...rows: (readonly string[])[]) => importedRequests([HEAD, ...rows], SETTING);

test("a row becomes a request with what is known to have happened", () => {
  const { requests, faults, columns } = read(ROW);
  expect(faults).toEqual([]);
  expect(columns[1]).toEqual({ heading: "收到日期", meaning: "到达日期" });
  expect(requests[0]).toMatchObject({
    row: 2,
    request: { id: "import-1-2", number: "1号", channel: "registered_mail", arrivedOn: "2025-03-03", isImported: true },
    bodies: [
      { type: "received", on: "2025-03-03" },
      { type: "decided", on: "2025-03-20", outcome: "granted" },
      { type: "served", on: "2025-03-21", method: "registered-mail" },
    ],
  });
});

test.each([
  ["1.属于国家秘密", "denied.state_secret"],
  ["不予公开·属于国家秘密", "denied.state_secret"],
  ["（二）部分公开", "partial"],
  ["重复申请", "rejected.repeat"],
  ["granted", "granted"],
])("%s is the row %s of table three", (text, outcome) => {
  const { requests } = read(ROW.with(6, text));
  expect(requests[0]?.bodies.find(({ type }) => type === "decided")).toMatchObject({ outcome });
});

test.each([
  [ROW.with(1, "2025-02-30"), "到达日期", "“2025-02-30”不是日期，应写如“2025-03-03”或者“2025年3月3日”。"],
  [ROW.with(1, "2026-12-01"), "到达日期", "“2026-12-01”晚于今天。"],
  [ROW.with(2, "飞鸽"), "提出渠道", "认不出渠道“飞鸽”；可以填写：当面提交、挂号信、平信、网上、电子邮件、传真、口头。"],
  [ROW.with(6, "公开了"), "办理结果", "认不出办理结果“公开了”；应是年度报告表三中的一项。"],
  [ROW.with(7, ""), "办结日期", "填写了办理结果，没有填写办结日期。"],
  [ROW.with(6, "").with(7, ""), "办理结果", "填写了送达日期，没有填写办理结果。"],
  [ROW.with(8, "2025-03-01"), "送达日期", "送达日期早于办结日期。"],
  [ROW.with(0, ""), "登记编号", "没有填写。"],
])("a faulty row is not taken over: %#", (row, column, message) => {
  const { requests, faults } = read(row);
  expect(requests).toEqual([]);
  expect(faults).toContainEqual({ row: 2, column, message });
});

test("a missing column, a double number, and blank rows", () => {
  expect(importedRequests([HEAD.slice(1), ROW.slice(1)], SETTING).faults).toEqual([
    { row: 1, column: null, message: "没有“登记编号”一列。" },
  ]);
  const { faults, rows } = read(
    ROW,
    ROW.map(() => " "),
    ROW,
  );
  expect(faults).toEqual([{ row: 4, column: "登记编号", message: "登记编号“1号”与第2行相同。" }]);
  expect(rows).toBe(2);
});

test("two of whom no number is known are not the same person", () => {
  const { requests } = read(ROW, ROW.with(0, "2号"));
  expect(requests.map(({ request }) => "identity" in request.requester)).toEqual([false, false]);
  const [one, other] = requests.map(({ request }) => request);
  if (one === undefined || other === undefined) throw new Error("Two rows were read.");
  expect(similarRequests(one, [other]).map(({ relation }) => relation)).toEqual(["other-requester"]);
});
