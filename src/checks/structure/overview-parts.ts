import { recognisable } from "../../document/normalise.js";
import type { Report } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atReport, atText } from "../finding.js";

/** By which words section one speaks of each part. Any of them is enough: the notice prescribes what is told, not how. */
const PARTS: readonly (readonly [name: string, words: RegExp])[] = [
  [
    "主动公开",
    /主动公开|公开.{0,12}信息.{0,12}\d+(?:余|多)?[条件份篇]|信息公开\d+|发布.{0,20}信息|公开(?:的)?内容|公开重点|公开范围|公开形式/,
  ],
  ["依申请公开", /依申请|申请公开|公开申请|信息申请|信息公开.{0,6}申请|受理.{0,12}申请|申请人/],
  [
    "政府信息管理",
    /信息管理|管理、平台|源头管理|公文管理|信息.{0,8}(?:审核|审查|归档|清理|更新)|保密审查|三级审|逐级审|审核把关|泄密|失密|公开属性|公开目录|公开指南|规范性文件.{0,8}(?:清理|管理|备案)|先审后发|三审/,
  ],
  ["政府信息公开平台建设", /平台|网站|网页|微信|公众号|微博|新媒体|专栏|政务公开专区|公开栏|客户端|抖音|查阅点|政府公报/],
  [
    "监督保障",
    /监督保障|监督考核|监督检查|组织保障|保障机制|社会评议|责任追究|监督电话|监督举报|社会监督|考核|考评|培训|督查|督促|督导|工作领导小组|组织领导|自查|接受.{0,8}监督|工作机制|分管领导/,
  ],
];

const FEW = 2;

/** Section one and headings of its own that stand before section two. */
function overviewText(report: Report): string | null {
  const from = report.sections.findIndex(({ id }) => id === "overview");
  const overview = report.sections[from];
  if (!overview) return null;
  const texts: string[] = [];
  for (const { id, heading, paragraphs } of report.sections.slice(from)) {
    if (id !== null && id !== "overview") break;
    if (id === null) texts.push(heading.text);
    texts.push(...paragraphs.map(({ text }) => text));
  }
  return recognisable(texts.join("\n"));
}

/** Section one tells of five things: 主动公开、依申请公开、政府信息管理、平台建设、监督保障 (国办公开办函〔2021〕30号). */
export const overviewPartsStructure = defineCheck({
  id: "structure/overview-parts",
  title: "总体情况写明五个方面",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "总体情况" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    mostMissing: {
      text: "“总体情况”应写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，未见{missing}。",
      severity: "warning",
    },
    someMissing: "“总体情况”五个方面中未见{missing}，请核对是否漏写。",
  },

  *inspect(report) {
    const text = overviewText(report);
    // An empty section is reported as such.
    if (text === null || text === "") return;
    const missing = PARTS.filter(([, words]) => !words.test(text)).map(([name]) => name);
    if (missing.length === 0) return;
    const heading = report.sections.find(({ id }) => id === "overview")?.heading;
    yield {
      messageId: missing.length > FEW ? "mostMissing" : "someMissing",
      at: heading ? atText(heading) : atReport,
      data: { missing: `“${missing.join("”“")}”` },
    };
  },
});
