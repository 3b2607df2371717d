import { z } from "zod";
import { FIELD_IDS, type FieldId } from "../../law/letters/letter-fields.js";
import { OUTCOME_IDS } from "../../law/outcomes/outcomes.js";
import { SERVICE_METHODS } from "../case-event.js";
import { line } from "../input-fields.js";

/** What a person writes in a letter. A noncharacter would be printed as nothing and found by nobody. */
const text = z
  .string()
  .max(10_000)
  .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufdd0-\ufdef\ufffe\uffff]/u.test(value), "含有不能印出的字符");

/** Everything a clerk may write in a letter; the ids are those of law/letters/letter-fields. Numbers, days, articles and remedies have no field. */
const LETTER_EDITS = z.strictObject({
  texts: z.partialRecord(z.enum(FIELD_IDS as readonly [FieldId, ...FieldId[]]), text).default({}), // a table that is not empty
  /** 部分公开: the parts that are not given, each with its reasons; the article follows from the row. */
  withheld: z
    .array(z.strictObject({ part: text, outcome: z.enum(OUTCOME_IDS), reasons: text }))
    .max(50)
    .default([]),
  /** Names of what is enclosed. */
  attachments: z.array(line).max(50).default([]),
});

/** What letter is wanted and what it says; the rest follows from the register. */
export const LETTER_ORDER = z.strictObject({
  /** Id in law/letters: "L-CORRECT". */
  letterId: line,
  edits: LETTER_EDITS.prefault({}),
  /** The way it will be served: a letter that goes through the internet must tell of the online channel of reconsideration. */
  servedBy: z.enum(SERVICE_METHODS).default("registered-mail"),
  /** The act the letter is, taken together with it: the transition and its filled-in form. Left out: the letter tells of an act on record. */
  step: z.strictObject({ transition: line, input: z.record(z.string(), z.unknown()) }).optional(),
  /** Which third party, joint maker or assisting unit. */
  party: line.optional(),
  /** For 送达回证: the issued letter that was served. */
  delivers: line.optional(),
  /** For 重复申请: the earlier case of the same requester. */
  earlierCase: line.optional(),
});
export type LetterOrder = z.output<typeof LETTER_ORDER>;
