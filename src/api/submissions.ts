import { z } from "zod";
import { line, words } from "../register/input-fields.js";
import { AGENCY_PARAMS, CASE_PARAMS, knownId, LABELLED, newId } from "./case-parts.js";
import { defineRoute } from "./define-route.js";
import { pageOf, pageQuery } from "./paging.js";

/** What a submission that is no case may be, in the order a person looks at them. */
const SUBMISSION_STATES = ["unreadable", "held", "waiting", "set-aside"] as const;

const SUBMISSION_PARAMS = z.object({ agencyId: knownId, submissionNumber: knownId });

const SUBMISSION_ROW = z.object({
  number: z.string().describe("回执编号"),
  submittedAt: z.string(),
  state: LABELLED,
  reason: z.string().nullable().describe("为什么没有自动登记，或者不予登记的理由"),
  description: z.string().nullable().describe("所需政府信息；打不开的为 null"),
  requesterName: z.string().nullable(),
});

const SUBMISSION = SUBMISSION_ROW.extend({
  agencyId: z.string(),
  size: z.int(),
  attachments: z.array(z.object({ name: z.string(), size: z.int() })),
  advice: z.array(z.string()).describe("怎么办"),
  caseId: z.string().nullable().describe("已经登记的，登记成的案件"),
}).meta({ id: "Submission" });

const ANSWER = z
  .object({
    id: z.string(),
    question: z.string(),
    answer: z.string(),
    answeredOn: z.string(),
    caseId: z.string().nullable().describe("公开的是哪一件申请的答复；不对外"),
    publishedAt: z.string(),
    publishedBy: z.string(),
  })
  .meta({ id: "PublishedAnswer" });

const tag = "网上来件";

/** What came in from the portal and is no case, and what of the answers stands on the portal. */
export const submissionRoutes = {
  list: defineRoute({
    id: "list-submissions",
    method: "GET",
    path: "/agencies/:agencyId/submissions",
    summary: "没有登记为申请的网上来件：打不开的、等人核对的、等待自动登记的；另可查不予登记的",
    tag,
    right: "cases:read",
    params: AGENCY_PARAMS,
    query: pageQuery.extend({ state: z.enum(SUBMISSION_STATES).optional() }),
    reply: pageOf(SUBMISSION_ROW),
  }),
  count: defineRoute({
    id: "count-submissions",
    method: "GET",
    path: "/agencies/:agencyId/submission-counts",
    summary: "没有登记为申请的网上来件各有几份",
    tag,
    right: "cases:read",
    params: AGENCY_PARAMS,
    reply: z.object({ counts: z.array(z.object({ state: z.enum(SUBMISSION_STATES), label: z.string(), count: z.int() })) }),
  }),
  view: defineRoute({
    id: "view-submission",
    method: "GET",
    path: "/agencies/:agencyId/submissions/:submissionNumber",
    summary: "打开一份网上来件：能读出的内容、附件名、为什么没有登记、怎么办",
    tag,
    right: "cases:read",
    params: SUBMISSION_PARAMS,
    reply: SUBMISSION,
  }),
  register: defineRoute({
    id: "register-submission",
    method: "POST",
    path: "/agencies/:agencyId/submissions/:submissionNumber/register",
    summary: "看过以后登记为申请；打不开的再打开一次",
    tag,
    right: "cases:handle",
    params: SUBMISSION_PARAMS,
    body: z.object({}),
    reply: z.object({ caseId: z.string() }),
  }),
  setAside: defineRoute({
    id: "set-aside-submission",
    method: "POST",
    path: "/agencies/:agencyId/submissions/:submissionNumber/set-aside",
    summary: "不予登记：不是申请，理由告知凭回执查询的人；内容保留，随时可以改为登记",
    tag,
    right: "cases:handle",
    params: SUBMISSION_PARAMS,
    body: z.object({ reason: line.meta({ title: "理由" }) }),
    reply: SUBMISSION,
  }),
  listAnswers: defineRoute({
    id: "list-published-answers",
    method: "GET",
    path: "/agencies/:agencyId/published-answers",
    summary: "公开平台上的答复：别人写类似申请时看得到；可以只看一件申请的",
    tag,
    right: "cases:read",
    params: AGENCY_PARAMS,
    query: z.object({ caseId: knownId.optional() }),
    reply: z.object({ items: z.array(ANSWER) }),
  }),
  publishAnswer: defineRoute({
    id: "publish-case-answer",
    method: "PUT",
    path: "/agencies/:agencyId/cases/:caseId/published-answers/:answerId",
    summary: "把一件申请的答复改写后公开，或者修改；写了申请人或者个人信息的不能公开",
    tag,
    right: "cases:approve",
    params: CASE_PARAMS.extend({ answerId: newId }),
    body: z.object({ question: line.meta({ title: "问题" }), answer: words.meta({ title: "答复" }) }),
    reply: ANSWER,
  }),
  withdrawAnswer: defineRoute({
    id: "withdraw-published-answer",
    method: "POST",
    path: "/agencies/:agencyId/published-answers/:answerId/withdraw",
    summary: "撤回公开平台上的一条答复，写明理由",
    tag,
    right: "items:withdraw",
    params: AGENCY_PARAMS.extend({ answerId: knownId }),
    body: z.object({ reason: line.meta({ title: "理由" }) }),
  }),
} as const;
