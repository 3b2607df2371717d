import { z } from "zod";
import { CHANNELS, REQUESTER_KINDS } from "../register/info-request.js";
import { day, line, words } from "../register/input-fields.js";

/** An id made by whoever sends it: sent twice it is written once. */
export const newId = z.string().regex(/^[\w-]{8,64}$/, "编号应为 8 至 64 个字母、数字、“-”或“_”");
/** The id of something that is there. */
export const knownId = z.string().min(1).max(128);
const plainDay = z.string();
const instant = z.string();

export const AGENCY_PARAMS = z.object({ agencyId: knownId });
export const CASE_PARAMS = z.object({ agencyId: knownId, caseId: knownId });

/** 身份证明: kind and number of the document. */
export const IDENTITY_INPUT = z.object({
  document: z.enum(["id-card", "passport", "credit-code", "other"]).meta({ title: "证件类型" }),
  number: line.meta({ title: "证件号码" }),
});

/** 第二十九条: what a request may have to hold, and nothing else. */
export const REQUESTER_INPUT = z.object({
  kind: z.enum(REQUESTER_KINDS).meta({ title: "申请人类别" }),
  name: line.meta({ title: "申请人姓名或者名称" }),
  /** Left out when the letter came without it: it is registered all the same and 补正 is asked for (第三十条). */
  identity: IDENTITY_INPUT.optional(),
  contact: z
    .object({
      phone: line.optional().meta({ title: "电话" }),
      email: line.optional().meta({ title: "电子邮箱" }),
      fax: line.optional().meta({ title: "传真" }),
      address: line.optional().meta({ title: "通信地址" }),
      postcode: line.optional().meta({ title: "邮政编码" }),
    })
    .default({}),
  representative: line.optional().meta({ title: "代表人、代理人" }),
});

const WANTED_FORM = z.object({
  medium: z.enum(["paper", "electronic", "inspection", "other"]).meta({ title: "提供载体" }),
  delivery: z.enum(["post", "email", "collect", "online", "fax"]).meta({ title: "获取方式" }),
});

/** One matter of a letter. Without a number the next of the year is taken (依申请〔2026〕12号). */
export const PIECE = z.object({
  id: newId,
  description: words.meta({ title: "申请内容" }),
  number: line.optional().meta({ title: "登记编号" }),
});

/** A letter as it is typed in from paper, e-mail, fax or the counter. */
export const REGISTRATION = z.object({
  letterId: newId,
  channel: z.enum(CHANNELS).meta({ title: "提出渠道" }),
  arrivedOn: day.meta({ title: "到达日期" }),
  /** The day both sides confirmed receipt, for channels without a signature (第三十一条第二、三项). */
  confirmedOn: day.optional().meta({ title: "确认收到日期" }),
  requester: REQUESTER_INPUT,
  wantedForm: WANTED_FORM,
  /** 一事一申请: more than one when the letter asks for several things. */
  pieces: z.array(PIECE).min(1).max(50).meta({ title: "申请事项" }),
  /** Given when the case is handed to somebody at once. */
  handler: line.optional().meta({ title: "承办人" }),
  unit: line.optional().meta({ title: "承办单位" }),
  /** Why it is registered later than it arrived. */
  reason: words.optional().meta({ title: "补登说明" }),
});

/** Somebody should look at something; nothing is refused because of it. */
export const WARNING = z.object({
  code: z.enum(["identifier", "no-identity", "same-requester", "similar", "late-entry", "no-contact"]),
  message: z.string(),
  /** The field it is about: requester.identity.number, pieces.0.description … */
  field: z.string().nullable(),
  /** The cases it is about. */
  cases: z.array(z.object({ id: z.string(), number: z.string(), likeness: z.number().nullable() })),
});

const codeAndLabel = { code: z.string(), label: z.string() };
export const LABELLED = z.object(codeAndLabel);

export const WAITING_FOR = ["us", "confirmation", "clarification", "reasons", "third-party", "joint-maker", "payment"] as const;
/** What the desk makes of the last day: over, within three working days, running, standing still, or none to keep. */
const URGENCIES = ["late", "soon", "running", "stopped", "none"] as const;

