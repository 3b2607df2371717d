import { z } from "zod";
import { OUTCOME_IDS } from "../law/outcomes/outcomes.js";
import { CASE_STATES, type CaseStateName } from "../register/case-state.js";
import { CHANNELS, REQUESTER_KINDS } from "../register/info-request.js";
import { day, line, words } from "../register/input-fields.js";
import {
  AGENCY_PARAMS,
  ATTACHMENT,
  CASE_PARAMS,
  CASE_ROW,
  DESK_ROW,
  IDENTITY_INPUT,
  knownId,
  newId,
  PIECE,
  REGISTRATION,
  REQUESTER_INPUT,
  SHOWN_REQUESTER,
  WAITING_FOR,
  WARNING,
} from "./case-parts.js";
import { CASE_VIEW, DESK_GROUPS, OUTCOME_PATH, RELATED_CASE, STEP_TAKEN, STEP_TRIED } from "./case-view.js";
import { defineRoute } from "./define-route.js";
import { pageOf, pageQuery } from "./paging.js";

const STATES = Object.keys(CASE_STATES) as [CaseStateName, ...CaseStateName[]]; // the keys of a table that is not empty

/** What a list of cases can be narrowed to. Names and numbers of persons are not among it: addresses end up in logs. */
const CASE_FILTER = z.object({
  state: z.enum(STATES).optional(),
  /** Still to be answered, or not any more. */
  open: z.enum(["yes", "no"]).optional(),
  outcome: z.enum(OUTCOME_IDS).optional(),
  channel: z.enum(CHANNELS).optional(),
  kind: z.enum(REQUESTER_KINDS).optional(),
  waitingFor: z.enum(WAITING_FOR).optional(),
  handler: line.optional(),
  /** By the day of arrival, both days included. */
  from: day.optional(),
  to: day.optional(),
  /** By the day the case was closed. */
  closedFrom: day.optional(),
  closedTo: day.optional(),
  /** In the number and the description. */
  text: z.string().trim().min(1).max(100).optional(),
  sort: z.enum(["newest", "oldest", "due"]).default("newest"),
});

export type CaseFilterQuery = z.output<typeof CASE_FILTER>;

/** A step as it is sent: which one, on which version of the file, and the filled-in form with the day it happened (`on`). */
const STEP_BODY = z.object({
  transition: line,
  /** The version that was looked at; somebody else's newer entry refuses the step with RECORD_STALE. */
  version: z.int().min(0),
  /** The fields of the step, besides `on` (the day it happened, today when left out) and `reason`. */
  input: z.record(z.string(), z.unknown()),
});

const tag = "申请办理";

