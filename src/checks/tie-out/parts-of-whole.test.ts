import { toldReport } from "../../../test/builders/told-report.js";
import { testCheck } from "../../../test/check-harness.js";
import { partsOfWholeTieOut } from "./parts-of-whole.js";

const shanghai =
  "答复政府信息公开申请805件（含上年度结转申请18件，另有72件申请按照《条例》顺延到下年度答复），均在法定期限内予以答复。予以公开及部分公开{0}件，占32%；不予公开35件，占4.34%；因本机关不掌握等原因无法提供265件，占32.9%；不予处理158件，占19.6%；其他处理0件。";

testCheck(partsOfWholeTieOut, {
  accepts: [
    "发布各类政务信息共计131条，其中：机构职能5条，工作动态67条，政策文件及政策解读7条，重点领域信息公开13条，其他信息39条。",
    "2020年在信息公开目录内公开信息44条：领导分工2条，执法公示7条，其他业务工作35条。",
    "主动公开信息260条,其中政务网站110条,微信公众号公开动态信息72条,微博公开动态信息78条。",
    "全年开展多元化政策简明问答98期，其中，市级48期、宿豫区17期、沭阳县15期、泗阳县9期、泗洪县7期、宿城区2期。",
    "有3件政府信息公开申请案件收取信息处理费2230元。其中，沭阳县民政局1件，收取880元；泗洪县人民政府办公室1件，收取1080元；半城镇1件，收取270元。",
    "共编发文章1640篇，其中原创文章294篇，微信公众号目前关注人数达1016823人。",
    "发布政府信息393件，其中包括：行政规范性文件13件；规划计划文件2件；2024年度部门预算；及主合办人大代表建议50件，主合办政协提案85件的办理复文。",
    "收到政府信息公开申请20件，其中网上申请15件，自然人申请18件，已全部答复20件。",
    "共发布信息100条，其中微信50条，微博50条，接受咨询20条。",
    "发布信息100条、视频20条，其中原创110条。",
    "发布信息100条，其中要闻30条、公告20条等。",
    "共公开各类信息5460条，其中：行政执法公示4123条；双随机抽查512条；食品安全抽检公示312期；其他信息513条。",
    "公开信息2345条，其中网站1210条，微信、微博1350条（部分信息在多个平台同步发布）。",
    "发布信息约100条，其中要闻70条，公告60条。",
    shanghai.replace("{0}", "347"),
    "答复政府信息公开申请20件。予以公开10件，部分公开3件。",
    "共收到依申请公开1499件。其中，通过网络申请1303件，占86.92%；通过信函申请172件，占11.47%；通过当面申请24件，占1.60%。",
    "共完成依申请公开答复1453件，包括上年结转申请30件。其中，予以公开966件，占66.48%；部分公开67，占4.61%；不予公开81件；无法提供的182件；不予处理的61件；其他处理96件，占6.61%。",
    "主动公开各类信息22条，其中发布人事信息2条，动态信息2条，财务信息2条（其中预算1条、决算1条），计划总结5条，审计计划1条，审计结果4条，审计整改1条，其他信息5条。",
    "公开信息98条，主要包括机构职能、预决算等内容，其中，微信等新媒体发布66条，在门户网站公开信息32条。",
    "受理依申请公开事项133件，均妥善处理。其中，予以公开46件，部分公开22件，不予公开15件，无法提供27件，不予处理0件，逾期未补正2件，其他处理5件，结转下年度继续办理16件。",
    "共发布信息18439条，其中：概况类69条、政务动态类8043条、信息公开目录类10327条；共维护13个专栏，其中新开2个。",
    "全年共收办政府信息公开申请案件3646件，其中，予以公开1431件、部分公开471件、不予公开92件、无法提供941件、不予处理117件、作其他处理（含申请人主动撤回申请）469件、转下年度办理125件。",
  ].map((sentence) => ({ name: sentence, report: toldReport(sentence) })),
  reports: [
    {
      name: "parts that are more than the whole",
      report: toldReport(
        "网站全年累计发布信息 2139 条，其中动态类信息发布 1744 条，政务信息发布 393 条，解读类信息发布 21 条，回应公众关注热点信息 2 条。",
      ),
      findings: [
        {
          messageId: "sumExceeds",
          at: {
            text: "2139 条，其中动态类信息发布 1744 条，政务信息发布 393 条，解读类信息发布 21 条，回应公众关注热点信息 2 条",
          },
          severity: "error",
          message: "文中总数为 2139条，所列分项 1744+393+21+2 之和为 2160条，多出 21条。",
        },
      ],
    },
    {
      name: "one part too many whose others make the whole by chance",
      report: toldReport("全年开展简明问答98期，其中，市级50期、宿豫区17期、沭阳县15期、泗阳县9期、泗洪县7期、宿城区2期。"),
      findings: [
        {
          messageId: "sumExceeds",
          at: { text: "98期，其中，市级50期、宿豫区17期、沭阳县15期、泗阳县9期、泗洪县7期、宿城区2期" },
          data: { stated: 98, expected: 100 },
        },
      ],
    },
    {
      name: "two parts that nearly make the whole",
      report: toldReport("共归集政策文件10221件，其中，市级文件8140件，县区级文件2079件。"),
      findings: [
        { messageId: "sumMayFallShort", at: { text: "10221件，其中，市级文件8140件，县区级文件2079件" }, severity: "question" },
      ],
    },
    {
      name: "a part larger than its whole",
      report: toldReport("发布信息60条，其中原创80条。"),
      findings: [{ messageId: "partExceeds", at: { text: "80条" }, data: { part: 80, whole: 60 } }],
    },
    {
      name: "places of publication that may overlap",
      report: toldReport("主动公开信息100条，其中网站80条，微信公众号60条。"),
      findings: [{ messageId: "sumMayOverlap", at: { text: "100条，其中网站80条，微信公众号60条" }, severity: "question" }],
    },
    {
      name: "a list that ends in 其他 and falls short",
      report: toldReport("公开信息50条，其中：机构职能5条，工作动态30条，其他信息10条。"),
      findings: [
        {
          messageId: "sumFallsShort",
          at: { text: "50条，其中：机构职能5条，工作动态30条，其他信息10条" },
          severity: "error",
          data: { stated: 50, expected: 45 },
        },
      ],
    },
    {
      name: "a long list that lacks one",
      report: toldReport("公开信息37条，其中机构职能29条，动态1条，财务2条，人事1条，采购2条，年报1条。"),
      findings: [
        {
          messageId: "sumMayFallShort",
          at: { text: "37条，其中机构职能29条，动态1条，财务2条，人事1条，采购2条，年报1条" },
          severity: "question",
          data: { difference: 1 },
        },
      ],
    },
    {
      name: "all six outcomes that do not make the number answered",
      report: toldReport(shanghai.replace("{0}", "258")),
      findings: [
        {
          messageId: "outcomesDiffer",
          at: {
            text: "258件，占32%；不予公开35件，占4.34%；因本机关不掌握等原因无法提供265件，占32.9%；不予处理158件，占19.6%；其他处理0件",
          },
          severity: "error",
          data: { stated: 805, expected: 716 },
        },
      ],
    },
    {
      name: "outcomes that are more than the number answered",
      report: toldReport("答复政府信息公开申请10件。予以公开10件，部分公开3件。"),
      findings: [{ messageId: "outcomesDiffer", at: { text: "10件，部分公开3件" }, data: { stated: 10, expected: 13 } }],
    },
  ],
});
