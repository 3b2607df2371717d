import { z } from "zod";
import { PUBLICATION_CHANNELS } from "../law/publication/channels.js";
import { CHANNELS } from "../register/info-request.js";
import { guide } from "../register/publishing/guide.js";
import { itemContent } from "../register/publishing/item-content.js";
import { LINK_RELATIONS, REVIEW_VERDICTS } from "../register/publishing/item-event.js";
import { ITEM_STATES, type ItemStateName } from "../register/publishing/item-state.js";
import { PUBLISHED_RELATIONS } from "../register/publishing/published-item.js";
import { reviewStep } from "../register/publishing/review-chain.js";
import { HIT_KINDS } from "../register/publishing/screening-hit.js";
import { secrecyFields } from "../register/publishing/secrecy-form.js";
import { replyDay as day, instant, list } from "./publishing-parts.js";

export const itemStateName = z.enum(Object.keys(ITEM_STATES) as [ItemStateName, ...ItemStateName[]]); // the keys of a constant

/** What an item says, as it is answered. */
export const contentReply = itemContent.extend({ madeOn: day.nullable(), changedOn: day.nullable() });

/** A last day with how it was found. */
const dueReply = z.object({
  due: day,
  from: day,
  workingDays: z.int().nullable(),
  /** Working days left until then, today not counted; negative when it has passed. */
  left: z.int(),
  isSettled: z.boolean(),
  basis: z.string(),
  certainty: z.enum(["A", "B", "C", "M"]),
  derivation: list(
    z.object({ from: day, to: day, workingDays: z.int(), why: z.string(), basis: z.string(), counts: z.boolean() }),
  ),
});

const person = z.object({ id: z.string(), name: z.string() });

const signedStep = z.object({
  stepId: z.string(),
  on: day,
  by: person,
  verdict: z.enum(REVIEW_VERDICTS),
  opinion: z.string().nullable(),
  checked: list(z.string()),
  referredTo: z.string().nullable(),
  form: secrecyFields.extend({ intendedOn: day.nullable() }).nullable(),
});

const hitReply = z.object({
  id: z.string(),
  kind: z.enum(HIT_KINDS),
  label: z.string(),
  sureness: z.enum(["sure", "likely"]),
  place: z.discriminatedUnion("in", [
    z.object({ in: z.literal("text"), part: z.string(), offset: z.int(), length: z.int() }),
    z.object({
      in: z.literal("attachment"),
      attachmentId: z.string(),
      part: z.string(),
      page: z.int().nullable(),
      offset: z.int(),
      length: z.int(),
    }),
  ]),
  placeText: z.string().describe("位置，如“正文第3段”“附件‘名单.xlsx’工作表…”"),
  /** Only in the answer of a screening, never kept. */
  excerpt: z.string().nullable(),
  suggestion: z.string().nullable(),
  cleared: z.object({ by: person, on: day, why: z.string() }).nullable(),
});

const possibleStep = z.object({
  id: z.string(),
  label: z.string(),
  basis: z.string(),
  /** Null: it can be done now. */
  why: z.string().nullable(),
});

const linkReply = z.object({
  relation: z.enum(PUBLISHED_RELATIONS),
  label: z.string(),
  itemId: z.string(),
  title: z.string(),
  isPublic: z.boolean(),
});

const historyEntry = z.object({
  id: z.string(),
  at: instant,
  by: person,
  type: z.string(),
  label: z.string(),
  /** What was done, in a sentence. */
  text: z.string(),
});

/** Everything the page of an item shows. */
export const itemReply = z.object({
  id: z.string(),
  agencyId: z.string(),
  version: z.int(),
  state: itemStateName,
  stateLabel: z.string(),
  isSample: z.boolean(),
  content: contentReply,
  revision: z.int(),
  publication: z
    .object({
      indexNumber: z.string(),
      publishedAt: instant,
      revisedAt: instant,
      path: z.string(),
      revision: z.int(),
      content: contentReply,
      tombstone: z.object({ withdrawnAt: instant, authority: z.string(), reason: z.string() }).nullable(),
    })
    .nullable(),
  scheduledFor: instant.nullable(),
  missing: list(z.string()).describe("送审前还缺的内容"),
  dues: z.object({
    publish: dueReply.nullable(),
    interpret: dueReply.nullable(),
    reassess: dueReply.nullable(),
  }),
  steps: list(possibleStep),
  review: z
    .object({
      chain: list(
        reviewStep.extend({
          ...{ signed: list(signedStep), isTurn: z.boolean() },
          waitsFor: list(person).describe("现在能签署这一环节的人；为空：没有人能签署。审核结束后为空"),
        }),
      ),
      outcome: z.enum(["open", "approved", "returned", "refused", "recalled"]),
      isOnePersonOneStep: z.boolean(),
      submittedOn: day,
      submittedBy: person,
      round: z.int(),
      /** Why the one who asks may not sign the step in turn; null: may. */
      whyNotYou: z.string().nullable(),
    })
    .nullable(),
  screening: z.object({ isCurrent: z.boolean(), open: z.int(), hits: list(hitReply) }),
  links: list(linkReply),
  channels: list(
    z.object({ channel: z.enum(PUBLICATION_CHANNELS), label: z.string(), publishedOn: day, where: z.string().nullable() }),
  ),
  validity: z.object({ mark: z.string(), label: z.string(), from: day, authority: z.string() }).nullable(),
  history: list(historyEntry),
});

/** A line of a list of items. */
export const itemRow = z.object({
  id: z.string(),
  version: z.int(),
  state: itemStateName,
  stateLabel: z.string(),
  title: z.string(),
  indexNumber: z.string().nullable(),
  documentNumber: z.string().nullable(),
  disclosureItem: z.string().nullable(),
  theme: z.string().nullable(),
  genre: z.string().nullable(),
  validity: z.string().nullable(),
  attribute: z.enum(["active", "on-request", "withheld"]).nullable(),
  madeOn: day.nullable(),
  publishedAt: instant.nullable(),
  scheduledFor: instant.nullable(),
  /** The last day of what is open: to publish, or to look at it again. */
  due: day.nullable(),
  /** The step whose turn it is. */
  turn: z.string().nullable(),
  changedAt: instant,
  isSample: z.boolean(),
});

/** One item of 条例 第二十条、第二十一条 in the catalogue, with what it lacks. */
export const catalogueEntry = z.object({
  id: z.string(),
  text: z.string(),
  shortName: z.string(),
  basis: z.string(),
  published: z.int(),
  drafts: z.int(),
  latestOn: day.nullable(),
  gap: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("empty"), text: z.string() }),
      z.object({ kind: z.literal("old"), text: z.string(), days: z.int() }),
    ])
    .nullable(),
  /** Why nothing is published here, as the agency says: 本机关不涉及. */
  note: z.string().nullable(),
});

/** Something that must be done by a day: to publish, to interpret, to look at again, to hand over. */
export const dutyReply = z.object({
  kind: z.enum(["publish", "interpret", "reassess", "scheduled", "handover"]),
  itemId: z.string().nullable(),
  title: z.string(),
  due: day,
  left: z.int(),
  standing: z.enum(["late", "near", "ahead"]),
  text: z.string(),
  basis: z.string(),
});

export const linkInput = z.object({ relation: z.enum(LINK_RELATIONS), targetId: z.string().trim().min(1).max(200) });

/** The guide with what it lacks. */
export const guideReply = z.object({
  version: z.int(),
  guide,
  gaps: list(z.object({ field: z.string(), label: z.string(), basis: z.string() })),
  announced: list(z.enum(CHANNELS)),
  updatedAt: instant.nullable(),
});
