import { listNumber } from "../list-number.js";

/** The counting systems of automatic numbers ([MS-OSHARED] 2.2.1.3) by the names Office Open XML gives them. */
const FORMATS = new Map<number, string>([
  [1, "upperRoman"],
  [2, "lowerRoman"],
  [3, "upperLetter"],
  [4, "lowerLetter"],
  [10, "ideographDigital"],
  [11, "japaneseCounting"],
  [14, "decimalFullWidth"],
  [18, "decimalEnclosedCircle"],
  [19, "decimalFullWidth2"],
  [22, "decimalZero"],
  [26, "decimalEnclosedFullstop"],
  [27, "decimalEnclosedParen"],
  [28, "decimalEnclosedCircleChinese"],
  [29, "ideographEnclosedCircle"],
  [30, "ideographTraditional"],
  [31, "ideographZodiac"],
  [33, "taiwaneseCounting"],
  [34, "ideographLegalTraditional"],
  [35, "taiwaneseCountingThousand"],
  [36, "taiwaneseDigital"],
  [37, "chineseCounting"],
  [38, "chineseLegalSimplified"],
  [39, "chineseCountingThousand"],
]);

/** True for the systems that print a sign in place of a number. */
export function isBullet(system: number): boolean {
  return system === 23 || system === 255;
}

/** An automatic number as it is printed: 3 → "3", "三", "③", "C", "iii". */
export function numberText(value: number, system: number): string {
  return listNumber(value, FORMATS.get(system) ?? "decimal");
}
