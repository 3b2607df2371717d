import { citationText } from "../law/citation.js";
import { CASE_STATES, OPEN_STATES } from "./case-state.js";
import type { ProceedingTransition } from "./define-proceeding-transition.js";
import type { CaseTransition } from "./define-transition.js";
import { GENERAL_MESSAGES } from "./procedure.js";
import { PROCEEDING_STATES } from "./proceeding-state.js";
import { PROCEEDING_TRANSITIONS } from "./proceedings/index.js";
import { mayAct, ROLE_LABELS, ROLES } from "./role.js";
import { TRANSITIONS } from "./transitions/index.js";

/** What the page needs of a transition, of whatever kind of file. */
type Described = Pick<
  CaseTransition | ProceedingTransition,
  "id" | "label" | "basis" | "from" | "to" | "leaves" | "role" | "refusals" | "flags"
> & { readonly records: string };

type Labels = Readonly<Record<string, string>>;

/** The page docs/register/transitions.md: diagram, steps, permissions and sentences, as the code has them. */
export function transitionsPage(): string {
  return `${[
    "# 办理步骤",
    "本页由代码生成（`src/register/transitions-page.ts`），测试逐字核对；修改步骤后运行 `npx vitest run src/register/transitions-page.test.ts -u` 更新。",
    "状态、期限和年度报告的数字都由记录算出，从不另行保存。补记的事项按发生的日期归位，晚于期限的事项照记并提示；只有讲不通的才会被拒绝，并说明理由。",
    "## 政府信息公开申请",
    stateDiagram(TRANSITIONS, CASE_STATES, { label: "待答复", members: OPEN_STATES }),
    stepTable(TRANSITIONS, CASE_STATES),
    "## 行政复议、行政诉讼",
    stateDiagram(PROCEEDING_TRANSITIONS, PROCEEDING_STATES),
    stepTable(PROCEEDING_TRANSITIONS, PROCEEDING_STATES),
    "## 谁可以办理",
    "各角色也可以办理前面角色的事项。",
    permissionTable([...TRANSITIONS, ...PROCEEDING_TRANSITIONS]),
    "## 拒绝的理由",
    "任何步骤都可能因下列理由被拒绝或者提示（`lateEntry` 仅为提示）：",
    sentenceTable(Object.entries(GENERAL_MESSAGES).map(([id, text]) => ({ id, text }))),
    "各步骤自己的理由：",
    sentenceTable(sentencesOf("refusals")),
    "## 照记并提示",
    sentenceTable(sentencesOf("flags")),
    "超过期限的提示来自期限计算（`src/law/clock`），不在此列。",
  ].join("\n\n")}\n`;
}

/** States that are drawn inside a box of their own, with one arrow for all of them. */
interface Group {
  readonly label: string;
  readonly members: readonly string[];
}

/** Mermaid's state diagram: an arrow for each step that changes the state. Corrections can lead anywhere and are left out. */
export function stateDiagram(transitions: readonly Described[], labels: Labels, group: Group | null = null): string {
  const names = Object.keys(labels);
  const node = (name: string) => `s${names.indexOf(name)}`;
  const members = group?.members ?? [];
  const arrowsOf = ({ label, leaves }: Described, target: string): string[] => {
    // The box may not point into itself.
    const isFromGroup = members.length > 0 && !members.includes(target) && members.every((name) => leaves.includes(name));
    const sources = leaves.filter((name) => name !== target && !(isFromGroup && members.includes(name))).map(node);
    return [...(isFromGroup ? ["open"] : []), ...sources].map((source) => `  ${source} --> ${node(target)}: ${label}`);
  };
  const state = (name: string) => `state "${labels[name]}" as ${node(name)}`;
  return [
    "```mermaid",
    "stateDiagram-v2",
    ...names.filter((name) => !members.includes(name)).map((name) => `  ${state(name)}`),
    ...(group ? [`  state "${group.label}" as open {`, ...members.map((name) => `    ${state(name)}`), "  }"] : []),
    `  [*] --> ${node(names[0] ?? "")}`,
    ...transitions
      .filter(({ records }) => records !== "corrected" && records !== "request-corrected")
      .flatMap((one) => one.to.flatMap((target) => arrowsOf(one, target))),
    "```",
  ].join("\n");
}

function stepTable(transitions: readonly Described[], labels: Labels): string {
  const named = (states: readonly string[]) => states.map((name) => labels[name] ?? name).join("、");
  return table(
    ["步骤", "编号", "依据", "何时可以", "之后", "记录"],
    transitions.map(({ id, label, basis, from, to, records }) => [
      label,
      `\`${id}\``,
      basis.map(citationText).join("；"),
      named(from),
      to.length === 0 ? "不变" : named(to),
      `\`${records}\``,
    ]),
  );
}

function permissionTable(transitions: readonly Described[]): string {
  return table(
    ["步骤", ...ROLES.map((role) => ROLE_LABELS[role])],
    transitions.map(({ label, role: needed }) => [label, ...ROLES.map((role) => (mayAct(role, needed) ? "可以" : "—"))]),
  );
}

function sentencesOf(kind: "refusals" | "flags"): { id: string; text: string }[] {
  const every: readonly Described[] = [...TRANSITIONS, ...PROCEEDING_TRANSITIONS];
  return every.flatMap((transition) =>
    Object.entries(transition[kind]).map(([id, text]) => ({ id: `${transition.id}/${id}`, text })),
  );
}

const sentenceTable = (sentences: readonly { readonly id: string; readonly text: string }[]): string =>
  table(
    ["编号", "说明"],
    sentences.map(({ id, text }) => [`\`${id}\``, text]),
  );

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
