import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clausesOf, sentencesOf } from "./sentences.js";

describe("sentencesOf", () => {
  test.each([
    ["一是加强领导。二是公开信息；三是监督。", ["一是加强领导。", "二是公开信息；三是监督。"]],
    ["做到“应公开、尽公开。”下一步", ["做到“应公开、尽公开。”", "下一步"]],
    ["第一行\n第二行", ["第一行", "第二行"]],
    ["  有空白。  ", ["有空白。"]],
    ["", []],
  ])("cuts %j", (text, sentences) => {
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(sentences);
  });

  test("offsets point at the sentence, and nothing but white space lies between", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("信", "。", "！", "”", " ", "\n", "1", "，") }), (text) => {
        const sentences = sentencesOf(text);
        expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(sentences.map((sentence) => sentence.text));
        expect(
          sentences
            .map((sentence) => sentence.text)
            .join("")
            .replace(/\s/g, ""),
        ).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});

describe("clausesOf", () => {
  test("a comma or colon inside a figure ends no clause", () => {
    expect(clausesOf("收到1,204件，9:30前答复：均办结。").map(({ text }) => text)).toEqual([
      "收到1,204件，",
      "9:30前答复：",
      "均办结。",
    ]);
  });
});
