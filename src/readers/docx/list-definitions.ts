import { XmlScanner } from "../xml/xml-scanner.js";
import { WORD } from "./word-names.js";
import { intValue, isOn, type WordScanner } from "./word-scanner.js";

/** One level of a list (ISO/IEC 29500-1, 17.9.6). */
export interface ListLevel {
  start: number;
  /** The name of the number format: "decimal", "chineseCounting". */
  format: string;
  /** The text of the label, with %1 to %9 for the numbers of the levels. */
  text: string;
  /** The level after which it starts anew; null is the usual: after any higher level. 0 means never. */
  restart: number | null;
  /** What stands between label and text. */
  suffix: "tab" | "space" | "nothing";
  /** Every number in the label is shown in Arabic digits (w:isLgl). */
  isArabic: boolean;
  /** Paragraphs of this style are on this level. */
  styleId: string | null;
}

/** A list as a paragraph names it: w:num. */
export interface ListDefinition {
  /** Lists with the same abstract definition go on counting from one another. */
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Levels that begin anew when this list is first used. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

interface Abstract {
  readonly levels: Map<number, ListLevel>;
  styleLink: string | null;
  numStyleLink: string | null;
}

interface Num {
  abstractId: string;
  readonly levels: Map<number, ListLevel>;
  readonly startOverrides: Map<number, number>;
}

/** Reads numbering.xml. */
export function readListDefinitions(part: Uint8Array): Map<number, ListDefinition> {
  const scanner: WordScanner = new XmlScanner(part, WORD);
  const abstracts = new Map<string, Abstract>();
  const nums = new Map<number, Num>();
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event !== "start") continue;
    if (scanner.name === "w:abstractNum") abstracts.set(scanner.attribute("w:abstractNumId") ?? "", readAbstract(scanner));
    else if (scanner.name === "w:num") nums.set(Number(scanner.attribute("w:numId")), readNum(scanner));
  }
  const byStyle = new Map<string, Abstract>();
  for (const abstract of abstracts.values()) if (abstract.styleLink !== null) byStyle.set(abstract.styleLink, abstract);
  const definitions = new Map<number, ListDefinition>();
  for (const [numId, num] of nums) {
    const named = abstracts.get(num.abstractId);
    const abstract = named?.numStyleLink == null ? named : (byStyle.get(named.numStyleLink) ?? named);
    const levels = new Map([...(abstract?.levels ?? []), ...num.levels]);
    definitions.set(numId, { abstractId: num.abstractId, levels, startOverrides: num.startOverrides });
  }
  return definitions;
}

function readAbstract(scanner: WordScanner): Abstract {
  const depth = scanner.depth;
  const abstract: Abstract = { levels: new Map(), styleLink: null, numStyleLink: null };
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    if (scanner.name === "w:lvl") abstract.levels.set(Number(scanner.attribute("w:ilvl")), readLevel(scanner));
    else if (scanner.name === "w:styleLink") abstract.styleLink = scanner.attribute("w:val");
    else if (scanner.name === "w:numStyleLink") abstract.numStyleLink = scanner.attribute("w:val");
  }
  return abstract;
}

function readNum(scanner: WordScanner): Num {
  const depth = scanner.depth;
  const num: Num = { abstractId: "", levels: new Map(), startOverrides: new Map() };
  let overridden = 0;
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    if (scanner.name === "w:abstractNumId") num.abstractId = scanner.attribute("w:val") ?? "";
    else if (scanner.name === "w:lvlOverride") overridden = Number(scanner.attribute("w:ilvl"));
    else if (scanner.name === "w:startOverride") num.startOverrides.set(overridden, intValue(scanner) ?? 1);
    else if (scanner.name === "w:lvl") num.levels.set(Number(scanner.attribute("w:ilvl")), readLevel(scanner));
  }
  return num;
}

function readLevel(scanner: WordScanner): ListLevel {
  const depth = scanner.depth;
  const level: ListLevel = {
    start: 1,
    format: "decimal",
    text: "",
    restart: null,
    suffix: "tab",
    isArabic: false,
    styleId: null,
  };
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    readLevelProperty(scanner, level);
  }
  return level;
}

function readLevelProperty(scanner: WordScanner, level: ListLevel): void {
  const value = scanner.attribute("w:val");
  switch (scanner.name) {
    case "w:start":
      level.start = intValue(scanner) ?? 1;
      break;
    case "w:numFmt":
      level.format = value ?? "decimal";
      break;
    case "w:lvlText":
      level.text = value ?? "";
      break;
    case "w:lvlRestart":
      level.restart = intValue(scanner);
      break;
    case "w:suff":
      level.suffix = value === "nothing" || value === "space" ? value : "tab";
      break;
    case "w:isLgl":
      level.isArabic = isOn(scanner);
      break;
    case "w:pStyle":
      level.styleId = value;
      break;
    default:
  }
}
