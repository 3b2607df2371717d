import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import { dayOf } from "../../src/law/plain-date.js";
import type { Office } from "../../src/operations/office.js";
import { attachPublicSite } from "../../src/operations/portal/open-public-site.js";
import { preparePortal } from "../../src/operations/portal/prepare-portal.js";
import type { PublicSite } from "../../src/operations/portal/public-site.js";
import { refreshPortalTerms } from "../../src/operations/portal/refresh-portal-terms.js";
import { publicReport, yearFigures } from "../../src/operations/reports/public-report.js";
import { NO_SITE_META, type PublicAgency } from "../../src/register/portal/public-agency.js";
import type { PublishedGuide, PublishedRule } from "../../src/register/portal/public-guide.js";
import type { ItemBlock } from "../../src/register/publishing/item-block.js";
import { itemPath, type PublishedItem } from "../../src/register/publishing/published-item.js";
import type { CellAddress } from "../../src/report/format.js";
import { portalApplication } from "../../src/server/portal/portal-application.js";
import type { PortalOptions } from "../../src/server/portal/portal-options.js";
import { putEntry } from "../../src/storage/portal/portal-entries.js";
import { putReport } from "../../src/storage/portal/publish-report.js";
import { putItem, withdrawSnapshot } from "../../src/storage/portal/publish-snapshot.js";
import { writeCsv } from "../../src/writers/annual-report/write-csv.js";
import { writeHtml } from "../../src/writers/annual-report/write-html.js";
import { writeJson } from "../../src/writers/annual-report/write-json.js";
import { addAgency, day } from "../storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../storage/test-database.js";
import { composedReport } from "./composed-report.js";

/** A small city: its government, which takes no requests online, and a bureau, which does. */
export const CITY = "qingyang";
export const BUREAU = "qingyang-civil";
export const ITEMS = { measure: "item-measure", reading: "item-reading", old: "item-old", withdrawn: "item-withdrawn" } as const;
export const WITHDRAWAL_REASON = "附件含有个人信息，更正后重新公开。";

export interface PortalSite {
  readonly database: TestDatabase;
  readonly office: Office;
  readonly site: PublicSite;
  readonly server: FastifyInstance;
  close(): Promise<void>;
}

/** The portal of the small city over a real database, attached with the role of the portal; what is not told is as in a trial. */
export async function portalSite(changes: Partial<PortalOptions> = {}): Promise<PortalSite> {
  const database = await testDatabase();
  for (const id of [CITY, BUREAU]) await addAgency(database, id);
  await preparePortal(database, database.configuration);
  await publishCity(database);
  await refreshPortalTerms(database);
  const site = await attachPublicSite(database.configuration, database.name);
  const now = () => new Date();
  const server = await portalApplication({
    ...{ site, name: "青阳市政府信息公开", origin: "", isSample: true, proxies: 0, now },
    ...changes,
  });
  return {
    ...{ database, site, server, office: { database, calendar: STATE_COUNCIL_CALENDAR, now } },
    async close() {
      await server.close();
      await site.close();
      await database.close();
    },
  };
}

async function publishCity(database: TestDatabase): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    for (const one of [cityAgency(), bureauAgency()])
      await putEntry(trx, { kind: "agency", id: one.id, agencyId: one.id, body: one });
    for (const one of [cityGuide(CITY, false), cityGuide(BUREAU, true)])
      await putEntry(trx, { kind: "guide", id: one.agencyId, agencyId: one.agencyId, body: one });
    for (const one of RULES) await putEntry(trx, { kind: "rule", id: one.id, agencyId: one.agencyId, body: one });
    const file = { id: "file-list", bytes: new TextEncoder().encode("姓名,金额\n") };
    for (const one of cityItems()) await putItem(trx, one, one.attachments.length > 0 ? [file] : []);
    const withdrawn = cityItem({ id: ITEMS.withdrawn, title: "关于公布临时救助名单的公示" });
    await putItem(trx, withdrawn, []);
    const tombstone = { withdrawnAt: "2026-03-02T01:00:00.000Z", authority: "青阳市民政局", reason: WITHDRAWAL_REASON };
    await withdrawSnapshot({ trx }, { ...withdrawn, version: 2, tombstone });
    for (const year of [2023, 2024, 2025]) await putYear(trx, year);
  });
}

