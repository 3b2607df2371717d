import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { latestMeetingDates } from "./latest-meeting.js";

const overview = (year: number, text: string) => buildReport({ year, sections: { overview: [text] } });

testCheck(latestMeetingDates, {
  accepts: [
    { name: "no meeting named", report: buildReport() },
    { name: "the latest plenum", report: overview(2020, "贯彻党的十九大和十九届二中、三中、四中、五中全会精神。") },
    { name: "all plenums in one word", report: overview(2021, "贯彻党的十九大和十九届历次全会精神，特别是十九届五中全会精神。") },
    { name: "a congress named for its time", report: overview(2023, "党的十八大以来，公开制度不断完善。") },
    { name: "the congress alone", report: overview(2024, "贯彻党的二十大精神。") },
    { name: "a congress after the plenums named", report: overview(2022, "贯彻十九届六中全会和党的第二十次全国代表大会精神。") },
    { name: "a routine plenum", report: overview(2023, "贯彻党的二十大和二十届一中全会精神。") },
    { name: "a year before the table", report: overview(2010, "贯彻党的十八大精神。") },
    { name: "no year", report: buildReport({ reportYear: null }) },
  ],
  reports: [
    {
      name: "the plenum before",
      report: overview(2020, "深入学习贯彻党的十九大、十九届二中、三中、四中全会精神。"),
      findings: [
        {
          messageId: "outdated",
          at: { text: "十九届二中、三中、四中全会" },
          severity: "question",
          message:
            "所引会议止于“十九届二中、三中、四中全会”，2020年底前已召开十九届五中全会（2020年10月29日闭幕）。请核对是否沿用上年文字。",
        },
      ],
    },
    {
      name: "the congress before",
      report: overview(2023, "贯彻党的十九大精神。"),
      findings: [{ messageId: "outdated", at: { text: "党的十九大" }, data: { expected: "党的二十大" } }],
    },
  ],
});
