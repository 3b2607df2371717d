import { ACTIVITIES } from "../../register/activity.js";
import { DRAFT_ACT_LABELS } from "../../register/letters/letter-draft.js";
import { OFFICE_ROLE_LABELS } from "../../register/office-role.js";
import { PROCEEDING_TRANSITIONS } from "../../register/proceedings/index.js";
import { ITEM_TRANSITIONS } from "../../register/publishing-steps/index.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import type { AuditedKind, AuditedRow } from "../../storage/audit/search-audit.js";

/** What each kind of record is called. */
export const RECORD_WORDS: Readonly<Record<AuditedKind, string>> = {
  agency_version: "机关信息",
  setting_version: "设置",
  case_file: "立案登记",
  case_event: "申请办理步骤",
  case_description: "申请内容",
  request_link: "申请之间的关联",
  proceeding: "复议、诉讼登记",
  proceeding_event: "复议、诉讼步骤",
  normative_document: "规范性文件",
  monthly_figure: "月度数字",
  attachment: "附件",
  attachment_edition: "隐去、遮盖后的附件",
  report_edition: "年度报告定稿",
  letter_number: "文号",
  issued_letter: "出具文书",
  letter_draft_event: "文书送签",
  account_version: "账号",
  activity: "操作",
  information_item: "主动公开信息",
  item_event: "公开信息步骤",
  index_number: "索引号",
  handover_event: "移交",
  outbox_message: "通知",
  webhook_secret: "推送密钥",
};

/** One field that is now other than it was. */
export interface AuditChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

const steps = (list: readonly { readonly records: string; readonly label: string }[]) =>
  new Map(list.map(({ records, label }) => [records, label]));

const STEP_WORDS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ["case_event", steps(TRANSITIONS)],
  ["proceeding_event", steps(PROCEEDING_TRANSITIONS)],
  ["item_event", steps(ITEM_TRANSITIONS)],
  ["letter_draft_event", new Map(Object.entries(DRAFT_ACT_LABELS))],
]);

/** What an entry is about, in a few words. Of requests and items only the step is told: administrators do not read them. */
export function entryWords(kind: string, row: AuditedRow | null): string {
  if (row === null) return wordOf(kind);
  if (kind === "activity") return (ACTIVITIES as Readonly<Record<string, string>>)[String(row.kind)] ?? String(row.kind);
  if (kind === "setting_version") return `设置：${settingWords(String(row.name))}`;
  if (kind === "monthly_figure") return `月度数字 ${String(row.month)}`;
  if (kind === "report_edition") return `${String(row.year)} 年度报告第 ${String(row.edition)} 稿`;
  const type = typeof row.body === "object" && row.body !== null && "type" in row.body ? String(row.body.type) : null;
  const step = type === null ? undefined : STEP_WORDS.get(kind)?.get(type);
  return step === undefined ? wordOf(kind) : `${wordOf(kind)}：${step}`;
}

/** What a setting is called: "report-narrative/2025/frame" begins with its kind and goes on with what it is of. */
function settingWords(name: string): string {
  const [kind = "", year = ""] = name.split("/");
  const words = SETTING_WORDS.get(kind) ?? name;
  return /^20\d\d$/.test(year) ? `${words}（${year} 年）` : words;
}

function wordOf(kind: string): string {
  return (RECORD_WORDS as Readonly<Record<string, string>>)[kind] ?? kind;
}

/** Where the record itself is told to the auditor, and which part of it. */
const TOLD: ReadonlyMap<string, string> = new Map([
  ["agency_version", "body"],
  ["setting_version", "value"],
  ["account_version", "body"],
  ["activity", "body"],
  ["monthly_figure", "value"],
  ["report_edition", "content_hash"],
]);

/** What changed, field by field; for the first state of a record, what it began with. */
export function entryChanges(kind: string, row: AuditedRow | null, before: AuditedRow | null): AuditChange[] {
  const part = TOLD.get(kind);
  if (part === undefined || row === null) return [];
  const after = new Map(leaves(row[part], []));
  const was = new Map(before === null ? [] : leaves(before[part], []));
  return [...new Set([...was.keys(), ...after.keys()])]
    .filter((field) => was.get(field) !== after.get(field))
    .map((field) => ({ field, before: was.get(field) ?? null, after: after.get(field) ?? null }));
}

const MOST_LEAVES = 200;
const SECRET = /secret|password|密码|密钥|token/i;

