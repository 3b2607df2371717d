import { type Break, verifyRegister, type WholeProof } from "../operations/verify-register.js";
import { columns, type Dress } from "../writers/terminal.js";
import { choice } from "./choice.js";
import type { AddCommand } from "./command.js";

interface AuditOptions {
  readonly format: string;
  readonly data?: string;
}

/** yangguang audit verify: proves the log of the register. Exit code 1 when it does not hold. */
export const addAuditCommand: AddCommand = (program, { output, finish }) => {
  const audit = program.command("audit").description("台账的日志");
  audit
    .command("verify")
    .description("逐条核对日志链、所记内容和申请人信息，再核对由事件推得的数据；指出每条链上第一处断点")
    .option("--format <format>", "输出格式：text 或 json", "text")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .addHelpText("after", "\n退出码：0 完整；1 有断点，或者推得的数据与事件不符；2 台账不能打开。")
    .action(async ({ format: wanted, data }: AuditOptions) => {
      const format = choice("--format", wanted, ["text", "json"]);
      const proof = await verifyRegister(data ?? null);
      await output.write(`${format === "json" ? JSON.stringify(proofJson(proof), null, 2) : proofText(proof, output.dress)}\n`);
      finish(proof.isIntact && differences(proof).length === 0 ? 0 : 1);
    });
};

function proofJson({ isIntact, entries, breaks, heads, projections }: WholeProof): unknown {
  const differing = projections && {
    courses: projections.courses,
    summaries: projections.summaries,
    kept_counts: projections.keptCounts,
  };
  return { is_intact: isIntact, entries, breaks, heads, differing };
}

function proofText(proof: WholeProof, dress: Dress): string {
  const { isIntact, entries, breaks, heads } = proof;
  if (!isIntact)
    return [dress.red(`日志不完整，${breaks.length} 处断点：`), ...breaks.map((one) => `  ${breakText(one)}`)].join("\n");
  const differing = differences(proof);
  return [
    dress.green(`日志完整：${heads.length} 条链，${entries} 条日志，逐条相符。`),
    ...(differing.length === 0
      ? ["由事件推得的数据（办理情况、列表、留存的统计结果）与事件相符。"]
      : [
          dress.red("日志完整，但下列推得的数据与事件不符，请运行 yangguang rebuild 重建："),
          ...differing.map((one) => `  ${one}`),
        ]),
    "各链末尾（长度、散列值），请另行保存：",
    ...columns(heads.map(({ chain, length, hash }) => [`  ${chain}`, String(length), hash])),
  ].join("\n");
}

/** What is derived and does not follow from the events, in words. */
function differences({ projections }: WholeProof): string[] {
  if (projections === null) return [];
  const { courses, summaries, keptCounts } = projections;
  const said = [
    ["办理情况", courses],
    ["列表", summaries],
    ["留存的统计结果", keptCounts],
  ] as const;
  return said.flatMap(([name, ids]) => (ids.length === 0 ? [] : [`${name} ${ids.length} 项：${shortened(ids)}`]));
}

const MOST_NAMED = 10;

function shortened(ids: readonly string[]): string {
  return `${ids.slice(0, MOST_NAMED).join("、")}${ids.length > MOST_NAMED ? " 等" : ""}`;
}

function breakText({ chain, kind, subject, message }: Break): string {
  const record = kind === null || subject === null ? "" : `（${kind} ${subject}）`;
  return `${chain === "" ? "链外" : `链 ${chain}`}：${message}${record}`;
}
