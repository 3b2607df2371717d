import { z } from "zod";
import { CASE_LETTERS } from "../../law/letters/letters.js";
import { BODY_DESCRIPTIONS, type BodyRole } from "../../law/remedies/reconsideration-body.js";
import { line } from "../input-fields.js";

const BODY_ROLES = Object.keys(BODY_DESCRIPTIONS) as [BodyRole, ...BodyRole[]]; // the keys of a table that is not empty
const LETTER_IDS = CASE_LETTERS.map(({ id }) => id);

/** 机关代字: Chinese characters and figures, no brackets, so that code, year and number can be told apart. */
const code = z
  .string()
  .trim()
  .regex(/^[\p{Script=Han}A-Za-z0-9]{1,20}$/u, "机关代字只能是汉字、字母和数字，不超过 20 个字");

const letterId = z.string().refine((id) => LETTER_IDS.includes(id), "没有这种文书");

/** What an agency sets once for all its letters. Nothing is required here, so that it can be filled in bit by bit; what is missing refuses the letter that needs it. */
export const LETTER_SETTINGS = z.strictObject({
  /** 机关代字 of the numbers: 青商公开〔2025〕12号. */
  code: code.optional(),
  /** Letters numbered in a series of their own, by a code of their own. */
  series: z.array(z.strictObject({ letterId, code })).max(37).default([]),
  /** 承办机构 */
  office: line.optional(),
  /** Address and telephone of the office. */
  contact: line.optional(),
  /** Where a requester can ask how far the request is. */
  inquiry: line.optional(),
  /** 缴费方式 */
  payment: line.optional(),
  /** Where a reconsideration may be applied for online (行政复议法 第二十二条第二款). */
  onlineChannel: line.optional(),
  /** The court of first instance (行政诉讼法 第十四条至第十八条). */
  court: line.optional(),
  /** The bodies that hear a reconsideration, by name, and what decides which of them does. */
  reconsideration: z
    .strictObject({
      bodies: z
        .array(z.strictObject({ role: z.enum(BODY_ROLES), name: line }))
        .max(BODY_ROLES.length)
        .default([]),
      isUnderCentralDepartment: z.boolean().default(false),
      isSetUpByDivision: z.boolean().default(false),
      isUnderDispatchedAuthority: z.boolean().default(false),
    })
    .prefault({}),
  /** What is argued about in remedies (law/remedies/remedy-settings). */
  remedy: z
    .strictObject({
      statutoryOrNone: z.enum(["optional", "none"]).default("optional"),
      otherMisc: z.enum(["optional", "none"]).default("none"),
      emailIsInternetChannel: z.boolean().default(true),
    })
    .prefault({}),
  /** What the Regulations leave open about counting (law/clock/clock-settings). */
  clock: z
    .strictObject({
      consultationBegins: z.enum(["sent", "received"]).default("sent"),
      countsFirstDayOfConsultation: z.boolean().default(true),
      countsDayOfOpinion: z.boolean().default(false),
      excludesAskingForReasons: z.boolean().default(false),
      afterPayment: z.enum(["anew", "resume"]).default("anew"),
      extension: z.enum(["once-per-request", "once-per-term"]).default("once-per-request"),
      untimelyClarification: z.enum(["no-effect", "restarts"]).default("no-effect"),
      repliedWhen: z.enum(["served", "decided"]).default("served"),
    })
    .prefault({}),
  /** Whether letters bear a seal; without one the sign-off is set otherwise (GB/T 9704—2012, 7.3.5). */
  isSealed: z.boolean().default(true),
});
export type LetterSettings = z.output<typeof LETTER_SETTINGS>;
export type LetterSettingsInput = z.input<typeof LETTER_SETTINGS>;

/** What every letter must be able to say, with the name a person looks for. */
const REQUIRED_LETTER_SETTINGS = {
  code: "机关代字",
  office: "承办机构",
  contact: "联系方式",
  inquiry: "查询方式",
} as const satisfies Readonly<Partial<Record<keyof LetterSettings, string>>>;

/** The names of what is still to be set before any letter can be issued. */
export function missingLetterSettings(settings: LetterSettings): string[] {
  return Object.entries(REQUIRED_LETTER_SETTINGS).flatMap(
    ([name, label]) => (settings[name as keyof typeof REQUIRED_LETTER_SETTINGS] === undefined ? [label] : []), // the keys of that very table
  );
}

/** The code a letter is numbered by: that of its own series, or the agency's. */
export function seriesOf({ series, code: own = "" }: LetterSettings, id: string): string {
  return series.find((one) => one.letterId === id)?.code ?? own;
}