/** Everything the desk does with requests. Ids of what is new are made by the sender, so that sending twice writes once. */
export const caseRoutes = {
  today: defineRoute({
    id: "read-today",
    method: "GET",
    path: "/agencies/:agencyId/today",
    summary: "今日待办：按法定期限排列，写明每个期限如何算出、在等谁",
    tag,
    right: "cases:read",
    params: AGENCY_PARAMS,
    query: pageQuery.extend({ group: z.enum(DESK_GROUPS).optional(), handler: line.optional() }),
    reply: z.object({
      today: z.string(),
      /** How many there are in each part, whatever is shown. A case may be in several. */
      counts: z.array(z.object({ group: z.enum(DESK_GROUPS), label: z.string(), count: z.number() })),
      items: z.array(DESK_ROW.extend({ groups: z.array(z.enum(DESK_GROUPS)) })),
      next: z.string().nullable(),
    }),
  }),
  list: defineRoute({
    id: "list-cases",
    method: "GET",
    path: "/agencies/:agencyId/cases",
    summary: "申请台账：按状态、结果、渠道、类别、时间和文字查找",
    tag,
    right: "cases:read",
    params: AGENCY_PARAMS,
    query: CASE_FILTER.extend(pageQuery.shape),
    reply: pageOf(CASE_ROW),
  }),
  findRequester: defineRoute({
    id: "find-cases-of-requester",
    method: "POST",
    path: "/agencies/:agencyId/cases/of-requester",
    summary: "按证件号码或者姓名、名称查找申请人的申请（只在请求正文中，不进入地址和日志）",
    tag,
    right: "cases:handle",
    params: AGENCY_PARAMS,
    body: z
      .object({ identity: IDENTITY_INPUT.optional(), name: line.optional() })
      .refine(({ identity, name }) => (identity === undefined) !== (name === undefined), "填写证件号码或者姓名，二者选一"),
    reply: z.object({ items: z.array(CASE_ROW) }),
  }),
  export: defineRoute({
    id: "export-cases",
    method: "GET",
    path: "/agencies/:agencyId/cases.xlsx",
    summary: "导出申请台账（xlsx），范围与查找条件相同",
    tag,
    right: "cases:read",
    params: AGENCY_PARAMS,
    query: CASE_FILTER,
    file: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  }),
  import: defineRoute({
    id: "import-cases",
    method: "POST",
    path: "/agencies/:agencyId/case-imports",
    summary: "导入纸质年份的申请台账（xlsx、csv）：先试读，全部无误再写入",
    tag,
    right: "cases:handle",
    params: AGENCY_PARAMS,
    /** `mode=check` writes nothing; `mode=write` writes all rows or none. */
    query: z.object({ mode: z.enum(["check", "write"]).default("check"), importId: newId }),
    takesFile: true,
    reply: z.object({
      rows: z.number(),
      written: z.number(),
      columns: z.array(z.object({ heading: z.string(), meaning: z.string().nullable() })),
      faults: z.array(z.object({ row: z.number(), column: z.string().nullable(), message: z.string() })),
      preview: z.array(
        z.object({
          row: z.number(),
          number: z.string(),
          description: z.string(),
          arrivedOn: z.string(),
          outcome: z.string().nullable(),
        }),
      ),
    }),
  }),
  check: defineRoute({
    id: "check-registration",
    method: "POST",
    path: "/agencies/:agencyId/cases/check",
    summary: "登记前核对：证件号码、同一申请人、相似申请、下一个编号",
    tag,
    right: "cases:handle",
    params: AGENCY_PARAMS,
    /** The number may be typed before the name. */
    body: REGISTRATION.extend({ requester: REQUESTER_INPUT.partial({ name: true }) }).partial(),
    reply: z.object({
      /** The day it is in the office. */
      today: z.string(),
      warnings: z.array(WARNING),
      nextNumber: z.string(),
      due: z.string().nullable(),
      bornOn: z.string().nullable(),
    }),
  }),
  register: defineRoute({
    id: "register-request",
    method: "POST",
    path: "/agencies/:agencyId/cases",
    summary: "登记申请：编号、收到、确认；一封信可拆为多件",
    tag,
    right: "cases:handle",
    params: AGENCY_PARAMS,
    body: REGISTRATION,
    reply: z.object({ cases: z.array(CASE_ROW), warnings: z.array(WARNING) }),
  }),
  view: defineRoute({
    id: "view-case",
    method: "GET",
    path: "/agencies/:agencyId/cases/:caseId",
    summary: "案卷全貌：经过、期限推算、现在可以做什么、为什么不能做什么",
    tag,
    right: "cases:read",
    params: CASE_PARAMS,
    reply: CASE_VIEW,
  }),
  showRequester: defineRoute({
    id: "show-requester",
    method: "POST",
    path: "/agencies/:agencyId/cases/:caseId/requester",
    summary: "查看申请人完整身份信息，写明用途并留痕",
    tag,
    right: "cases:handle",
    params: CASE_PARAMS,
    body: z.object({ purpose: line }),
    reply: SHOWN_REQUESTER,
  }),
  tryStep: defineRoute({
    id: "try-case-step",
    method: "POST",
    path: "/agencies/:agencyId/cases/:caseId/steps/try",
    summary: "试办一步：不写入，只说明能否办理、期限如何变化",
    tag,
    right: "cases:handle",
    params: CASE_PARAMS,
    body: STEP_BODY,
    reply: STEP_TRIED,
  }),
  takeStep: defineRoute({
    id: "take-case-step",
    method: "POST",
    path: "/agencies/:agencyId/cases/:caseId/steps",
    summary: "办理一步：受理、补正、征求意见、延期、决定、送达、撤回、归档等",
    tag,
    right: "cases:handle",
    params: CASE_PARAMS,
    body: STEP_BODY.extend({ eventId: newId }),
    reply: STEP_TAKEN,
  }),
  correct: defineRoute({
    id: "correct-case-event",
    method: "POST",
    path: "/agencies/:agencyId/cases/:caseId/corrections",
    summary: "更正一条记录：原记录保留，写明理由",
    tag,
    right: "cases:approve",
    params: CASE_PARAMS,
    /** `replacement` null: it never happened. */
    body: z.object({
      eventId: newId,
      version: z.int().min(0),
      corrects: knownId,
      replacement: z.record(z.string(), z.unknown()).nullable(),
      reason: words,
    }),
    reply: STEP_TAKEN,
  }),
  questions: defineRoute({
    id: "ask-outcome",
    method: "POST",
    path: "/agencies/:agencyId/cases/:caseId/outcome",
    summary: "办理结果的法律问题：按已有回答给出下一问，或者表三的一行及其依据、证据、救济",
    tag,
    right: "cases:read",
    params: CASE_PARAMS,
    body: z.object({ answers: z.record(z.string(), line).default({}) }),
    reply: OUTCOME_PATH,
  }),
  split: defineRoute({
    id: "split-case",
    method: "POST",
    path: "/agencies/:agencyId/cases/:caseId/split",
    summary: "一事一申请：把一封信拆为多件，第一件沿用本件",
    tag,
    right: "cases:handle",
    params: CASE_PARAMS,
    body: z.object({ version: z.int().min(0), first: words, others: z.array(PIECE).min(1).max(49), reason: words.optional() }),
    reply: z.object({ cases: z.array(CASE_ROW) }),
  }),
  link: defineRoute({
    id: "link-cases",
    method: "POST",
    path: "/agencies/:agencyId/cases/:caseId/links",
    summary: "关联另一件申请（重复申请、多人申请同一信息、有关联），或者取消关联",
    tag,
    right: "cases:handle",
    params: CASE_PARAMS,
    body: z.object({
      linkId: newId,
      otherId: knownId,
      kind: z.enum(["repeat", "same-information", "related"]),
      isRemoved: z.boolean().default(false),
      reason: words.optional(),
    }),
    reply: z.object({ related: z.array(RELATED_CASE) }),
  }),
  similar: defineRoute({
    id: "find-similar-cases",
    method: "GET",
    path: "/agencies/:agencyId/cases/:caseId/similar",
    summary: "相似的申请和已公开的信息，供人判断",
    tag,
    right: "cases:read",
    params: CASE_PARAMS,
    reply: z.object({
      cases: z.array(RELATED_CASE),
      items: z.array(z.object({ id: z.string(), title: z.string(), likeness: z.number(), address: z.string() })),
    }),
  }),
  attach: defineRoute({
    id: "attach-file",
    method: "POST",
    path: "/agencies/:agencyId/cases/:caseId/attachments",
    summary: "上传附件：内容须与扩展名相符",
    tag,
    right: "cases:handle",
    params: CASE_PARAMS,
    query: z.object({ attachmentId: newId }),
    takesFile: true,
    reply: ATTACHMENT,
  }),
  readAttachment: defineRoute({
    id: "read-attachment",
    method: "GET",
    path: "/agencies/:agencyId/cases/:caseId/attachments/:attachmentId",
    summary: "查看附件",
    tag,
    right: "cases:read",
    params: CASE_PARAMS.extend({ attachmentId: knownId }),
    file: { mediaType: "application/octet-stream" },
  }),
} as const;
