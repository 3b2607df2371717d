import type { SectionId } from "../../report/format.js";
import type { Report } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atReport, atText } from "../finding.js";

/** The six sections stand once each, in the order of 条例第五十条 and the national format. */
export const sectionOrderStructure = defineCheck({
  id: "structure/section-order",
  title: "六个部分齐全、各一次、次序不乱",
  basis: [
    { instrument: "政府信息公开条例", place: "第五十条" },
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    missing: "缺少“{expected}”的标题。格式规定六个部分，每部分一个标题。",
    cutOff: "正文到“{last}”为止，其后的“{expected}”未见。请核对文件是否完整。",
    twice: "“{stated}”与前文“{first}”是同一部分，标题出现了两次。",
    outOfOrder: "“{stated}”排在“{before}”之后，与格式规定的次序不符。",
  },

  *inspect(report) {
    const known = report.sections.filter(({ id }) => id !== null);
    // A workbook holds the tables and not the text.
    if (known.length === 0 || report.source.kind === "xlsx") return;
    yield* missingSections(report);

    const order = report.format.sections.map(({ id }) => id);
    const first = new Map<SectionId, string>();
    let furthest = known[0];
    for (const section of known) {
      const { id, heading } = section;
      if (id === null) continue;
      const stated = heading.text.trim();
      const earlier = first.get(id);
      if (earlier !== undefined) {
        yield { messageId: "twice", at: atText(heading), data: { stated, first: earlier } };
        continue;
      }
      first.set(id, stated);
      if (furthest?.id && order.indexOf(id) < order.indexOf(furthest.id)) {
        yield { messageId: "outOfOrder", at: atText(heading), data: { stated, before: furthest.heading.text.trim() } };
      } else furthest = section;
    }
  },
});

function* missingSections(report: Report) {
  const present = new Set(report.sections.map(({ id }) => id));
  const missing = report.format.sections.filter(({ id }) => !present.has(id));
  const labels = report.format.sections.map(({ id }) => id);
  const lastPresent = Math.max(...[...present].map((id) => (id === null ? -1 : labels.indexOf(id))));
  const after = missing.filter(({ id }) => labels.indexOf(id) > lastPresent);
  const within = missing.filter(({ id }) => labels.indexOf(id) < lastPresent);
  const names = (forms: typeof missing): string => forms.map(({ label }) => label).join("”“");

  if (within.length > 0) yield { messageId: "missing" as const, at: atReport, data: { expected: names(within) } };
  if (after.length === 0) return;
  if (report.closing.length > 0) {
    yield { messageId: "missing" as const, at: atReport, data: { expected: names(after) } };
    return;
  }
  const last = report.format.sections[lastPresent]?.label ?? "";
  yield { messageId: "cutOff" as const, at: atReport, data: { last, expected: names(after) } };
}
