import fc from "fast-check";
import { expect, test } from "vitest";
import { listNumber } from "./list-number.js";

test.each([
  [1, "decimal", "1"],
  [10, "chineseCounting", "十"],
  [12, "chineseCountingThousand", "十二"],
  [20, "japaneseCounting", "二十"],
  [21, "chineseCountingThousand", "二十一"],
  [105, "chineseCountingThousand", "一百〇五"],
  [110, "chineseCountingThousand", "一百一十"],
  [1001, "chineseCountingThousand", "一千〇一"],
  [12_000, "chineseCountingThousand", "一万二千"],
  [15, "chineseLegalSimplified", "壹拾伍"],
  [10, "ideographDigital", "一〇"],
  [3, "ideographTraditional", "丙"],
  [3, "ideographZodiac", "寅"],
  [1, "decimalEnclosedCircle", "①"],
  [21, "decimalEnclosedCircleChinese", "㉑"],
  [36, "decimalEnclosedCircle", "㊱"],
  [2, "decimalEnclosedParen", "⑵"],
  [2, "decimalEnclosedFullstop", "⒉"],
  [2, "ideographEnclosedCircle", "㊁"],
  [12, "decimalFullWidth", "１２"],
  [7, "decimalZero", "07"],
  [27, "lowerLetter", "aa"],
  [2, "upperLetter", "B"],
  [14, "lowerRoman", "xiv"],
  [1990, "upperRoman", "MCMXC"],
  [5, "koreanCounting", "5"],
])("%i as %s is %s", (value, format, text) => {
  expect(listNumber(value, format)).toBe(text);
});

test("two numbers never look alike in Chinese", () => {
  fc.assert(
    fc.property(fc.nat(99_999), fc.nat(99_999), (one, other) => {
      fc.pre(one !== other);
      expect(listNumber(one, "chineseCounting")).not.toBe(listNumber(other, "chineseCounting"));
    }),
  );
});
