import { CASE_LETTERS } from "../../law/letters/letters.js";
import { OUTCOMES } from "../../law/outcomes/outcomes.js";
import { ATTRIBUTE_LABELS } from "../../law/publication/disclosure-attributes.js";
import { DISCLOSURE_ITEMS } from "../../law/publication/disclosure-items.js";
import { themeName } from "../../law/publication/themes.js";
import { CASE_STATES } from "../../register/case-state.js";
import { CHANNEL_LABELS, REQUESTER_KIND_LABELS } from "../../register/info-request.js";
import { PROCEEDING_TRANSITIONS } from "../../register/proceedings/index.js";
import { ITEM_STATES } from "../../register/publishing/item-state.js";
import { ITEM_TRANSITIONS } from "../../register/publishing-steps/index.js";
import { TRANSITIONS } from "../../register/transitions/index.js";

/** A row as it stands in its JSONL file. */
export type ExportedRow = Readonly<Record<string, string | null>>;

type Column = readonly [head: string, of: (row: ExportedRow) => string | null | undefined];

/** A spreadsheet of the export: one table, the columns a person reads. */
export interface Spreadsheet {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly Column[];
}

const labels = (table: Readonly<Record<string, string>>) => new Map(Object.entries(table));
const steps = (list: readonly { readonly records: string; readonly label: string }[]) =>
  new Map(list.map(({ records, label }) => [records, label]));

/** What the codes of the tables stand for, under the head of the page that lists them. */
export const CODES = {
  渠道: labels(CHANNEL_LABELS),
  申请人类别: labels(REQUESTER_KIND_LABELS),
  案卷状态: labels(CASE_STATES),
  办理结果: new Map<string, string>(OUTCOMES.map(({ id, name }) => [id, name])),
  申请的步骤: steps(TRANSITIONS),
  复议诉讼的步骤: steps(PROCEEDING_TRANSITIONS),
  信息状态: labels(ITEM_STATES),
  信息的步骤: steps(ITEM_TRANSITIONS),
  法定事项: new Map<string, string>(DISCLOSURE_ITEMS.map(({ id, shortName }) => [id, shortName])),
  公开属性: new Map(Object.entries(ATTRIBUTE_LABELS).map(([id, { name }]) => [id, name])),
  文书种类: new Map<string, string>(CASE_LETTERS.map(({ id, name }) => [id, name])),
  证件种类: new Map([
    ["id-card", "居民身份证"],
    ["passport", "护照"],
    ["credit-code", "统一社会信用代码"],
    ["other", "其他"],
  ]),
} as const satisfies Readonly<Record<string, ReadonlyMap<string, string>>>;

const plain = (column: string) => (row: ExportedRow) => row[column];
const coded = (column: string, code: keyof typeof CODES) => (row: ExportedRow) => worded(row[column], code);
const inside =
  (column: string, ...path: readonly string[]) =>
  (row: ExportedRow) =>
    shown(path.reduce<unknown>((value, step) => memberOf(value, step), parsed(row[column])));
const step = (code: keyof typeof CODES) => (row: ExportedRow) => worded(shown(memberOf(parsed(row.body), "type")), code);
const fileAt = (row: ExportedRow) => row.bytes?.replace(/^sha256:/, "files/");

/** What else a step recorded, beside its kind and its day. */
function details({ body }: ExportedRow): string {
  const value = parsed(body);
  if (typeof value !== "object" || value === null) return "";
  const rest = Object.entries(value).filter(([name]) => name !== "type" && name !== "on");
  return rest.length === 0 ? "" : JSON.stringify(Object.fromEntries(rest));
}

const RECORDED: readonly Column[] = [
  ["记录时刻", plain("recorded_at")],
  ["记录人", plain("recorded_by")],
];
const REASONED: readonly Column[] = [...RECORDED, ["原因", plain("reason")]];
const AGENCY: Column = ["机关编号", plain("chain_id")];

const eventColumns = (of: readonly [head: string, column: string], code: keyof typeof CODES): readonly Column[] => [
  [of[0], plain(of[1])],
  ["次序", plain("sequence")],
  AGENCY,
  ["步骤", step(code)],
  ["发生之日", inside("body", "on")],
  ["其他内容", details],
  ...REASONED,
];

