import type { Command } from "commander";
import { wholeNumber } from "./whole-number.js";

export interface ReportOptions {
  readonly agency: string;
  readonly year: string;
  readonly data?: string;
}

/** A command about the report of an agency for a year. */
export function reportCommand(report: Command, name: string, description: string): Command {
  return report
    .command(name)
    .description(description)
    .requiredOption("--agency <id>", "机关编号")
    .requiredOption("--year <year>", "年度")
    .option("--data <folder>", "台账所在的文件夹；默认按配置");
}

/** Which report is meant. */
export function reportAsked({ agency, year }: ReportOptions): { readonly agencyId: string; readonly year: number } {
  return { agencyId: agency, year: wholeNumber("--year", year, { least: 2019, most: 2199 }) };
}