/** A case in a list. */
export const CASE_ROW = z.object({
  id: z.string(),
  number: z.string(),
  letterId: z.string(),
  channel: LABELLED,
  requesterKind: LABELLED,
  /** As much of the name as the reader may see: whole for who handles it, 张* for a supervisor. */
  requesterName: z.string(),
  description: z.string(),
  arrivedOn: plainDay,
  receivedOn: plainDay.nullable(),
  state: LABELLED,
  isOpen: z.boolean(),
  handler: z.string().nullable(),
  unit: z.string().nullable(),
  due: plainDay.nullable(),
  /** Counted over days whose holidays are not announced. */
  isDueProvisional: z.boolean(),
  urgency: z.enum(URGENCIES),
  /** Working days from today to the last day; negative when it is past. */
  workingDaysLeft: z.number().nullable(),
  waitingFor: z.object({ code: z.enum(WAITING_FOR), label: z.string() }).nullable(),
  /** The last day the other side has. */
  waitingUntil: plainDay.nullable(),
  outcome: LABELLED.nullable(),
  closedOn: plainDay.nullable(),
  version: z.number(),
  updatedAt: instant,
});

/** A row of the desk: the case, and in sentences how its last day comes about. */
export const DESK_ROW = CASE_ROW.extend({ derivation: z.array(z.string()) });

/** A stretch of days of the term, in the order of the days: what it is and by which article. A page draws the calendar from it. */
export const DERIVATION_SPAN = z.object({
  kind: z.enum(["day-zero", "counted", "day-off", "excluded", "set-aside", "waiting", "later-date"]),
  from: plainDay,
  to: plainDay.nullable(),
  workingDays: z.number(),
  nth: z.object({ first: z.number(), last: z.number() }).nullable(),
  part: z.enum(["term", "extension"]).nullable(),
  why: z.string(),
  basis: z.string(),
});

export const DEADLINE = z.object({
  receivedOn: plainDay.nullable(),
  due: plainDay.nullable(),
  isProvisional: z.boolean(),
  isOverdue: z.boolean(),
  urgency: z.enum(URGENCIES),
  workingDaysLeft: z.number().nullable(),
  /** In words: 正在计算, 等待补正, 已送达答复 … */
  state: z.string(),
  /** Sentences a requester can check with a calendar. */
  sentences: z.array(z.string()),
  spans: z.array(DERIVATION_SPAN),
});

/** One field of a form, ready to be drawn. `schema` is its part of the JSON Schema of the step. */
export const FORM_FIELD = z.object({
  name: z.string(),
  label: z.string(),
  help: z.string().nullable(),
  kind: z.enum(["text", "words", "day", "number", "money", "yes-no", "choice", "answers", "event"]),
  isRequired: z.boolean(),
  /** The days, names and numbers that are usual here; a person may change them. */
  suggested: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
});

/** A step of a procedure: what it asks for when it can be taken now, or why it cannot. */
export const STEP = z.object({
  id: z.string(),
  label: z.string(),
  /** The articles, as they are printed in a letter. */
  basis: z.array(z.string()),
  /** Whether the person who asks may take it; a step of the head is shown to a handler, who cannot take it. */
  isAllowed: z.boolean(),
  role: LABELLED,
  /** Null: it can be taken now. */
  why: z.string().nullable(),
  fields: z.array(FORM_FIELD),
  /** JSON Schema of `input` in take-step. */
  schema: z.record(z.string(), z.unknown()),
});

/** An act on record. */
export const TIMELINE_EVENT = z.object({
  id: z.string(),
  type: z.string(),
  label: z.string(),
  on: plainDay,
  /** What was recorded, as pairs for reading. */
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  recordedAt: instant,
  recordedBy: z.string(),
  reason: z.string().nullable(),
  /** Written down on a later day than it happened. */
  isLateEntry: z.boolean(),
  /** "stands", or what became of it: the record that corrects it took its place, or took it away. */
  standing: z.enum(["stands", "corrected", "removed"]),
  /** Of a correction: the event it corrects. */
  corrects: z.string().nullable(),
  /** What is remarkable about it: late, without proof … */
  flags: z.array(z.string()),
  /** The body as it was recorded; a correction starts from it. */
  body: z.record(z.string(), z.unknown()),
});

export const ATTACHMENT = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
  recordedAt: instant,
  recordedBy: z.string(),
});

/** The person as far as the reader may see: numbers and addresses are covered until they are asked for with a purpose. */
export const SHOWN_REQUESTER = z.object({
  kind: LABELLED,
  name: z.string(),
  /** null: the letter came without it. */
  identity: z.object({ document: LABELLED, number: z.string() }).nullable(),
  contact: z.array(z.object({ code: z.string(), label: z.string(), text: z.string() })),
  representative: z.string().nullable(),
  isMasked: z.boolean(),
});

/** A cell of the annual report in which a record counts. */
export const REPORT_CELL = z.object({
  year: z.number(),
  table: z.string(),
  row: z.string(),
  column: z.string(),
  /** In the words of the form: 表三 · 三、本年度办理结果（一）予以公开 · 自然人 */
  label: z.string(),
});