/** The main tables, as a person opens them. Everything else is in the JSONL files. */
export const SPREADSHEETS: readonly Spreadsheet[] = [
  {
    table: "public.agency_version",
    name: "机关",
    columns: [["机关编号", plain("agency_id")], ["版本", plain("version")], ["内容", plain("body")], ...REASONED],
  },
  {
    table: "public.case_file",
    name: "申请",
    columns: [
      ["申请编号", plain("id")],
      ["登记编号", plain("number")],
      AGENCY,
      ["来信编号", plain("letter_id")],
      ["到达之日", plain("arrived_on")],
      ["渠道", coded("channel", "渠道")],
      ["申请人类别", coded("requester_kind", "申请人类别")],
      ["申请人", inside("requester", "name")],
      ["证件", (row) => worded(inside("requester", "identity", "document")(row), "证件种类")],
      ["证件号码", inside("requester", "identity", "number")],
      ["电话", inside("requester", "contact", "phone")],
      ["电子邮箱", inside("requester", "contact", "email")],
      ["传真", inside("requester", "contact", "fax")],
      ["地址", inside("requester", "contact", "address")],
      ["邮编", inside("requester", "contact", "postcode")],
      ["代理人", inside("requester", "representative")],
      ["申请内容", inside("body", "description")],
      ["希望的形式", inside("body", "wantedForm")],
      ...RECORDED,
    ],
  },
  { table: "public.case_event", name: "申请办理", columns: eventColumns(["申请编号", "case_id"], "申请的步骤") },
  {
    table: "public.case_summary",
    name: "申请现状",
    columns: [
      ["申请编号", plain("case_id")],
      ["登记编号", plain("number")],
      ["机关编号", plain("agency_id")],
      ["状态", coded("state", "案卷状态")],
      ["收到之日", plain("received_on")],
      ["期限", plain("due_on")],
      ["办理结果", coded("outcome", "办理结果")],
      ["办结之日", plain("closed_on")],
      ["送达之日", plain("served_on")],
      ["承办人", plain("handler")],
      ["承办机构", plain("unit")],
      ["申请内容", plain("description")],
    ],
  },
  {
    table: "public.issued_letter",
    name: "文书",
    columns: [
      ["文书编号", plain("id")],
      AGENCY,
      ["申请编号", plain("case_id")],
      ["种类", coded("letter_id", "文书种类")],
      ["文号", plain("number")],
      ["成文日期", plain("dated_on")],
      ["docx 附件编号", plain("docx_id")],
      ["pdf 附件编号", plain("pdf_id")],
      ["内容", plain("opened_body")],
      ...RECORDED,
    ],
  },
  {
    table: "public.attachment",
    name: "附件",
    columns: [
      ["附件编号", plain("id")],
      AGENCY,
      ["申请编号", plain("case_id")],
      ["文件名", (row) => row.name ?? "（已加密）"],
      ["类型", plain("media_type")],
      ["文件", fileAt],
      ...RECORDED,
    ],
  },
  {
    table: "public.proceeding",
    name: "复议诉讼",
    columns: [
      ["编号", plain("id")],
      AGENCY,
      ["种类", (row) => (inside("body", "kind")(row) === "litigation" ? "行政诉讼" : "行政复议")],
      ["案号", inside("body", "number")],
      ["复议机关、法院", inside("body", "forum")],
      ["申请编号", inside("body", "requestId")],
      ...RECORDED,
    ],
  },
  {
    table: "public.proceeding_event",
    name: "复议诉讼办理",
    columns: eventColumns(["复议、诉讼编号", "proceeding_id"], "复议诉讼的步骤"),
  },
  {
    table: "public.item_summary",
    name: "主动公开信息",
    columns: [
      ["信息编号", plain("item_id")],
      ["机关编号", plain("agency_id")],
      ["索引号", plain("index_text")],
      ["名称", plain("title")],
      ["文号", plain("document_number")],
      ["状态", coded("state", "信息状态")],
      ["生成日期", plain("made_on")],
      ["公开时刻", plain("published_at")],
      ["修改时刻", plain("revised_at")],
      ["法定事项", coded("disclosure_item", "法定事项")],
      ["主题", (row) => (row.theme == null ? "" : (themeName(row.theme) ?? row.theme))],
      ["体裁", plain("genre")],
      ["公开属性", coded("attribute", "公开属性")],
    ],
  },
  { table: "public.item_event", name: "信息办理", columns: eventColumns(["信息编号", "item_id"], "信息的步骤") },
  {
    table: "public.normative_document",
    name: "规范性文件",
    columns: [
      ["文件编号", plain("document_id")],
      ["次序", plain("sequence")],
      AGENCY,
      ["种类", (row) => (inside("body", "kind")(row) === "rule" ? "规章" : "行政规范性文件")],
      ["名称", inside("body", "title")],
      ["文号", inside("body", "number")],
      ["制定", inside("body", "madeOn")],
      ["公开", inside("body", "publishedOn")],
      ["废止", inside("body", "repealedOn")],
      ...REASONED,
    ],
  },
  {
    table: "public.monthly_figure",
    name: "按月数字",
    columns: [
      AGENCY,
      ["行", plain("table_row")],
      ["列", plain("table_column")],
      ["月份", plain("month")],
      ["次序", plain("sequence")],
      ["数字", plain("value")],
      ["来源", plain("source")],
      ...REASONED,
    ],
  },
  {
    table: "public.report_edition",
    name: "年度报告",
    columns: [
      AGENCY,
      ["年度", plain("year")],
      ["版次", plain("edition")],
      ["统计时刻", plain("as_of")],
      ["内容散列值", plain("content_hash")],
      ["内容", plain("body")],
      ...REASONED,
    ],
  },
];

function worded(value: string | null | undefined, code: keyof typeof CODES): string {
  if (value == null) return "";
  return (CODES[code] as ReadonlyMap<string, string>).get(value) ?? value;
}

/** A JSON column; null where it is not one, as a requester that is sealed. */
function parsed(text: string | null | undefined): unknown {
  if (text == null || !/^[[{]/.test(text)) return null;
  return JSON.parse(text);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (Object.getOwnPropertyDescriptor(value, name)?.value as unknown) : null;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
