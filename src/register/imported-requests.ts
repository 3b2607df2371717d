import { fillMessage } from "../document/message.js";
import { OUTCOMES } from "../law/outcomes/outcomes.js";
import { dayOf, type PlainDate } from "../law/plain-date.js";
import type { CaseEventBody, ServiceMethod } from "./case-event.js";
import {
  CHANNEL_LABELS,
  CHANNELS,
  type Channel,
  type IdentityProof,
  type InfoRequest,
  REQUESTER_KINDS,
  type Requester,
  type RequesterKind,
} from "./info-request.js";
import { outcomeLabel } from "./outcome-label.js";

/** What a column of a list of requests may hold, with the headings it is met under. */
const COLUMNS = {
  number: ["登记编号", "申请编号", "编号", "受理编号", "登记号"],
  letter: ["来信编号", "信件编号"],
  arrivedOn: ["到达日期", "收到日期", "收到申请日期", "申请日期", "登记日期", "收件日期"],
  confirmedOn: ["确认日期", "确认收到日期"],
  channel: ["提出渠道", "申请渠道", "申请方式", "渠道", "来源"],
  kind: ["申请人类别", "申请人类型", "申请人性质"],
  name: ["申请人", "申请人姓名", "申请人名称", "姓名", "申请人姓名或者名称"],
  document: ["证件类型", "证件名称"],
  identity: ["证件号码", "身份证号", "身份证号码", "统一社会信用代码"],
  phone: ["联系电话", "电话", "手机号码"],
  email: ["电子邮箱", "邮箱"],
  address: ["通信地址", "联系地址", "地址"],
  description: ["申请内容", "所需信息", "申请事项", "内容描述", "所需政府信息"],
  handler: ["承办人", "经办人"],
  unit: ["承办单位", "承办处室", "承办科室"],
  outcome: ["办理结果", "答复结果", "处理结果", "答复类型"],
  closedOn: ["办结日期", "答复日期", "决定日期", "作出决定日期"],
  letterNumber: ["答复文号", "文号", "答复书文号"],
  servedOn: ["送达日期"],
  method: ["送达方式"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ImportColumn = keyof typeof COLUMNS;

const MESSAGES = {
  empty: "表中没有内容。",
  missingColumn: "没有“{heading}”一列。",
  sameColumn: "“{heading}”与前面的列重复，没有读入。",
  blank: "没有填写。",
  badDay: "“{text}”不是日期，应写如“2025-03-03”或者“2025年3月3日”。",
  futureDay: "“{text}”晚于今天。",
  badChannel: "认不出渠道“{text}”；可以填写：{known}。",
  badKind: "认不出申请人类别“{text}”；可以填写：{known}。",
  badOutcome: "认不出办理结果“{text}”；应是年度报告表三中的一项。",
  outcomeWithoutDay: "填写了办理结果，没有填写办结日期。",
  dayWithoutOutcome: "填写了办结日期，没有填写办理结果。",
  servedBefore: "送达日期早于办结日期。",
  closedBefore: "办结日期早于收到日期。",
  servedUndecided: "填写了送达日期，没有填写办理结果。",
  badMethod: "认不出送达方式“{text}”；可以填写：{known}。",
  sameNumber: "登记编号“{number}”与第{row}行相同。",
  tooMany: "行数超过 {limit} 行，请分次导入。",
} as const;

const MOST_ROWS = 5000;
const REQUIRED: readonly ImportColumn[] = ["number", "arrivedOn", "channel", "kind", "description"];

const CHANNEL_WORDS: Readonly<Record<Channel, readonly string[]>> = {
  in_person: ["当面提交", "当面", "现场", "现场提交", "窗口", "当面申请"],
  registered_mail: ["挂号信", "邮寄", "信函", "特快专递", "EMS", "快递", "邮政快递", "挂号"],
  ordinary_mail: ["平信", "平常信函", "普通信函"],
  online: ["网上", "网络", "互联网", "在线", "网站", "平台", "互联网渠道", "网上申请", "网络申请"],
  email: ["电子邮件", "邮件", "邮箱"],
  fax: ["传真"],
  oral: ["口头"],
};

const KIND_WORDS: Readonly<Record<RequesterKind, readonly string[]>> = {
  natural: ["自然人", "个人", "公民"],
  business: ["商业企业", "企业"],
  research: ["科研机构"],
  welfare: ["社会公益组织", "公益组织"],
  legal_service: ["法律服务机构", "律师事务所"],
  other_org: ["其他", "其他组织", "其他法人或者其他组织"],
};

const METHOD_WORDS: Readonly<Record<ServiceMethod, readonly string[]>> = {
  hand: ["当面", "当面送达", "领取", "直接送达"],
  "registered-mail": ["邮寄", "挂号信", "特快专递", "EMS", "快递", "邮寄送达"],
  "ordinary-mail": ["平信", "平常信函"],
  email: ["电子邮件", "邮件"],
  online: ["网上", "互联网", "网络", "平台"],
  fax: ["传真"],
  notice: ["公告"],
};

/** A cell that was not taken over, and why. The row is counted from 1, as a spreadsheet shows it. */
export interface ImportFault {
  readonly row: number;
  readonly column: string | null;
  readonly message: string;
}

/** A row that can be taken over: the request and what is known to have happened. */
export interface ImportedRequest {
  readonly row: number;
  readonly request: InfoRequest;
  readonly bodies: readonly CaseEventBody[];
}

export interface ImportReading {
  readonly requests: readonly ImportedRequest[];
  readonly faults: readonly ImportFault[];
  /** Each heading of the sheet, with what it was taken for; null: not read. */
  readonly columns: readonly { readonly heading: string; readonly meaning: string | null }[];
  /** Rows that hold anything. */
  readonly rows: number;
}

interface ImportSetting {
  readonly importId: string;
  readonly agencyId: string;
  readonly today: PlainDate;
  /** The number the spreadsheet gives the row with the headings. */
  readonly firstRow: number;
}

type FaultId = keyof typeof MESSAGES;
type Tell = (id: FaultId, column: ImportColumn | null, data?: Readonly<Record<string, string | number>>) => void;

/** Reads a list of the requests of a paper year. A row with any fault is not taken over, and nothing is guessed. */
export function importedRequests(grid: readonly (readonly string[])[], setting: ImportSetting): ImportReading {
  const { firstRow } = setting;
  const [head = [], ...rows] = grid;
  const faults: ImportFault[] = [];
  const tellAt =
    (row: number): Tell =>
    (id, column, data = {}) => {
      faults.push({ row, column: column === null ? null : COLUMNS[column][0], message: fillMessage(MESSAGES[id], data) });
    };
  if (grid.length === 0) tellAt(firstRow)("empty", null);
  const { places, columns } = columnsOf(head, tellAt(firstRow));
  for (const column of REQUIRED) {
    if (grid.length > 0 && !places.has(column)) tellAt(firstRow)("missingColumn", null, { heading: COLUMNS[column][0] });
  }
  if (rows.length > MOST_ROWS) tellAt(firstRow + MOST_ROWS + 1)("tooMany", null, { limit: MOST_ROWS });
  if (faults.length > 0) return { requests: [], faults, columns, rows: 0 };
  const requests: ImportedRequest[] = [];
  const numbers = new Map<string, number>();
  const letters = new Map<string, string>();
  let filled = 0;
  for (const [index, cells] of rows.entries()) {
    if (cells.every((text) => plain(text) === "")) continue;
    filled += 1;
    const row = firstRow + index + 1;
    const before = faults.length;
    const tell = tellAt(row);
    const text = (column: ImportColumn): string => (cells[places.get(column) ?? -1] ?? "").trim();
    const made = requestOf(text, { ...setting, row, tell, letters });
    const earlier = numbers.get(text("number"));
    if (earlier !== undefined) tell("sameNumber", "number", { number: text("number"), row: earlier });
    else numbers.set(text("number"), row);
    if (made !== null && faults.length === before) requests.push(made);
  }
  return { requests, faults, columns, rows: filled };
}

function columnsOf(
  head: readonly string[],
  tell: Tell,
): { places: Map<ImportColumn, number>; columns: ImportReading["columns"] } {
  const places = new Map<ImportColumn, number>();
  const names = Object.keys(COLUMNS) as ImportColumn[]; // the keys of that very table
  const columns = head.map((text, at) => {
    const heading = plain(text)
      .replace(/[(（].*[)）]$/, "")
      .replace(/^[*＊]|[*＊]$/g, "");
    const column = names.find((name) => (COLUMNS[name] as readonly string[]).includes(heading)); // a list of words
    if (column === undefined) return { heading: text, meaning: null };
    if (places.has(column)) {
      tell("sameColumn", column, { heading: text });
      return { heading: text, meaning: null };
    }
    places.set(column, at);
    return { heading: text, meaning: COLUMNS[column][0] };
  });
  return { places, columns: columns.filter(({ heading }) => heading !== "") };
}

interface RowSetting extends ImportSetting {
  readonly row: number;
  readonly tell: Tell;
  readonly letters: Map<string, string>;
}

function requestOf(text: (column: ImportColumn) => string, setting: RowSetting): ImportedRequest | null {
  const { importId, agencyId, row, tell, letters } = setting;
  for (const column of REQUIRED) if (text(column) === "") tell("blank", column);
  const arrivedOn = dayIn(text, "arrivedOn", setting);
  const channel = choiceIn(text("channel"), CHANNEL_WORDS, CHANNEL_LABELS);
  const kind = choiceIn(text("kind"), KIND_WORDS, {});
  if (channel === null && text("channel") !== "")
    tell("badChannel", "channel", { text: text("channel"), known: CHANNELS.map((one) => CHANNEL_WORDS[one][0]).join("、") });
  if (kind === null && text("kind") !== "")
    tell("badKind", "kind", { text: text("kind"), known: REQUESTER_KINDS.map((one) => KIND_WORDS[one][0]).join("、") });
  if (arrivedOn === null || channel === null || kind === null) return null;
  const id = `${importId}-${row}`;
  const letter = text("letter");
  const letterId = letter === "" ? `${importId}-letter-${row}` : (letters.get(letter) ?? `${importId}-letter-${row}`);
  if (letter !== "") letters.set(letter, letterId);
  const bodies = bodiesOf(text, arrivedOn, setting);
  return {
    row,
    request: {
      ...{ id, agencyId, letterId, number: text("number"), channel, arrivedOn, requester: requesterOf(text, kind) },
      description: text("description"),
      wantedForm: { medium: "other", delivery: "collect" },
      isImported: true,
    },
    bodies,
  };
}

function requesterOf(text: (column: ImportColumn) => string, kind: RequesterKind): Requester {
  const number = text("identity");
  const contact = Object.fromEntries(
    (["phone", "email", "address"] as const).flatMap((one) => (text(one) === "" ? [] : [[one, text(one)]])),
  );
  return {
    kind,
    name: text("name") || "未登记",
    ...(number !== "" && { identity: { document: documentOf(text("document"), number), number } }),
    contact,
  };
}

function documentOf(named: string, number: string): IdentityProof["document"] {
  if (/护照/.test(named)) return "passport";
  if (/信用代码|营业执照/.test(named)) return "credit-code";
  if (/身份证|公民身份号码/.test(named)) return "id-card";
  if (named !== "") return "other";
  if (/^\d{17}[\dXx]$/.test(number)) return "id-card";
  return /^[0-9A-Z]{18}$/.test(number) ? "credit-code" : "other";
}

/** What happened, as far as a list tells: received, confirmed, handed to somebody, decided, served. */
function bodiesOf(text: (column: ImportColumn) => string, arrivedOn: PlainDate, setting: RowSetting): CaseEventBody[] {
  const { tell } = setting;
  const confirmedOn = dayIn(text, "confirmedOn", setting);
  const closedOn = dayIn(text, "closedOn", setting);
  const servedOn = dayIn(text, "servedOn", setting);
  const outcome = outcomeIn(text("outcome"));
  const [handler, unit, letterNumber] = [text("handler"), text("unit"), text("letterNumber")];
  if (outcome === null && text("outcome") !== "") tell("badOutcome", "outcome", { text: text("outcome") });
  if (outcome !== null && text("closedOn") === "") tell("outcomeWithoutDay", "closedOn");
  if (text("outcome") === "" && closedOn !== null) tell("dayWithoutOutcome", "outcome");
  if (text("outcome") === "" && servedOn !== null) tell("servedUndecided", "outcome");
  if (closedOn !== null && closedOn < arrivedOn) tell("closedBefore", "closedOn");
  if (servedOn !== null && closedOn !== null && servedOn < closedOn) tell("servedBefore", "servedOn");
  const method = text("method") === "" ? "registered-mail" : choiceIn(text("method"), METHOD_WORDS, {});
  if (method === null)
    tell("badMethod", "method", {
      text: text("method"),
      known: Object.values(METHOD_WORDS)
        .map(([word]) => word)
        .join("、"),
    });
  return [
    { type: "received", on: arrivedOn },
    ...(confirmedOn === null ? [] : [{ type: "confirmed", on: confirmedOn } as const]),
    ...(handler === "" ? [] : [{ type: "accepted", on: confirmedOn ?? arrivedOn, handler } as const]),
    ...(unit === "" ? [] : [{ type: "transferred", on: confirmedOn ?? arrivedOn, unit } as const]),
    ...(outcome === null || closedOn === null
      ? []
      : [{ type: "decided", on: closedOn, outcome, grounds: {}, ...(letterNumber === "" ? {} : { letterNumber }) } as const]),
    ...(servedOn === null || method === null ? [] : [{ type: "served", on: servedOn, method } as const]),
  ];
}

function dayIn(text: (column: ImportColumn) => string, column: ImportColumn, { today, tell }: RowSetting): PlainDate | null {
  const written = plain(text(column));
  if (written === "") return null;
  const [, year, month, day] = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?/.exec(written) ?? [];
  const found = dayOf(Number(year), Number(month), Number(day));
  if (found === null || Number.isNaN(Number(year))) tell("badDay", column, { text: written });
  else if (found > today) tell("futureDay", column, { text: written });
  else return found;
  return null;
}

function choiceIn<Code extends string>(
  text: string,
  words: Readonly<Record<Code, readonly string[]>>,
  labels: Partial<Readonly<Record<Code, string>>>,
): Code | null {
  const written = plain(text);
  const codes = Object.keys(words) as Code[]; // the keys of that very table
  return codes.find((code) => code === written || labels[code] === written || words[code].includes(written)) ?? null;
}

/** A row of table three by its id, its name, or its group and name, whatever number stands before it. */
function outcomeIn(text: string): string | null {
  const bare = (label: string): string =>
    plain(label)
      .replace(/^[(（]?[一二三四五六\d]+[)）.、]?/, "")
      .replace(/[·,，:：]/g, "");
  const written = bare(text);
  if (written === "") return null;
  return (
    OUTCOMES.find(({ id, name }) => id === plain(text) || bare(name) === written || bare(outcomeLabel(id)) === written)?.id ??
    null
  );
}

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/** The headings of a sheet to fill in, in their order. */
export const IMPORT_HEADINGS: readonly string[] = Object.values(COLUMNS).map(([heading]) => heading);
