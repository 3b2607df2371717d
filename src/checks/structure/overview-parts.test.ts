import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { overviewPartsStructure } from "./overview-parts.js";

testCheck(overviewPartsStructure, {
  accepts: [
    { name: "the five parts", report: buildReport() },
    {
      name: "the five parts in words of its own",
      report: buildReport({
        sections: {
          overview: ["全年通过门户网站公开各类信息26条，未收到公开申请。严格信息发布审核，组织业务培训。"],
        },
      }),
    },
    {
      name: "parts told under headings of its own",
      report: buildReport({
        sectionList: [
          { id: "overview", heading: "一、总体情况", paragraphs: ["概述。"] },
          { id: null, heading: "二、主动公开工作情况", paragraphs: ["通过微信发布。"] },
          { id: null, heading: "三、依申请公开", paragraphs: ["信息管理和社会评议良好。"] },
          { id: "proactive", heading: "二、主动公开政府信息情况", paragraphs: [] },
        ],
      }),
    },
    {
      name: "traditional characters",
      report: buildReport({ sections: { overview: ["主動公開、依申請公開、政府信息管理、平臺建設、監督保障。"] } }),
    },
    { name: "no section one", report: buildReport({ sectionList: [] }) },
    { name: "an empty section one", report: buildReport({ sections: { overview: [] } }) },
  ],
  reports: [
    {
      name: "three parts not told of",
      report: buildReport({
        preface: [],
        sections: { overview: ["（一）基本情况。公开的内容更加充实。", "（二）政府信息管理。及时更新公开目录。"] },
      }),
      findings: [
        {
          messageId: "mostMissing",
          at: { text: "一、总体情况" },
          severity: "warning",
          data: { missing: "“依申请公开”“政府信息公开平台建设”“监督保障”" },
        },
      ],
    },
    {
      name: "one part not told of",
      report: buildReport({
        preface: [],
        sections: { overview: ["主动公开信息，审核信息内容，开展平台建设和培训。信息审核严格。"] },
      }),
      findings: [
        { messageId: "someMissing", at: { text: "一、总体情况" }, severity: "question", data: { missing: "“依申请公开”" } },
      ],
    },
  ],
});
