import { z } from "zod";
import { DEFAULT_VALIDITY_MARKS } from "../../law/publication/validity.js";
import { DEFAULT_REVIEW_CHAIN, reviewChain } from "./review-chain.js";

/** How an agency publishes: its review, its numbers, its marks, its terms. None of it is law; the defaults say what is usual. */
export const publishingSettings = z.object({
  chain: reviewChain,
  /** Null: the agency has no code yet, so nothing can be given a number. */
  indexScheme: z.object({ pattern: z.string().max(200), holder: z.string().max(40) }).nullable(),
  validityMarks: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
        name: z.string().trim().min(1).max(20),
        meaning: z.string().trim().max(200).default(""),
        aliases: z.array(z.string().trim().min(1).max(20)).max(20),
        isInForce: z.boolean(),
      }),
    )
    .min(1)
    .max(20),
  /** A column nothing was added to for so many days is called old; a setting of the agency, not law. */
  staleAfterDays: z.int().min(30).max(3660),
  /** Days before the end of a term from when on it is called near. */
  nearWorkingDays: z.int().min(0).max(60),
  reassessMonths: z.int().min(1).max(60),
  /** Why an item of 条例 第二十条、第二十一条 does not arise here. */
  notArising: z.array(z.object({ disclosureItem: z.string().max(60), why: z.string().trim().min(1).max(300) })).max(40),
  handover: z.object({
    everyMonths: z.int().min(1).max(12),
    dueDay: z.int().min(1).max(28),
    receivers: z.array(z.object({ id: z.string().trim().min(1).max(60), name: z.string().trim().min(1).max(100) })).max(10),
    contact: z.string().trim().max(200),
  }),
  webhooks: z.array(z.object({ id: z.string().trim().min(1).max(60), url: z.url().max(2000), isActive: z.boolean() })).max(20),
});
export type PublishingSettings = z.output<typeof publishingSettings>;

/** What holds until an agency sets something else. */
export const DEFAULT_PUBLISHING_SETTINGS: PublishingSettings = {
  chain: DEFAULT_REVIEW_CHAIN,
  indexScheme: null,
  validityMarks: DEFAULT_VALIDITY_MARKS.map((mark) => ({ ...mark, aliases: [...mark.aliases] })),
  staleAfterDays: 365,
  nearWorkingDays: 5,
  reassessMonths: 12,
  notArising: [],
  handover: { everyMonths: 3, dueDay: 15, receivers: [], contact: "" },
  webhooks: [],
};