type Trx = Parameters<typeof putReport>[0];

async function putYear(trx: Trx, year: number): Promise<void> {
  const report = bureauReport(year);
  const forms = [
    { format: "html", mediaType: "text/html; charset=utf-8", bytes: writeHtml(report) },
    { format: "json", mediaType: "application/json; charset=utf-8", bytes: writeJson(report) },
    { format: "csv", mediaType: "text/csv; charset=utf-8", bytes: writeCsv(report) },
  ];
  const files = forms.map(({ format, mediaType, bytes }) => ({
    ...{ format, mediaType, name: `${report.title}.${format}`, size: bytes.length },
    sha256: createHash("sha256").update(bytes).digest("hex"),
  }));
  const publishedAt = `${year + 1}-01-20T01:30:00.000Z`;
  const released = publicReport(report, {
    ...{ agencyId: BUREAU, year, edition: 1, files, publishedAt, correction: null },
  });
  await putReport(trx, { report: released, figures: yearFigures(report) }, forms);
}

/** The bureau's report of a year, with figures that differ from year to year. */
export function bureauReport(year: number) {
  const agency = "青阳市民政局";
  const value = ({ table, row, column }: CellAddress, index: number) =>
    ({
      kind: "number",
      value: table === "requests" ? ((index * 7 + year) % 9) + (row.length % 3) + (column === "total" ? 3 : 0) : index % 5,
    }) as const;
  return {
    ...composedReport({ format: "f2021", reportYear: year, agency }, value),
    title: `${agency}${year}年政府信息公开工作年度报告`,
    preface: [`本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`],
    signOff: { agency, on: dayOf(year + 1, 1, 20) },
  };
}

function cityAgency(): PublicAgency {
  return {
    ...{ id: CITY, name: "青阳市人民政府", shortName: "市政府", formerNames: [], kind: "local-government", level: "city" },
    ...{ parentId: null, creditCode: null, place: { divisionCode: "379900", name: "青阳市" }, contact: OFFICE },
    site: {
      ...NO_SITE_META,
      ...{
        siteCode: "3799000001",
        icpNumber: "样例ICP备00000000号",
        reportPhone: "0000-1230000",
        organizer: "青阳市人民政府办公室",
      },
    },
    successorId: null,
  };
}

function bureauAgency(): PublicAgency {
  return {
    ...cityAgency(),
    ...{ id: BUREAU, name: "青阳市民政局", shortName: "市民政局", kind: "local-department", parentId: CITY },
  };
}

const OFFICE = {
  office: "青阳市民政局办公室",
  address: "青阳市东风路1号",
  postcode: "250000",
  hours: "工作日 9:00—12:00，13:30—17:00",
  phone: "0000-1234567",
  fax: "0000-1234568",
  email: "xxgk@example.gov.cn",
};

function cityGuide(agencyId: string, isOnline: boolean): PublishedGuide {
  return {
    agencyId,
    classification: "本机关公开的信息包括机关职能、政策文件、规划计划、财政预决算、行政许可、社会救助等。",
    arrangement: "按索引号编排，可按事项、年份、主题、体裁筛选。",
    access: "在本网站查阅；也可以到青阳市档案馆、青阳市图书馆查阅。",
    office: OFFICE,
    channels: [
      { channel: "in_person", description: "青阳市东风路1号办公室，工作日办公时间。" },
      { channel: "ordinary_mail", description: "青阳市东风路1号，邮编250000，信封注明“政府信息公开申请”。" },
      ...(isOnline ? [{ channel: "online" as const, description: "在本网站填写申请表。" }] : []),
    ],
    remedies: "认为本机关没有依法公开信息的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报。",
    chapters: [{ heading: "常见问题", paragraphs: ["申请时不需要说明用途。"] }],
    updatedOn: day("2026-01-04"),
    edition: 2,
    publishedAt: "2026-01-04T02:00:00.000Z",
  };
}

const RULES: readonly PublishedRule[] = [
  {
    ...{
      id: "rule-review",
      agencyId: BUREAU,
      title: "青阳市民政局政府信息公开保密审查办法",
      documentNumber: "青民办〔2024〕3号",
    },
    ...{ madeOn: day("2024-02-01"), paragraphs: ["第一条　公开政府信息，应当先审查后公开。", "第二条　谁制作，谁审查。"] },
    ...{ itemId: null, publishedAt: "2024-02-02T02:00:00.000Z" },
  },
];

