import { buildReport, type ReportSpec } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { atCell } from "../finding.js";
import { rulesPlausibility } from "./rules.js";

const report = (agency: string, rules: readonly number[], spec: ReportSpec = {}) =>
  buildReport({ ...spec, agency, tables: { proactive: { "art20_1.rules": rules } } });
const at = (column: string) => atCell({ table: "proactive", row: "art20_1.rules", column });

testCheck(rulesPlausibility, {
  accepts: [
    { name: "a city divided into districts", report: report("宿迁市人民政府", [2, 1, 12]) },
    { name: "a town without rules", report: report("松木塘镇人民政府", [0, 0, 0]) },
    { name: "an agency whose kind is not clear", report: report("某某集团", [2, 0, 2]) },
    { name: "no name at all", report: report("某局", [2, 0, 2], { titleAgency: null, bodyAgency: null, signOffAgency: null }) },
  ],
  reports: [
    {
      name: "a town that counts its house rules",
      report: report("松木塘镇人民政府", [2, 0, 2]),
      findings: [
        {
          messageId: "notARuleMaker",
          at: at("made"),
          severity: "warning",
          message: "规章填报本年制发件数 2、现行有效件数 2，而松木塘镇人民政府没有规章制定权，应为 0。单位内部规章制度不是规章。",
        },
      ],
    },
    {
      name: "a bureau that published rules, perhaps of others",
      report: report("沭阳县发展和改革局", [0, 3, 3], { format: annualReport2019 }),
      findings: [{ messageId: "published", at: at("newly_public"), severity: "question" }],
    },
  ],
});
