import { z } from "zod";

const chinese = z.locales.zhCN().localeError;

/** What is wrong with a value that was entered, in Chinese; what is missing is called so, without the words of programmers. */
export const chineseInput: typeof chinese = (issue) =>
  issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value") ? "没有填写" : chinese(issue);