const MEASURE: readonly ItemBlock[] = [
  { kind: "paragraph", text: "各县（区）民政局：" },
  { kind: "heading", level: 1, text: "一、救助对象" },
  { kind: "paragraph", text: "遭遇突发事件、意外伤害、重大疾病，基本生活陷入困境的家庭和个人，可以申请临时救助。" },
  { kind: "heading", level: 1, text: "二、救助标准" },
  {
    kind: "table",
    caption: "临时救助标准",
    rows: [
      [
        { text: "情形", isHead: true },
        { text: "标准（元）", isHead: true },
      ],
      [{ text: "一般困难" }, { text: "1200" }],
      [{ text: "重大困难" }, { text: "6000" }],
    ],
  },
  { kind: "list", isNumbered: true, entries: ["本人申请；", "乡镇审核；", "县级确认。"] },
  { kind: "paragraph", text: "青阳市民政局", align: "right" },
];

/** The items of the city: a measure with its reading and the one it repeals, a file, and enough others to fill two pages. */
function cityItems(): PublishedItem[] {
  const bytes = new TextEncoder().encode("姓名,金额\n");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return [
    ...Array.from({ length: 24 }, (_, at) =>
      cityItem({
        id: `item-${at}`,
        title: `青阳市${2003 + at}年城乡居民最低生活保障资金发放情况`,
        publishedAt: new Date(Date.UTC(2025, at % 12, 3, 2)).toISOString(),
        disclosureItem: at % 2 === 0 ? "art20-11" : "art20-07",
        validity: null,
        validityName: null,
        ...(at % 5 === 0 ? { agencyId: CITY, agencyName: "青阳市人民政府" } : {}),
      }),
    ),
    cityItem({
      ...{ id: ITEMS.old, title: "青阳市临时救助暂行办法", documentNumber: "青民发〔2019〕8号", repealedOn: day("2026-02-01") },
      ...{ validity: "repealed", validityName: "已废止", blocks: MEASURE, publishedAt: "2019-05-06T02:00:00.000Z" },
    }),
    cityItem({
      ...{ id: ITEMS.measure, title: "青阳市临时救助办法", documentNumber: "青民发〔2026〕2号", blocks: MEASURE },
      ...{ summary: "规定临时救助的对象、标准和程序。", publishedAt: "2026-02-01T02:00:00.000Z" },
      links: [{ relation: "repeals", itemId: ITEMS.old, title: "青阳市临时救助暂行办法", path: itemPath(ITEMS.old) }],
      attachments: [{ id: "file-list", name: "标准.csv", mediaType: "text/csv", sha256, size: bytes.length, text: "姓名 金额" }],
    }),
    cityItem({
      ...{ id: ITEMS.reading, title: "《青阳市临时救助办法》解读", genre: "政策解读", publishedAt: "2026-02-02T02:00:00.000Z" },
      links: [{ relation: "interprets", itemId: ITEMS.measure, title: "青阳市临时救助办法", path: itemPath(ITEMS.measure) }],
    }),
  ];
}

let count = 0;

/** An item of the bureau; what is not told is made up. */
export function cityItem(changes: Partial<PublishedItem> & { readonly id: string }): PublishedItem {
  count += 1;
  const publishedAt = changes.publishedAt ?? "2026-01-15T02:00:00.000Z";
  return {
    ...{ agencyId: BUREAU, agencyName: "青阳市民政局", indexNumber: `11379900MB0000000X/2026-${String(count).padStart(5, "0")}` },
    ...{ title: "通知", summary: null, documentNumber: null, madeOn: day("2026-01-10"), publishedAt, revisedAt: publishedAt },
    ...{ theme: "1703", themeName: "民政、扶贫、救灾\\社会救助", genre: "通知", disclosureItem: "art20-11" },
    ...{ validity: "valid", validityName: "有效", repealedOn: null, documentKind: null },
    ...{ blocks: [{ kind: "paragraph", text: "现将有关情况公布如下。" }], links: [], attachments: [], tombstone: null },
    ...{ path: itemPath(changes.id), version: 1, isSample: true },
    ...changes,
  };
}
