import { SEVERITY_NAMES } from "../findings/checked-file.js";
import { answerFinding } from "../operations/reports/answer-finding.js";
import { checkDraft, type DraftFinding } from "../operations/reports/check-draft.js";
import { type DraftState, draftState } from "../operations/reports/report-state.js";
import type { Dress } from "../writers/terminal.js";
import { choice } from "./choice.js";
import type { AddCommand } from "./command.js";
import { instant } from "./instant.js";
import { type ReportOptions, reportAsked, reportCommand } from "./report-question.js";
import { withOffice } from "./with-office.js";

/** yangguang report check and answer: everything the checks say of the draft, and why it may be published all the same. */
export const addReportChecking: AddCommand = (report, { output, finish }) => {
  reportCommand(report, "check", "检查草稿，列出问题和定稿前还要做的事")
    .option("--as-of <instant>", "只计这一时刻以前登记的内容")
    .option("--format <format>", "输出格式：text 或 json", "text")
    .addHelpText("after", "\n退出码：0 可以定稿（年度结束后）；1 还有要做的事；2 不能执行。")
    .action(async (options: ReportOptions & { readonly asOf?: string; readonly format: string }) => {
      const format = choice("--format", options.format, ["text", "json"]);
      const { asOf } = options;
      const question = { ...reportAsked(options), ...(asOf !== undefined && { asOf: instant("--as-of", asOf) }) };
      const { findings, ...drafted } = await withOffice(options.data ?? null, (office, actor) =>
        checkDraft(office, actor, question),
      );
      const state = draftState(drafted, findings);
      const text =
        format === "json"
          ? JSON.stringify({ as_of: drafted.counted.tally.asOf, state: stateJson(state), findings }, null, 2)
          : checkText(drafted.draft.title, { findings, state }, output.dress);
      await output.write(`${text}\n`);
      finish(state.toWrite + state.unanswered + state.unexplained > 0 ? 1 : 0);
    });

  reportCommand(report, "answer", "写明一个问题可以不改的理由，随报告一并保存")
    .requiredOption("--finding <id>", "问题编号（见 report check）")
    .requiredOption("--reason <text>", "理由；写“”则撤回")
    .action(async (options: ReportOptions & { readonly finding: string; readonly reason: string }) => {
      const answer = { ...reportAsked(options), fingerprint: options.finding, reason: options.reason };
      const kept = await withOffice(options.data ?? null, (office, actor) => answerFinding(office, actor, answer));
      await output.write(kept === null ? "理由已撤回\n" : `理由已保存：${kept.text}\n`);
    });
};

function stateJson({ toWrite, errors, warnings, questions, unanswered, unexplained, blanks }: DraftState): unknown {
  return { to_write: toWrite, errors, warnings, questions, unanswered, unexplained, blanks };
}

interface Checked {
  readonly findings: readonly DraftFinding[];
  readonly state: DraftState;
}

function checkText(title: string, { findings, state }: Checked, dress: Dress): string {
  const { errors, warnings, questions, toWrite, unanswered, unexplained, blanks } = state;
  const rest = [
    ...(toWrite > 0 ? [`${toWrite} 处待写（report draft 列出）`] : []),
    ...(unanswered > 0 ? [`${unanswered} 个问题须更正或者写明理由`] : []),
    ...(unexplained > 0 ? [`${unexplained} 格与上年报告不一致，须说明（books show 列出）`] : []),
  ];
  return [
    dress.bold(title),
    `错误 ${errors} · 警告 ${warnings} · 询问 ${questions}${blanks > 0 ? `；空白 ${blanks} 格` : ""}`,
    rest.length === 0 ? dress.green("没有妨碍定稿的问题。") : dress.yellow(`定稿前还要做：${rest.join("；")}。`),
    ...findings.flatMap((finding) => ["", ...findingLines(finding, dress)]),
  ].join("\n");
}

function findingLines({ severity, where, message, fingerprint, checkId, basis, freezing, reason }: DraftFinding, dress: Dress) {
  const colour = severity === "error" ? dress.red : severity === "warning" ? dress.yellow : dress.cyan;
  const answer =
    reason !== null
      ? `  理由：${reason.text}（${reason.by}）`
      : freezing === "never"
        ? "  须更正，不能以理由代替"
        : freezing === "with-reason"
          ? `  更正，或者写明理由：report answer --finding ${fingerprint} --reason 理由`
          : null;
  return [
    `${colour(SEVERITY_NAMES[severity])} ${where}`,
    `  ${message}`,
    dress.dim(`  ${checkId}${basis.length === 0 ? "" : `　依据：${basis.join("；")}`}`),
    ...(answer === null ? [] : [answer]),
  ];
}
