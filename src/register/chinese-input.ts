import { z } from "zod";

const chinese = z.locales.zhCN().localeError;

const MISSING: ReadonlySet<string | undefined> = new Set(["invalid_type", "invalid_value"]);

/** What is wrong with a value that was entered, in Chinese and without the words of programmers. */
export const chineseInput: typeof chinese = (issue) => {
  const isMissing = issue.input === undefined && MISSING.has(issue.code);
  const isEmpty = issue.input === "" && issue.code === "too_small";
  return isMissing || isEmpty ? "没有填写" : (plainWords(issue) ?? chinese(issue));
};

/** The faults people make themselves; the rest is said as the library says it. */
function plainWords(issue: Parameters<typeof chinese>[0]): string | null {
  switch (issue.code) {
    case "invalid_format":
      return issue.format === "date" ? "应为 2026-01-31 这样的日期" : null;
    case "too_big":
      return tooFar(issue.origin, `不能超过 ${issue.maximum}`);
    case "too_small":
      return tooFar(issue.origin, `不能少于 ${issue.minimum}`);
    case "invalid_type":
      return issue.input === null ? "没有填写" : null;
    default:
      return null;
  }
}

/** A limit with the unit of what is limited; null where neither signs nor a number are counted. */
function tooFar(origin: string, limit: string): string | null {
  if (origin === "string") return `${limit} 个字`;
  return origin === "number" || origin === "int" ? limit : null;
}
