import type { AddCommand } from "./command.js";
import { addReportChecking } from "./report-checking.js";
import { addReportDrafting } from "./report-drafting.js";
import { addReportFreezing } from "./report-freezing.js";

/** yangguang report: the annual report from the draft to its release and correction. */
export const addReportCommand: AddCommand = (program, terminal) => {
  const report = program.command("report").description("编制年度报告：草稿、检查、定稿、发布、更正");
  for (const add of [addReportDrafting, addReportChecking, addReportFreezing]) add(report, terminal);
};
