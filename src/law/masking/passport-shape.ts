import type { PersonalDatum } from "./personal-datum.js";

/**
 * Shapes of passports and travel permits: "0" stands for a digit, "#" for a letter or digit, "A" after the first character for a letter,
 * any other letter for itself. Settings, because states and years differ; none is law.
 */
export const DEFAULT_PASSPORTS: readonly string[] = [
  "E00000000", // 普通电子护照
  "EA0000000",
  "G00000000", // 普通护照
  "D00000000",
  "S00000000",
  "P00000000",
  "H00000000", // 港澳居民来往内地通行证
  "H0000000000",
  "M00000000",
  "M0000000000",
  "C00000000", // 往来港澳通行证
  "CA0000000",
  "T00000000", // 大陆居民往来台湾通行证
  "L00000000",
];

/** Without one of these before it, such a number is as well the number of a file or a product. */
const NAMED = /(?:护照|通行证|居留证|旅行证|证件号码?|证件编号|passport)[^，。；\n]{0,12}$/i;

export function* passportsIn(text: string, shapes: readonly string[]): Generator<PersonalDatum> {
  const patterns = shapes.map(shapePattern);
  for (const { 0: number, index } of text.matchAll(/(?<![A-Za-z0-9])[A-Za-z]{1,3}[0-9]{6,10}(?![A-Za-z0-9])/g)) {
    const plain = number.toUpperCase();
    if (!patterns.some((pattern) => pattern.test(plain))) continue;
    if (!NAMED.test(text.slice(Math.max(0, index - 24), index))) continue;
    yield { kind: "passport", start: index, end: index + number.length, text: number, sureness: "likely" };
  }
}

function shapePattern(shape: string): RegExp {
  let source = "";
  for (let at = 0; at < shape.length; at++) {
    const sign = shape.charAt(at);
    if (at > 0 && sign === "A") source += "[A-Z]";
    else if (sign === "0") source += "[0-9]";
    else if (sign === "#") source += "[A-Z0-9]";
    else if (/[A-Z]/.test(sign)) source += sign;
  }
  return new RegExp(`^${source}$`);
}
