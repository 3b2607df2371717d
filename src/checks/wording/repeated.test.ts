import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { repeatedWording } from "./repeated.js";

const LONG = "区商务局共办理人大代表建议1件，政协委员提案5件，反馈满意率为100%";

testCheck(repeatedWording, {
  accepts: [
    { name: "nothing twice", report: buildReport() },
    { name: "a short sentence twice", report: buildReport({ sections: { problems: ["主动性不强。主动性不强。"] } }) },
  ],
  reports: [
    {
      name: "a long sentence in two sections, numbered once",
      report: buildReport({ sections: { overview: [`（一）${LONG}。`], other: [`${LONG}。`] } }),
      findings: [
        {
          messageId: "otherSection",
          at: { text: LONG },
          severity: "question",
          message: "“区商务局共办理人大代表建议1件，政协委员提案5件，反馈满意率…”在“一、总体情况”中已经出现，请核对是否重复。",
        },
      ],
    },
    {
      name: "a long sentence twice in a section",
      report: buildReport({
        sections: {
          problems: ["公开渠道还不够丰富，公开内容还不够全面。公开渠道还不够丰富，公开内容还不够全面。"].map((text) =>
            text.replaceAll("全面", "全面具体"),
          ),
        },
      }),
      findings: [{ messageId: "sameSection", at: { text: "公开渠道还不够丰富，公开内容还不够全面具体" } }],
    },
    {
      name: "a whole page copied gives ten findings and no more",
      report: buildReport({
        sections: Object.fromEntries(
          (["overview", "problems"] as const).map((id) => [
            id,
            Array.from({ length: 12 }, (_, index) => `第${index}项工作安排已经落实到位并且形成了长效机制。`),
          ]),
        ),
      }),
      findings: Array.from({ length: 10 }, (_, index) => ({
        messageId: "otherSection",
        at: { text: `第${index}项工作安排已经落实到位并且形成了长效机制` },
      })),
    },
  ],
});
