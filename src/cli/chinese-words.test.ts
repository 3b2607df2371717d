import { Command, Option } from "commander";
import { describe, expect, test } from "vitest";
import { CHINESE_HELP, chineseFault } from "./chinese-words.js";

/** A small program as the command line builds it, and what it writes. */
function said(words: readonly string[]): string {
  let told = "";
  const program = new Command("yangguang")
    .configureHelp(CHINESE_HELP)
    .configureOutput({
      writeOut: (text) => {
        told += text;
      },
      outputError: (text) => {
        told += chineseFault(text);
      },
    })
    .exitOverride();
  program
    .command("check")
    .description("检查年度报告")
    .argument("<file>", "文件")
    .addOption(new Option("--form <form>", "格式").choices(["text", "json"]))
    .option("--least <grade>", "程度", "question")
    .requiredOption("--year <year>", "年度")
    .action(() => undefined);
  try {
    program.parse(words, { from: "user" });
  } catch {
    return told;
  }
  return told;
}

describe("a command line that is wrong is told so in Chinese", () => {
  test.each([
    [["chek"], "没有“chek”这个命令。\n是不是要写：check？\n"],
    [["check", "a", "--year", "2020", "--from", "text"], "没有“--from”这个选项。\n是不是要写：--form？\n"],
    [["check", "--year", "2020"], "缺少参数“file”。\n"],
    [["check", "a"], "缺少选项“--year <year>”。\n"],
    [["check", "a", "--year"], "选项“--year <year>”后面缺少内容。\n"],
    [["check", "a", "--form", "doc"], "选项“--form <form>”不能是“doc”，可以是：text, json。\n"],
    [["check", "a", "b", "--year", "2020"], "参数太多：至多 1 个，写了 2 个。\n"],
  ])("%j", (words, sentence) => {
    expect(said(words)).toBe(sentence);
  });
});

test("the help has no English words but those that are typed", () => {
  const help = said(["check", "--help"]);
  expect(help).toContain("用法： yangguang check [选项] <file>");
  expect(help).toContain("程度（默认：question）");
  expect(help).not.toMatch(/default|Usage|options/);
});
