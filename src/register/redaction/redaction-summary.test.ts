import { expect, test } from "vitest";
import { pagesText, redactedParts, redactionSummary } from "./redaction-summary.js";

test("the letter says how much was withheld on which pages, why and under which article, and not what", () => {
  const marks = [
    { ground: "denied.third_party", page: 1 },
    { ground: "denied.third_party", page: 2 },
    { ground: "denied.state_secret", page: 5 },
  ] as const;
  expect(redactionSummary(marks, "会议纪要")).toEqual([
    "您申请获取的《会议纪要》中含有不应当公开的内容，但是能够作区分处理。根据《政府信息公开条例》第三十七条，本机关对下列内容作了遮盖，其余内容予以公开：",
    "1．第5页遮盖 1 处，理由：属于国家秘密，依据：《政府信息公开条例》第十四条；",
    "2．第1至2页遮盖 2 处，理由：保护第三方合法权益，依据：《政府信息公开条例》第十五条。",
  ]);
});

test("each ground is a part of the letter, with its places", () => {
  const marks = [
    { ground: "denied.third_party", page: 1 },
    { ground: "denied.third_party", page: 2 },
    { ground: "denied.state_secret", page: 5 },
  ] as const;
  expect(redactedParts(marks, "会议纪要")).toEqual([
    { part: "《会议纪要》第5页遮盖的 1 处", outcome: "denied.state_secret" },
    { part: "《会议纪要》第1至2页遮盖的 2 处", outcome: "denied.third_party" },
  ]);
});

test("nothing withheld, nothing said", () => expect(redactionSummary([], "会议纪要")).toEqual([]));

test.each([
  [[3], "第3页"],
  [[3, 1, 2, 3], "第1至3页"],
  [[1, 3, 4, 9], "第1页、第3至4页、第9页"],
])("pages %j are %s", (pages, text) => expect(pagesText(pages)).toBe(text));
