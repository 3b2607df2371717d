import { listNumber } from "../list-number.js";
import type { OdtScanner } from "./odt-names.js";

/** One level of a list style (ISO/IEC 26300-1, 16.31). */
export interface ListLevel {
  readonly start: number;
  /** As the file writes it: "1", "一, 二, 三, ..."; empty for none. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels the label shows. */
  readonly shown: number;
  /** The whole label with %1% for the number of level one, when the file gives it so. */
  readonly pattern: string | null;
}

/** The levels of a list that are numbered, from 1. */
export type ListStyle = ReadonlyMap<number, ListLevel>;

const FORMATS: ReadonlyMap<string, string> = new Map([
  ["1", "decimal"],
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
  ["一", "chineseCounting"],
  ["壹", "chineseLegalSimplified"],
  ["壱", "chineseLegalSimplified"],
  ["甲", "ideographTraditional"],
  ["子", "ideographZodiac"],
  ["①", "decimalEnclosedCircle"],
  ["１", "decimalFullWidth"],
  ["〇", "ideographDigital"],
]);

/** Reads the list style that just started. */
export function readListStyle(scanner: OdtScanner): ListStyle {
  const depth = scanner.depth;
  const levels = new Map<number, ListLevel>();
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    if (scanner.name !== "text:list-level-style-number" && scanner.name !== "text:outline-level-style") continue;
    levels.set(Number(scanner.attribute("text:level")), {
      start: Number(scanner.attribute("text:start-value") ?? "1") || 1,
      format: scanner.attribute("style:num-format") ?? "",
      prefix: scanner.attribute("style:num-prefix") ?? "",
      suffix: scanner.attribute("style:num-suffix") ?? "",
      shown: Number(scanner.attribute("text:display-levels") ?? "1") || 1,
      pattern: scanner.attribute("style:num-list-format") ?? scanner.attribute("loext:num-list-format"),
    });
  }
  return levels;
}

/** The label of a paragraph whose levels stand at these numbers: counters[1] is level one. */
export function labelOf(style: ListStyle, level: number, counters: readonly (number | undefined)[]): string {
  const form = style.get(level);
  if (!form || form.format === "") return "";
  const numberAt = (at: number): string => {
    const own = style.get(at);
    return listNumber(counters[at] ?? own?.start ?? 1, FORMATS.get([...(own?.format ?? "")][0] ?? "1") ?? "decimal");
  };
  if (form.pattern !== null) return form.pattern.replace(/%(\d{1,2})%/g, (_, at: string) => numberAt(Number(at)));
  const numbers: string[] = [];
  for (let at = Math.max(level - form.shown + 1, 1); at <= level; at++) {
    if (at === level || (style.get(at)?.format ?? "") !== "") numbers.push(numberAt(at));
  }
  return form.prefix + numbers.join(".") + form.suffix;
}
