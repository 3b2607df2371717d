import { z } from "zod";
import { line, words } from "../register/input-fields.js";
import { LETTER_DRAFT } from "../register/letters/letter-draft.js";
import { OFFICE_ROLES } from "../register/office-role.js";
import { AGENCY_PARAMS, CASE_PARAMS, knownId } from "./case-parts.js";
import { defineRoute } from "./define-route.js";

/** Where a draft stands: with whom, since when. */
const DRAFT = z.object({
  caseId: z.string(),
  /** Of the case. */
  number: z.string(),
  /** The last day for the answer. */
  due: z.string().nullable(),
  letterId: z.string(),
  name: z.string(),
  /** Counts on with every saving and every act: what is sent with an older one is refused (RECORD_STALE). */
  version: z.number(),
  savedAt: z.string(),
  savedBy: z.string(),
  /** "writing": with the handler. "submitted": waits for the signature. "returned": sent back to be mended. */
  state: z.enum(["writing", "submitted", "returned"]),
  /** Who brought it into this state, by name, and when. */
  by: z.string(),
  since: z.string(),
  /** Submitted: to whom, null is to whoever may sign it. Returned: to whom. */
  to: z.string().nullable(),
  /** "head": while it waits, only the head may sign it. */
  needs: z.enum(["head"]).nullable(),
  /** Why it was sent back. */
  reason: z.string().nullable(),
  /** It waits for whoever asks. */
  isForMe: z.boolean(),
  maySign: z.boolean(),
  mayTakeBack: z.boolean(),
});
const AFTERWARDS = z.object({ draft: DRAFT });

const SIGNER = z.object({ id: z.string(), name: z.string(), roles: z.array(z.enum(OFFICE_ROLES)) });

const tag = "文书";
const right = "cases:handle";
const version = z.int().min(0);
const there = z.int().min(1);
const params = CASE_PARAMS.extend({ letterId: knownId });
const path = "/agencies/:agencyId/cases/:caseId/letter-drafts/:letterId";

/** 拟稿、送签、退回: a letter before it is issued. */
export const letterDraftRoutes = {
  waiting: defineRoute({
    id: "list-waiting-letter-drafts",
    method: "GET",
    path: "/agencies/:agencyId/letter-drafts",
    summary: "等我签发和退回我修改的文书草稿，期限最近的在前",
    tag,
    right,
    params: AGENCY_PARAMS,
    reply: z.object({ items: z.array(DRAFT) }),
  }),
  ofCase: defineRoute({
    id: "list-letter-drafts",
    method: "GET",
    path: "/agencies/:agencyId/cases/:caseId/letter-drafts",
    summary: "本件的文书草稿：在谁手里、从什么时候起；以及可以签发文书的人",
    tag,
    right,
    params: CASE_PARAMS,
    reply: z.object({ items: z.array(DRAFT), signers: z.array(SIGNER) }),
  }),
  read: defineRoute({
    id: "read-letter-draft",
    method: "GET",
    path,
    summary: "一份文书草稿的内容",
    tag,
    right,
    params,
    reply: z.object({ draft: DRAFT, content: LETTER_DRAFT }),
  }),
  save: defineRoute({
    id: "save-letter-draft",
    method: "PUT",
    path,
    summary: "保存文书草稿（加密存放，不计入台账）；已经送签的，只有签发人可以改",
    tag,
    right,
    params,
    body: z.object({ version, content: LETTER_DRAFT }),
    reply: AFTERWARDS,
  }),
  submit: defineRoute({
    id: "submit-letter-draft",
    method: "POST",
    path: `${path}/submission`,
    summary: "送签：交给可以签发的人，或者其中指定的一人",
    tag,
    right,
    params,
    body: z.object({ version: there, to: line.nullable().default(null) }),
    reply: AFTERWARDS,
  }),
  takeBack: defineRoute({
    id: "take-back-letter-draft",
    method: "POST",
    path: `${path}/taking-back`,
    summary: "取回：送签的人在签发以前收回草稿",
    tag,
    right,
    params,
    body: z.object({ version: there }),
    reply: AFTERWARDS,
  }),
  return: defineRoute({
    id: "return-letter-draft",
    method: "POST",
    path: `${path}/return`,
    summary: "退回修改：签发人把草稿退给送签的人，写明原因",
    tag,
    right: "letters:issue",
    params,
    body: z.object({ version: there, reason: words }),
    reply: AFTERWARDS,
  }),
  drop: defineRoute({
    id: "drop-letter-draft",
    method: "POST",
    path: `${path}/dropping`,
    summary: "作废：删除不再需要的草稿",
    tag,
    right,
    params,
    body: z.object({ version: there }),
  }),
};
