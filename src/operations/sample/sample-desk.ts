import { guide } from "../../register/publishing/guide.js";
import { recordLetterSettings } from "../letters/letter-settings.js";
import type { Actor, Office } from "../office.js";
import { todayIn } from "../office.js";
import { agencySite, writeAgencySite } from "../portal/publish-agencies.js";
import { publishAnswer } from "../portal/publish-answer.js";
import { writeDisclosureRules } from "../publishing/disclosure-rules.js";
import { draftItem } from "../publishing/draft-item.js";
import { writeGuide } from "../publishing/guide.js";
import { submitItem } from "../publishing/submit-item.js";
import type { SamplePeople } from "./sample-accounts.js";
import type { SampleAgency } from "./sample-data.js";

/** What every agency of the sample city says of itself: site, guide with its channels, rules. */
export async function addSampleColumns(office: Office, actor: Actor, agency: SampleAgency): Promise<void> {
  const { id: agencyId } = agency;
  const hours = "工作日 9:00—12:00，13:30—17:00（法定节假日除外）";
  const site = agencySite.parse({
    shortName: agency.shortName,
    place: { divisionCode: agency.divisionCode, name: agency.place },
    contact: {
      office: agency.office,
      address: agency.address,
      postcode: "000000",
      hours,
      phone: agency.phone,
      fax: agency.phone,
      email: agency.mail,
    },
    site: {
      ...{ siteName: "示例市政府信息公开平台（示例）", siteDomain: "www.example.gov.cn", siteCode: "3799000000" },
      ...{ sponsor: "示例市人民政府", organizer: agency.office, reportPhone: "0000-12345" },
    },
  });
  await writeAgencySite(office, actor, { agencyId, version: 0, site });
  await writeGuide(office, actor, { agencyId, version: 0, guide: guideOf(agency, hours) });
  await writeDisclosureRules(office, actor, { agencyId, version: 0, rules: { entries: rulesOf(agency) } });
}

function guideOf({ name, office, address, phone, mail }: SampleAgency, hours: string) {
  const where = `${address}，${office}`;
  return guide.parse({
    classification: `${name}主动公开的信息按照《中华人民共和国政府信息公开条例》第二十条、第二十一条列举的事项分类，同时标注主题分类和体裁。`,
    arrangement:
      "信息按索引号编排。索引号由机构代码、年份和流水号组成，一件一号，不重复使用。可以按事项、年份、主题、体裁、有效性筛选，也可以全文检索。",
    obtaining: `主动公开的信息可以在本平台查阅，也可以到示例市档案馆、示例市图书馆和${office}查阅。没有主动公开的，可以依法提出申请。`,
    office: { name: office, address, hours, phone, fax: phone, online: mail, postcode: "000000" },
    channels: [
      { channel: "in_person", where, how: `${hours}受理。填写有困难的，可以口头提出，由工作人员代为填写。`, isOpen: true },
      {
        channel: "registered_mail",
        where: `${where}，邮编000000`,
        how: "请在信封上注明“政府信息公开申请”，以签收之日为收到之日。",
        isOpen: true,
      },
      {
        channel: "online",
        where: "本平台“政府信息公开申请”栏目",
        how: "在线填写申请表，提交后即时出具回执。以双方确认之日为收到之日。",
        isOpen: true,
      },
      { channel: "email", where: mail, how: "标题注明“政府信息公开申请”，以双方确认之日为收到之日。", isOpen: true },
    ],
    procedure:
      "申请内容不明确的，自收到之日起七个工作日内一次性告知补正。能当场答复的当场答复；不能当场答复的，自收到之日起二十个工作日内答复，需要延长的，经负责人同意可以延长，最长不超过二十个工作日。",
    fees: "不收取费用。申请的数量、频次明显超过合理范围的，依照国务院办公厅规定的标准收取信息处理费。",
    supervision:
      "认为本机关没有依法履行公开义务的，可以向示例市人民政府办公室投诉举报；认为侵犯合法权益的，可以依法申请行政复议或者提起行政诉讼。",
    readingPlaces: [
      { name: "示例市档案馆", address: "示例市文化路3号", hours },
      { name: "示例市图书馆", address: "示例市文化路5号", hours: "周二至周日 9:00—20:00" },
    ],
  });
}

