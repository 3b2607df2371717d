import { linesOf, printedWords } from "../../report/lines.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";

// Words that end in the same signs: 普及, 参与, 核对, 理由. A list may end its items in a semicolon.
const OPEN_END =
  /[,、]$|(?<![目有是])的$|(?<![总温缓饱共柔调随祥])和$|(?<![参给赋授])与$|(?<![普涉提顾触惠波论谈企危])及$|(?<![合归兼])并$|(?<![理自缘事经来情])由$|(?<![核面针应相比绝反查校配成])对$|(?<!即)将$|(?:把|按照|根据|通过|进一步)$/;
/** 一是…。二 and then no 是. */
const BARE_ORDINAL = /[。;][一二三四五六七八九]$/;

/** A paragraph that ends in the middle of a sentence, with no paragraph behind it that could go on with it, has lost its end. */
export const cutOffWording = defineCheck({
  id: "wording/cut-off",
  title: "段落末尾语句完整",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" }],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    cutOff: "“…{stated}”之后语句中断，疑有缺漏。",
    ordinal: { text: "“{stated}”序号之后疑漏“是”字，请核对。", severity: "question" },
  },

  *inspect(report) {
    // Signs that a machine misread in a scan are no faults of the report.
    if (report.source.kind === "scan") return;
    const lines = linesOf(report);
    for (const [index, line] of lines.entries()) {
      if (line.part !== "body" && line.part !== "preface") continue;
      const { text } = line;
      const next = lines[index + 1];
      const isPreface = line.part === "preface";
      const goesOn = next !== undefined && next.part === line.part && next.section === line.section && !next.passage.heading;
      if (BARE_ORDINAL.test(text)) {
        if (!goesOn || next?.text.startsWith("是")) continue;
        const stated = `${text.slice(-1)}${next?.text.slice(0, 6)}`;
        yield { messageId: "ordinal", at: atLine(line, text.length - 1), data: { stated } };
        continue;
      }
      // Rows of a table that fell into the text end anywhere, and so do wrapped lines and short labels.
      const isProse =
        isPreface || line.section?.id === "overview" || line.section?.id === "problems" || line.section?.id === "other";
      if (!isProse || goesOn || text.length < 12 || !OPEN_END.test(text)) continue;
      yield { messageId: "cutOff", at: atLine(line, text.length - 10), data: { stated: printedWords(line, text.length - 10) } };
    }
  },
});
