import type { Vocabulary } from "../xml/vocabulary.js";
import type { XmlScanner } from "../xml/xml-scanner.js";
import type { WORD } from "./word-names.js";

/** A scanner that knows the names of WordprocessingML. */
export type WordScanner = typeof WORD extends Vocabulary<infer Element, infer Attribute> ? XmlScanner<Element, Attribute> : never;

/** Whether a switch such as w:vanish is on: it is unless its value says otherwise (ISO/IEC 29500-1, 17.17.4). */
export function isOn(scanner: WordScanner): boolean {
  const value = scanner.attribute("w:val");
  return value === null || !(value === "0" || value === "false" || value === "off" || value === "none");
}

/** A whole number in w:val; null when there is none. */
export function intValue(scanner: WordScanner): number | null {
  const value = scanner.attribute("w:val");
  return value !== null && /^-?\d{1,10}$/.test(value) ? Number(value) : null;
}