/** The single values of a record with the words of the way to them. */
function leaves(value: unknown, path: readonly string[]): [string, string][] {
  const field = path.map((step) => FIELD_WORDS.get(step) ?? step).join(" › ") || "内容";
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== "object"))
      return value.length === 0 ? [] : [[field, value.map(valueWords).join("、")]];
    if (path.at(-1) === "roles") return [[field, value.map(roleWords).sort().join("、")]];
    return value.flatMap((one, index) => leaves(one, [...path, String(index + 1)])).slice(0, MOST_LEAVES);
  }
  if (typeof value === "object") {
    return Object.entries(value)
      .flatMap(([key, one]): [string, string][] =>
        SECRET.test(key) && typeof one === "string"
          ? [[[...path, key].map((step) => FIELD_WORDS.get(step) ?? step).join(" › "), "（不显示）"]]
          : leaves(one, [...path, key]),
      )
      .slice(0, MOST_LEAVES);
  }
  return [[field, valueWords(value)]];
}

function roleWords(given: unknown): string {
  const { agencyId, role } = given as { readonly agencyId?: unknown; readonly role?: unknown }; // looked at below
  const label = (OFFICE_ROLE_LABELS as Readonly<Record<string, string>>)[String(role)] ?? String(role);
  return agencyId === "register" ? `${label}（全部机关）` : `${label}（${String(agencyId)}）`;
}

function valueWords(value: unknown): string {
  if (value === true) return "是";
  if (value === false) return "否";
  return VALUE_WORDS.get(String(value)) ?? String(value);
}

const SETTING_WORDS: ReadonlyMap<string, string> = new Map([
  ["sign-in-policy", "登录与密码规则"],
  ["counted-as-of", "统计时刻"],
  ["identity-key", "更换身份信息密钥"],
  ["disclosure-guide", "公开指南"],
  ["disclosure-rules", "公开制度"],
  ["letter-settings", "文书"],
  ["request-number-scheme", "申请编号规则"],
  ["publishing", "主动公开"],
  ["webhook-hosts", "推送地址"],
  ["portal-site", "公开平台"],
  ["portal-answer", "公开的答复"],
  ["portal-set-aside", "不予登记的网上来件"],
  ["tally-settings", "统计范围"],
  ["year-facts", "年度情况"],
  ["report-narrative", "年度报告文字"],
  ["report-release", "年度报告发布"],
  ["paper-report", "以前年度的报告"],
  ["paper-opening", "上年结转"],
  ["finding-reason", "检查问题的说明"],
  ["sample-city", "示例城市"],
]);

const FIELD_WORDS: ReadonlyMap<string, string> = new Map([
  ["id", "编号"],
  ["name", "名称"],
  ["names", "名称"],
  ["loginName", "用户名"],
  ["email", "电子邮箱"],
  ["roles", "角色"],
  ["isDisabled", "停用"],
  ["kind", "类别"],
  ["level", "级别"],
  ["value", "内容"],
  ["from", "起"],
  ["until", "止"],
  ["parents", "上级"],
  ["authorities", "主管部门"],
  ["creditCodes", "统一社会信用代码"],
  ["successor", "承继机关"],
  ["address", "来源地址"],
  ["browser", "浏览器"],
  ["by", "认证服务"],
  ["stage", "下一步"],
  ["lockedUntil", "锁定至"],
  ["sessions", "登录数"],
  ["left", "剩余恢复码"],
  ["key", "安全密钥"],
  ["keys", "安全密钥数"],
  ["agencyId", "机关"],
  ["rights", "权限"],
  ["doing", "要做的事"],
  ["route", "接口"],
  ["right", "缺少的权限"],
  ["agency", "针对的机关"],
  ["again", "一分钟内又试次数"],
  ["endsAt", "到期"],
  ["issuer", "认证服务"],
  ["subject", "身份标识"],
  ["format", "格式"],
  ["count", "条数"],
  ["rows", "条数"],
  ["list", "列表"],
  ["purpose", "用途"],
  ["reason", "理由"],
  ["number", "编号"],
  ["question", "问题"],
  ["answer", "答复"],
  ["answeredOn", "答复日期"],
  ["caseId", "案件"],
  ["entries", "日志条数"],
  ["isIntact", "完整"],
  ["minLength", "密码最短位数"],
  ["minKinds", "字符种类数"],
  ["passwordDays", "密码有效天数"],
  ["oneTimeHours", "一次性密码有效小时数"],
  ["failures", "锁定前允许输错次数"],
  ["lockMinutes", "首次锁定分钟数"],
  ["idleMinutes", "无操作退出分钟数"],
  ["sessionHours", "登录有效小时数"],
  ["secondFactor", "动态口令"],
]);

const VALUE_WORDS: ReadonlyMap<string, string> = new Map([
  ["second-factor", "动态口令"],
  ["change-password", "修改密码"],
  ["enrol-second-factor", "启用动态口令"],
  ["optional", "自愿"],
  ["administrators", "管理员必须"],
  ["everybody", "全部人员必须"],
]);
