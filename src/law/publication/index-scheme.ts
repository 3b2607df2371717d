import { plainIdentifier } from "../identifiers/identifier-fault.js";
import type { PlainDate } from "../plain-date.js";

/** How an agency makes 索引号: a pattern of fixed text and the fields {holder}, {year}, {month}, {day}, {theme} and {serial:digits}. */
export interface IndexScheme {
  readonly pattern: string;
  /** The code of the agency that stands in front. */
  readonly holder: string;
}

/** The schemes that are in use; certainty B for the first, which the catalogue guideline lays down: 20 characters. */
export const INDEX_PATTERNS = {
  guideline: "{holder}/{year}-{serial:5}",
  "hyphen-6": "{holder}-{year}-{serial:6}",
  dated: "{holder}/{year}{month}{day}-{serial:5}",
  themed: "{holder}-{theme}-{year}-{serial:5}",
} as const;

/** What an index number is made for. */
export interface IndexedOn {
  readonly on: PlainDate;
  readonly theme: string | null;
}

/** The front part of 索引号 by the guideline: the organization code (9 characters) of a credit code, which holds it at places 9 to 17. */
export function guidelineHolder(creditCode: string): string | null {
  const code = plainIdentifier(creditCode);
  return /^[0-9A-Z]{18}$/.test(code) ? code.slice(8, 17) : null;
}

const FIELD = /\{(holder|year|month|day|theme|serial)(?::([1-9]))?\}/g;

/** What is wrong with a scheme, as a sentence; null when numbers can be made by it. */
export function indexSchemeFault({ pattern, holder }: IndexScheme): string | null {
  const fields = [...pattern.matchAll(FIELD)].map(([, field]) => field);
  if (fields.filter((field) => field === "serial").length !== 1) return "索引号的规则里应当有且只有一个流水号 {serial:5}。";
  if (!fields.includes("year")) return "索引号的规则里应当有年份 {year}，流水号每年从 1 开始。";
  if (/[{}]/.test(pattern.replaceAll(FIELD, ""))) return "索引号的规则里有认不出的项目。";
  if (fields.includes("holder") && plainIdentifier(holder) === "") return "请填写索引号前段的机构代码。";
  if (seriesOf({ pattern, holder }, { on: "2025-12-31" as PlainDate, theme: "0000" }).length > 60)
    return "索引号过长，不能超过 60 个字符。"; // a day that exists
  return null;
}

/** The index number with everything but its serial, which counts from one in each series of an agency. */
export function seriesOf({ pattern, holder }: IndexScheme, { on, theme }: IndexedOn): string {
  const [year = "", month = "", day = ""] = on.split("-");
  return pattern.replaceAll(FIELD, (whole, field: string) => {
    switch (field) {
      case "holder":
        return plainIdentifier(holder);
      case "year":
        return year;
      case "month":
        return month;
      case "day":
        return day;
      case "theme":
        return theme ?? "0000";
      default:
        return whole;
    }
  });
}

/** The index number in a series: 000014349/2017-00110. A serial that outgrows its digits is written in full. */
export function numberInSeries(series: string, serial: number): string {
  return series.replace(/\{serial(?::([1-9]))?\}/, (_whole, digits: string | undefined) =>
    String(serial).padStart(Number(digits ?? "1"), "0"),
  );
}
