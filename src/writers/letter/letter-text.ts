import { type Citation, citationText } from "../../law/citation.js";
import type { FieldId } from "../../law/letters/letter-fields.js";
import { chineseDay } from "../../law/plain-date.js";
import type { Channel } from "../../register/info-request.js";
import { type ActType, type CaseFacts, youOf } from "./case-facts.js";
import type { FormRow } from "./letter-draft.js";

/** A place where the clerk writes; `otherwise` is what the register has to say there already. */
export interface Blank {
  readonly field: FieldId | "withheld";
  readonly otherwise?: string;
}

/** A paragraph to be filled, and what of the required contents it is there for. */
export interface Passage {
  readonly contents: readonly string[];
  readonly parts: readonly (string | Blank)[];
}

/** The text of a letter as a function of the register. */
export interface LetterText {
  readonly letterId: string;
  /** The act that dates it, and without which there is no letter; "receipt" is what makes the day of receipt (第三十一条). */
  readonly act: ActType | "closing" | "receipt" | "service";
  readonly to: "requester" | "third-party" | "joint-maker" | "assisting-unit";
  /** Earlier acts it tells of. */
  readonly needs?: readonly ActType[];
  /** Whether it begins with receipt and request, as letters to the requester do. */
  readonly opens: boolean;
  body(facts: CaseFacts): readonly Passage[];
  form?(facts: CaseFacts): readonly FormRow[];
  /** Fields that must be filled although nothing of them is printed. */
  readonly kept?: readonly FieldId[];
}

/** A passage: fixed words and blanks. */
export function says(contents: readonly string[] | string, ...parts: readonly (string | Blank)[]): Passage {
  return { contents: typeof contents === "string" ? [contents] : contents, parts };
}

/** A blank of a passage. */
export function blank(field: Blank["field"], otherwise?: string): Blank {
  return otherwise === undefined ? { field } : { field, otherwise };
}

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  in_person: "当面提交",
  registered_mail: "以邮寄方式提交",
  ordinary_mail: "以邮寄方式提交",
  online: "通过互联网渠道提交",
  email: "以电子邮件提交",
  fax: "以传真提交",
  oral: "口头提出、由本机关代为填写",
};

/** 通过互联网渠道提交: how the request came in. */
export function channelWords({ input }: CaseFacts): string {
  return CHANNEL_WORDS[input.caseFile.request.channel];
}

/** The day of receipt; every letter but those of a case that was never received has one. */
export function receiptText({ clock, input }: CaseFacts): string {
  return chineseDay(clock.receivedOn ?? input.caseFile.request.arrivedOn);
}

/** Receipt and request, as every letter to the requester begins. */
export function openingOf(facts: CaseFacts): Passage {
  const { request } = facts.input.caseFile;
  const you = youOf(facts);
  return says(
    ["收到申请的日期和渠道", "申请内容（原文或归纳）", "申请编号"],
    `本机关于${receiptText(facts)}收到${you}${channelWords(facts)}的政府信息公开申请（申请编号：${request.number}），申请公开的内容为：“${request.description}”。`,
  );
}

/** Why the request is answered a second time. */
export function orderedBy({ act, state }: CaseFacts): Passage[] {
  if (act.body.type !== "decided-anew") return [];
  const before = state.decision === null ? "" : `本机关曾于${chineseDay(state.decision.on)}作出处理。`;
  return [says([], `${before}根据${act.body.ordered}，本机关现重新作出处理如下。`)];
}

/** Articles as a letter prints them, the instrument once. */
export function articles(citations: readonly Citation[]): string {
  const places = new Map<string, { readonly first: string; readonly others: string[] }>();
  for (const citation of citations) {
    const known = places.get(citation.instrument);
    if (known) known.others.push(citation.place);
    else places.set(citation.instrument, { first: citationText(citation), others: [] });
  }
  return [...places.values()].map(({ first, others }) => [first, ...others].join("、")).join("和");
}
