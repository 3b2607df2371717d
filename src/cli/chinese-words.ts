import type { HelpConfiguration } from "commander";

const TITLES: ReadonlyMap<string, string> = new Map([
  ["Usage:", "用法："],
  ["Arguments:", "参数："],
  ["Options:", "选项："],
  ["Commands:", "命令："],
]);

/** The help of the command line in Chinese: the library that reads the command line writes these words in English. */
export const CHINESE_HELP: HelpConfiguration = {
  styleTitle: (title) => TITLES.get(title) ?? title,
  styleUsage: chineseUsage,
  styleSubcommandTerm: chineseUsage,
  styleOptionDescription: (text) => text.replace(/ \(default: "?([^"()]*)"?\)$/, "（默认：$1）"),
};

function chineseUsage(text: string): string {
  return text.replace("[options]", "[选项]").replace("[command]", "[命令]");
}

/** What the library says is wrong with a command line, and how it is said in Chinese; the first that fits. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '([^']*)'/m, "没有“$1”这个命令。"],
  [/^error: unknown option '([^']*)'/m, "没有“$1”这个选项。"],
  [/^error: missing required argument '([^']*)'/m, "缺少参数“$1”。"],
  [/^error: required option '([^']*)' not specified/m, "缺少选项“$1”。"],
  [/^error: option '([^']*)' argument missing/m, "选项“$1”后面缺少内容。"],
  [/^error: option '([^']*)' argument '([^']*)' is invalid\. Allowed choices are (.*)\.$/m, "选项“$1”不能是“$2”，可以是：$3。"],
  [/^error: option '([^']*)' argument '([^']*)' is invalid\. ?/m, "选项“$1”不能是“$2”。"],
  [
    /^error: too many arguments(?: for '([^']*)')?\. Expected (\d+) arguments? but got (\d+)[.:].*$/m,
    "参数太多：至多 $2 个，写了 $3 个。",
  ],
  [/^error: option '([^']*)' cannot be used with option '([^']*)'/m, "选项“$1”和“$2”不能同时使用。"],
];

/** A fault of the command line in Chinese; as it stands where the library says something else. */
export function chineseFault(text: string): string {
  const told = text.replace(/\(Did you mean (?:one of )?([^?]*)\?\)/, "是不是要写：$1？");
  const fault = FAULTS.find(([pattern]) => pattern.test(told));
  return fault === undefined ? told : told.replace(fault[0], fault[1]);
}