function rulesOf({ name }: SampleAgency) {
  const paragraph = (text: string) => ({ kind: "paragraph" as const, text });
  const common = { documentNumber: null, itemId: null, address: null };
  return [
    {
      ...{ ...common, id: "regulations", kind: "law" as const, title: "中华人民共和国政府信息公开条例" },
      ...{
        documentNumber: "国务院令第711号",
        address: "https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm",
        blocks: [],
      },
    },
    {
      ...{ ...common, id: "secrecy", kind: "own" as const, title: `${name}政府信息公开保密审查办法` },
      blocks: [
        "第一条　公开政府信息坚持先审查、后公开，一事一审。",
        "第二条　承办机构提出公开意见，保密审查员审查，主管负责人批准。",
        "第三条　不能确定是否可以公开的，报有关主管部门或者保密行政管理部门确定。",
      ].map(paragraph),
    },
    {
      ...{ ...common, id: "handling", kind: "own" as const, title: `${name}政府信息公开申请办理规程` },
      blocks: [
        "第一条　收到申请的当日登记，二日内分送承办机构。",
        "第二条　承办机构在十个工作日内提出答复意见，由办公室审核，负责人签发。",
        "第三条　答复文书载明理由、依据和救济途径，送达后归档。",
      ].map(paragraph),
    },
  ];
}

/** What an agency that answers requests has besides: settings of its letters, an answer that serves many, drafts on their way. */
export async function addSampleDesk(
  office: Office,
  { handler, head }: SamplePeople["actors"],
  agency: SampleAgency,
): Promise<void> {
  const { id: agencyId, letterCode: code, office: name, address, phone, place } = agency;
  if (code === undefined) return;
  const settings = {
    ...{ code, office: name, contact: `${address}，${phone}`, inquiry: `电话查询：${phone}；或者凭回执在公开平台查询` },
    ...{
      payment: "凭缴费通知书到政务服务大厅非税窗口缴纳",
      onlineChannel: "示例市行政复议网上申请平台（示例）",
      court: "示例市人民法院",
    },
    reconsideration: { bodies: [{ role: "same-level-government" as const, name: `${place}人民政府` }] },
  };
  await recordLetterSettings(office, head, { agencyId, version: 0, settings });
  await publishAnswer(office, head, {
    agencyId,
    question: "家电以旧换新补贴的标准和资金来源",
    answer: "购买一级能效家电按照售价的百分之十五补贴，每件不超过二千元。资金由中央和地方共同承担，执行情况已在部门决算中公开。",
    answeredOn: todayIn(office),
    itemId: null,
  });
  const draft = (title: string, text: readonly string[]) => ({
    ...{ title, summary: title, madeOn: todayIn(office), theme: "0802", genre: "通知", disclosureItem: "art20-11" as const },
    attribute: { value: "active" as const },
    blocks: text.map((line) => ({ kind: "paragraph" as const, text: line })),
  });
  const ready = await draftItem(office, handler, {
    agencyId,
    content: draft("关于开展年末消费促进活动的通知", [
      "为了活跃节日市场，定于年末组织消费促进活动，请各有关企业按照自愿原则报名参加。",
    ]),
    isSample: true,
  });
  await submitItem(office, handler, { agencyId, itemId: ready.id, version: ready.version });
  await draftItem(office, handler, {
    agencyId,
    content: draft("关于公布消费券核销网点的通告（草稿）", [
      "核销网点联系人：王示例，手机13900000000，住示例市中心大道88号2单元301室。",
    ]),
    isSample: true,
  });
}
