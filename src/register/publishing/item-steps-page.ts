import { citationText } from "../../law/citation.js";
import { ITEM_TRANSITIONS } from "../publishing-steps/index.js";
import { stateDiagram } from "../transitions-page.js";
import { ITEM_STATES } from "./item-state.js";

/** The page docs/publishing/steps.md: diagram, steps and sentences, as the code has them. */
export function itemStepsPage(): string {
  return `${[
    "# 主动公开的办理步骤",
    "本页由代码生成（`src/register/publishing/item-steps-page.ts`），测试逐字核对；修改步骤后运行 `npx vitest run src/register/publishing/item-steps-page.test.ts -u` 更新。",
    "状态、期限、目录和年度报告的数字都由记录算出。各步骤的时间是服务器的时间，不能填写，也不能补记。",
    "## 状态",
    stateDiagram(ITEM_TRANSITIONS, LABELS),
    "“审核”“保密审查”之后的状态由结论决定：同意的进入下一环节，最后一个环节同意后，主动公开的为“待公开”，其他的为“审定不公开”；已公开信息的修改稿被否决时，恢复为公开的内容。修改期间，公众看到的仍是原来的内容。",
    "## 步骤",
    table(
      ["步骤", "编号", "依据", "何时可以", "记录"],
      ITEM_TRANSITIONS.map(({ id, label, basis, from, records }) => [
        label,
        `\`${id}\``,
        basis.map(citationText).join("；"),
        from.map((name) => LABELS[name] ?? name).join("、"),
        `\`${records}\``,
      ]),
    ),
    "## 不能办理的理由",
    table(
      ["编号", "说明"],
      ITEM_TRANSITIONS.flatMap(({ id, refusals }) => Object.entries(refusals).map(([name, text]) => [`\`${id}/${name}\``, text])),
    ),
  ].join("\n\n")}\n`;
}

const LABELS: Readonly<Record<string, string>> = ITEM_STATES;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
