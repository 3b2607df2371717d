import { z } from "zod";
import { FIELD_IDS, type FieldId } from "../../law/letters/letter-fields.js";
import { OUTCOME_IDS } from "../../law/outcomes/outcomes.js";
import type { PlainDate } from "../../law/plain-date.js";
import { SERVICE_METHODS } from "../case-event.js";
import { line } from "../input-fields.js";
import type { OfficeRole } from "../office-role.js";

const text = z.string().max(10_000);
/** A field of the form of a step, as a page holds it. */
const value = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]);
const fields = z.record(z.string().max(100), value).refine((all) => Object.keys(all).length <= 50, "内容过多");

/** A letter as far as it is written: what the dialog holds, whole or not. What is sent of it when it is issued is `LetterOrder`. */
export const LETTER_DRAFT = z.strictObject({
  texts: z.partialRecord(z.enum(FIELD_IDS as readonly [FieldId, ...FieldId[]]), text).default({}), // a table that is not empty
  /** Which ground a part is withheld on is chosen, never supposed. */
  withheld: z
    .array(z.strictObject({ part: text, outcome: z.enum(OUTCOME_IDS).nullable(), reasons: text }))
    .max(50)
    .default([]),
  attachments: z.array(z.string().max(200)).max(50).default([]),
  servedBy: z.enum(SERVICE_METHODS).default("registered-mail"),
  party: line.nullable().default(null),
  earlierCase: line.nullable().default(null),
  /** The step that is taken with it; null: the letter tells of an act on record. */
  step: line.nullable().default(null),
  /** What was typed into the form of the step. */
  input: fields.default({}),
  /** What the legal questions led to: the row of table three and the answers. */
  outcome: z
    .strictObject({ outcome: z.enum(OUTCOME_IDS), grounds: z.record(z.string().max(100), z.string().max(200)) })
    .nullable()
    .default(null),
});
export type LetterDraftContent = z.output<typeof LETTER_DRAFT>;

/** What somebody did with a draft. The texts are not in it. */
export type DraftEventBody =
  /** 送签. `to`: the account it was given to; null: whoever may sign it. `needs`: the role that must sign it, where one must. */
  | { readonly type: "submitted"; readonly on: PlainDate; readonly to: string | null; readonly needs: "head" | null }
  /** 取回: by the one who had submitted it, before it was signed. */
  | { readonly type: "taken-back"; readonly on: PlainDate }
  /** 退回修改, with the reason beside. */
  | { readonly type: "returned"; readonly on: PlainDate }
  /** 签发: the letter that went out. */
  | { readonly type: "signed"; readonly on: PlainDate; readonly letter: string }
  /** 作废: nobody needs it any more. */
  | { readonly type: "dropped"; readonly on: PlainDate };

/** What people call it. */
export const DRAFT_ACT_LABELS: Readonly<Record<DraftEventBody["type"], string>> = {
  submitted: "送签",
  "taken-back": "取回",
  returned: "退回修改",
  signed: "签发",
  dropped: "作废",
};

export interface DraftEvent {
  readonly body: DraftEventBody;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly reason: string | null;
}

/** Where a draft stands: with whoever writes it, with whoever is to sign it, or sent back. */
export type DraftStanding =
  | { readonly state: "writing" }
  | {
      readonly state: "submitted";
      readonly by: string;
      readonly at: string;
      readonly to: string | null;
      readonly needs: "head" | null;
    }
  | {
      readonly state: "returned";
      readonly by: string;
      readonly at: string;
      readonly reason: string;
      /** Who had submitted it, and now mends it. */
      readonly to: string;
    };

const WRITING: DraftStanding = { state: "writing" };

/** Where a draft stands after all that was done with it, the oldest first. */
export function draftStanding(events: readonly DraftEvent[]): DraftStanding {
  return events.reduce(afterEvent, WRITING);
}

function afterEvent(before: DraftStanding, { body, recordedAt: at, recordedBy: by, reason }: DraftEvent): DraftStanding {
  switch (body.type) {
    case "submitted":
      return { state: "submitted", by, at, to: body.to, needs: body.needs };
    case "returned":
      return before.state === "submitted" ? { state: "returned", by, at, reason: reason ?? "", to: before.by } : before;
    case "taken-back":
    case "signed":
    case "dropped":
      return WRITING;
    default:
      return body satisfies never;
  }
}

/** Who may sign letters: the roles of the right “签发文书”. */
export const LETTER_SIGNING_ROLES = ["reviewer", "head"] as const satisfies readonly OfficeRole[];
const SIGNING: ReadonlySet<OfficeRole> = new Set(LETTER_SIGNING_ROLES);

/** Whether somebody with these roles in an agency may sign a letter that needs a role: the step it takes may be the head's, as an extension is by law (第三十三条第二款). */
export function maySign(roles: readonly OfficeRole[], needs: "head" | null): boolean {
  return roles.some((role) => (needs === "head" ? role === "head" : SIGNING.has(role)));
}
