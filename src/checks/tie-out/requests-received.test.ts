import { requestRows, toldReport } from "../../../test/builders/told-report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { requestsReceivedTieOut } from "./requests-received.js";

const table = (received: number, carried = 0, settled = received + carried) => ({
  requests: requestRows({
    new_received: received,
    carried_in: carried,
    results_total: settled,
    carried_out: received + carried - settled,
  }),
});
const government = { agency: "淮安市洪泽区人民政府" };

testCheck(requestsReceivedTieOut, {
  accepts: [
    ...[
      "2023年，我局收到政府信息公开申请20件。",
      "受理政府信息公开申请23件，含上年结转3件。",
      "全年共受理依申请公开 20 件，均已答复。",
      "2023年度我局共收到依申请信息公开20件，及时回复申请人。",
      "全年收到依申请公开信息20条，答复率100%。",
      "共收办政府信息公开申请案件23件，同比增长1.05%。",
      "全年办理政府信息公开申请22件。",
      "共收到20件政府信息公开申请。",
      "收到政府信息公开申请20件，其中网络申请15件，信函申请5件。",
      "全年通过网上收到申请15件，当面收到申请5件。",
      "2022年收到政府信息公开申请7件。",
      "上半年收到政府信息公开申请7件。",
      "收到政府信息公开申请约30件。",
      "全年受理网络问政182件，受理“12345”市长热线84个。",
      "收到行政许可申请500件。",
      "较上年增加申请3件。",
      "2023年1月1日至12月31日，共收到政府信息公开申请20件。",
      "答复政府信息公开申请22件（含上年度结转申请3件，另有1件申请按照《条例》顺延到下年度答复）。",
      "办公室收到申请8件、规划科收到申请12件。",
      "我局建立政府信息公开申请登记制度，未收到政府信息公开申请收费投诉。",
      "没有因政府信息公开申请而引起的行政复议。",
      "全年未收到行政许可申请。",
      "依申请公开平台收到申请5件，信函收到15件。",
      "新增依申请公开专栏1个，设立依申请公开受理点5个。",
      "修订依申请公开答复文书模板12份，召开依申请公开会商会议3次。",
      "协助办理市政府依申请公开5件。",
      "全年共收到和办理依申请公开20件，全部为自然人申请。",
      "政府办公室共收到20份政府信息公开申请，均为自然人申请。",
      "收到248条网民留言，办结留言230条，公开答复4条。",
      "我局收到政府信息依申请公开办理事项20件，已在规定时间内办结答复。",
      "共受理网民留言60条，电话答复15条，已办结60条。办结率100%。",
      "努力做到“办结一件申请、解决一个问题、温暖一颗民心”。",
    ].map((sentence) => ({ name: sentence, report: toldReport(sentence, table(20, 3, 22)) })),
    {
      name: "nothing received, nothing told",
      report: toldReport("2020年，我局未收到政务信息公开申请事项。", {}, { format: annualReport2019 }),
    },
    { name: "only requests brought forward", report: toldReport("2023年未收到政府信息公开申请。", table(0, 2)) },
    {
      name: "a blank total",
      report: toldReport("收到政府信息公开申请5件。", { requests: { new_received: [null, 0, 0, 0, 0, 0, null] } }),
    },
    {
      name: "the count of the office beside that of the whole area",
      report: toldReport("全区共收到政府信息公开申请95件。区政府办公室收到申请17件。", table(95), government),
    },
    {
      name: "no request in writing, beside those received by other ways",
      report: toldReport("全年未收到书面申请，收到网上申请2件。", table(2)),
    },
  ],
  reports: [
    {
      name: "no request told under their heading, without their full name",
      report: toldReport("本年度未收到申请。", table(2)),
      findings: [{ messageId: "noneTold", at: { text: "未收到申请" }, severity: "error", data: { expected: 2 } }],
    },
    {
      name: "another number",
      report: toldReport("2023年，我局收到政府信息公开申请 18 件。", table(20, 3)),
      findings: [
        {
          messageId: "differs",
          at: { text: "18 件" },
          severity: "error",
          message: "文中“我局收到政府信息公开申请18件”为 18 件，表三本年新收 20 件，加上年结转为 23 件，两者都不相符。",
        },
      ],
    },
    {
      name: "the office beside the whole district",
      report: toldReport("2024年，区政府办代表区政府受理政府信息公开申请17件，均已在法定期限内予以答复。", table(95), {
        ...government,
        year: 2024,
      }),
      findings: [{ messageId: "scope", at: { text: "17件" }, severity: "question", data: { stated: 17, expected: 95 } }],
    },
    {
      name: "none told beside requests in the table",
      report: toldReport("2020年我局未收到政府信息公开申请，也未出现政府信息公开行政复议、行政诉讼情况。", table(2637), {
        format: annualReport2019,
      }),
      findings: [{ messageId: "noneTold", at: { text: "未收到政府信息公开申请" }, severity: "error", data: { expected: 2637 } }],
    },
    {
      name: "none told in the words 没有收到依申请公开事项",
      report: toldReport("本年度没有收到依申请公开事项。", table(1)),
      findings: [{ messageId: "noneTold", at: { text: "没有收到依申请公开" } }],
    },
    {
      name: "none told of the office itself",
      report: toldReport("2023年，区政府办未收到政府信息公开申请。", table(3), government),
      findings: [{ messageId: "noneInScope", at: { text: "未收到政府信息公开申请" }, severity: "question" }],
    },
    {
      name: "new requests told with the number on hand",
      report: toldReport("本年新收政府信息公开申请23件。", table(20, 3)),
      findings: [{ messageId: "newOrOnHand", at: { text: "23件" }, severity: "question" }],
    },
    {
      name: "those brought forward told apart, and counted twice",
      report: toldReport("全年收到政府信息公开申请23件，上年结转政府信息公开申请3件。", table(20, 3)),
      findings: [{ messageId: "newOrOnHand", at: { text: "23件" } }],
    },
    {
      name: "another number beside the number settled, of an office that acts for its government",
      report: toldReport("市政府办公厅代表市政府共受理政府信息公开申请30件；答复政府信息公开申请22件。", table(20, 3, 22), {
        agency: "上海市人民政府办公厅",
      }),
      findings: [{ messageId: "scope", at: { text: "30件" } }],
    },
    {
      name: "fewer settled than in the table",
      report: toldReport("共答复政府信息公开申请21件。", table(20, 3, 22)),
      findings: [{ messageId: "settledDiffers", at: { text: "21件" }, severity: "question", data: { stated: 21, expected: 22 } }],
    },
    {
      name: "more settled than there were",
      report: toldReport("共答复政府信息公开申请25件。", table(20, 3, 22)),
      findings: [{ messageId: "differs", at: { text: "25件" } }],
    },
  ],
});
