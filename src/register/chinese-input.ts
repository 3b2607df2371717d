import { z } from "zod";

const chinese = z.locales.zhCN().localeError;

const MISSING: ReadonlySet<string | undefined> = new Set(["invalid_type", "invalid_value"]);

/** What is wrong with a value that was entered, in Chinese; what is missing is called so, without the words of programmers. */
export const chineseInput: typeof chinese = (issue) => {
  const isMissing = issue.input === undefined && MISSING.has(issue.code);
  const isEmpty = issue.input === "" && issue.code === "too_small";
  return isMissing || isEmpty ? "没有填写" : chinese(issue);
};
