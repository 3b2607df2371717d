import { recognisable } from "../../document/normalise.js";
import { tablesOf } from "../../report/report.js";
import { defineCheck } from "../define-check.js";

/** How far a printed label may be from the statutory one and still be the same label with a slip. */
const MOST_CHANGES = 3;

/** Spellings of the same word are no slips. */
function wordsOf(label: string): string {
  return recognisable(label)
    .replace(/\([^()]{0,30}(?:保留|单位|县级|无此项|20\d\d)[^()]{0,30}\)/g, "")
    .replaceAll("其它", "其他")
    .replace(/[^\p{Letter}]/gu, "")
    .replace(/^[一二三四五六七八](?=本年|上年|结转|予以|部分|不予|无法|其他处理|总计)/, "");
}

/** Changes of one sign that turn one text into the other, counted up to a limit. */
function changesBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at++) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to++) {
      const replaced = (row[to] ?? 0) + (one.charAt(at) === other.charAt(to) ? 0 : 1);
      next.push(Math.min(replaced, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? limit + 1;
}

/** The labels of the rows read as printed in the form: 只计, not 只记; 法律行政法规, not 法律法规, which widens the ground for refusing. */
export const labelsWording = defineCheck({
  id: "wording/labels",
  title: "表格行名与格式规定一致",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    altered: "行名“{stated}”与格式规定的“{expected}”不一致，请核对。",
  },

  *inspect(report) {
    // Signs that a machine misread in a scan are no faults of the report.
    if (report.source.kind === "scan") return;
    for (const table of tablesOf(report)) {
      for (const { id, label } of report.format.tables[table.id].rows) {
        const printed = table.labels.get(id);
        if (!printed || printed.text === label) continue;
        const [stated, expected] = [wordsOf(printed.text), wordsOf(label)];
        // A label torn over lines or cells is the work of the layout; so is one that is only the beginning or the end.
        if (stated.length < 6 || stated === expected || expected.startsWith(stated) || expected.endsWith(stated)) continue;
        const changes = changesBetween(stated, expected, MOST_CHANGES);
        if (changes > MOST_CHANGES || changes * 3 > expected.length) continue;
        const column = [...table.cells.keys()].find((key) => key.startsWith(`${id}|`))?.slice(id.length + 1);
        yield {
          messageId: "altered",
          at:
            column === undefined
              ? { kind: "table", table: table.id }
              : { kind: "cell", address: { table: table.id, row: id, column } },
          data: { stated: printed.text.replace(/\s+/g, ""), expected: label },
        };
      }
    }
  },
});
