import { tablesOf } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";
import { cellLabel } from "../sum-fault.js";

/** Every cell holds a figure that can be read. */
export const unreadCellsCompleteness = defineCheck({
  id: "completeness/unread-cells",
  title: "表格各格填写的是可以读出的数字",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    notAFigure: "“{cell}”填的是“{raw}”，应填数字。",
    unread: {
      text: "“{cell}”处的“{raw}”读不出，或不能确定归入哪一格；本表共有 {count} 格如此，请对照原件。",
      severity: "question",
    },
  },

  *inspect(report) {
    for (const table of tablesOf(report)) {
      if (![...table.cells.values()].some(({ kind }) => kind === "unread")) continue;
      const unread = report.format.tables[table.id].rows
        .flatMap(({ id: row, columns }) =>
          columns.map((column) => ({ address: { table: table.id, row, column }, cell: table.cells.get(`${row}|${column}`) })),
        )
        .filter(({ cell }) => cell?.kind === "unread");
      const isWord = (raw: string): boolean => !/[\d一二三四五六七八九十]/.test(raw.normalize("NFKC"));
      for (const { address, cell } of unread) {
        if (!cell || !isWord(cell.raw) || report.source.kind === "scan") continue;
        yield { messageId: "notAFigure", at: atCell(address), data: { cell: cellLabel(report, address), raw: cell.raw } };
      }
      const doubtful = unread.filter(({ cell }) => cell && (!isWord(cell.raw) || report.source.kind === "scan"));
      const [first] = doubtful;
      if (!first?.cell) continue;
      yield {
        messageId: "unread",
        at: atCell(first.address),
        related: doubtful.slice(1).map(({ address }) => atCell(address)),
        data: { cell: cellLabel(report, first.address), raw: first.cell.raw, count: doubtful.length },
      };
    }
  },
});
