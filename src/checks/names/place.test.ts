import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { placeNames } from "./place.js";

testCheck(placeNames, {
  accepts: [
    { name: "a district of the list", report: buildReport() },
    { name: "a town, which the list does not hold", report: buildReport({ agency: "中埠镇人民政府" }) },
    { name: "no agency", report: buildReport({ titleAgency: null, signOffAgency: null }) },
  ],
  reports: [
    {
      name: "a district that does not exist",
      report: buildReport({ agency: "漯河回族区商务局" }),
      findings: [
        {
          messageId: "unknown",
          at: { text: "漯河回族区商务局" },
          severity: "question",
          data: { stated: "漯河回族区", year: 2022 },
        },
      ],
    },
    {
      name: "one in the sign-off",
      report: buildReport({ agency: "威海市文灯区商务局", titleAgency: null }),
      findings: [{ messageId: "unknown", at: { text: "威海市文灯区商务局" } }],
    },
  ],
});
