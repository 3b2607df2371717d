import { placeText } from "../document/place.js";
import { type CellDifference, type Comparison, reuseShare } from "../findings/compare-reports.js";
import { whereaboutsText } from "../findings/whereabouts-text.js";
import type { Cell } from "../report/cell.js";
import type { Report } from "../report/report.js";
import { columns, cutTo, type Dress } from "./terminal.js";

/** What changed between two reports, for a terminal: cells with the change, sections with the share of sentences taken over. */
export function comparisonText(before: Report, after: Report, comparison: Comparison, dress: Dress): string {
  const { cells, sameCells, sections, headingsGone } = comparison;
  const share = reuseShare(comparison);
  const lines = [
    dress.bold(`${nameOf(before)}　→　${nameOf(after)}`),
    "",
    dress.bold(`表格：${cells.length} 格不同，${sameCells} 格相同`),
    ...columns(cells.map((difference) => differenceRow(after, difference))).map((line) => `  ${line}`),
    "",
    dress.bold(share === null ? "文字：没有可比的句子" : `文字：${percent(share)} 的句子与前一份相同（数字不计）`),
    ...columns(
      sections.map(({ heading, sentences, reused }) => [
        `  ${cutTo(heading, 40)}`,
        sentences === 0 ? "无句子" : `${reused.length}/${sentences} 句相同`,
        sentences === 0 ? "" : percent(reused.length / sentences),
      ]),
    ),
    ...headingsGone.map((heading) => `  前一份的“${heading}”在后一份中没有`),
  ];
  for (const { heading, reused } of sections) {
    if (reused.length === 0) continue;
    lines.push("", dress.dim(`  ${heading}　沿用的句子`));
    for (const { text, passage } of reused) lines.push(dress.dim(`    · ${cutTo(text, 84)}（${placeText(passage.place)}）`));
  }
  return lines.join("\n");
}

function differenceRow(report: Report, { address, before, after, change }: CellDifference): string[] {
  const sign = change === null ? "" : change > 0 ? `+${change}` : String(change);
  return [whereaboutsText(report, { kind: "cell", address }), cellText(before), "→", cellText(after), sign];
}

function cellText(cell: Cell | null): string {
  if (cell === null) return "（没有）";
  if (cell.kind === "number") return `${cell.value}${cell.unit === "元" ? "元" : ""}`;
  return cell.kind === "blank" ? "（空）" : `〔${cell.raw.trim()}〕`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function nameOf({ title, source }: Report): string {
  return title?.text ?? source.name;
}
