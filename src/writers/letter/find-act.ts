import { type StandingEvent, standingEvents } from "../../register/case-file.js";
import { caseState, needsConfirmation } from "../../register/case-state.js";
import type { ActType } from "./case-facts.js";
import type { LetterInput } from "./letter-draft.js";
import type { LetterText } from "./letter-text.js";

/** The words for an act in a refusal. */
export const ACT_WORDS: Readonly<Record<ActType | "closing" | "receipt" | "service", string>> = {
  received: "收到申请",
  confirmed: "确认收到申请",
  receipt: "收到申请（需要确认的，双方确认）",
  accepted: "受理",
  transferred: "转内设机构",
  "clarification-requested": "通知补正",
  clarified: "收到补正",
  "clarification-lapsed": "逾期不补正",
  "third-party-asked": "征求第三方意见",
  "third-party-answered": "第三方答复意见",
  "joint-maker-asked": "征求共同制作机关意见",
  "joint-maker-answered": "共同制作机关答复意见",
  "reasons-asked": "要求说明理由",
  "reasons-given": "申请人说明理由",
  "later-date-set": "确定延迟答复的合理期限",
  extended: "延长答复期限",
  "fee-noticed": "收费通知",
  "fee-paid": "缴费",
  "fee-lapsed": "逾期未缴费",
  "assistance-asked": "请求协办",
  "assistance-given": "协办反馈",
  searched: "检索",
  decided: "作出处理决定",
  "decided-anew": "重新作出处理决定",
  served: "送达",
  "letter-served": "送达",
  service: "送达",
  "rectification-requested": "要求更正政府信息",
  "rectification-answered": "答复更正要求",
  withdrawn: "申请人撤回",
  archived: "归档",
  closing: "办结",
};

/** The act on record a letter tells of, the last of its kind unless the input says which; null when there is none. */
export function actFor({ act }: Pick<LetterText, "act">, input: LetterInput): StandingEvent | null {
  const { caseFile, party, actEventId } = input;
  const all = standingEvents(caseFile.events);
  const events = actEventId === undefined ? all : all.filter(({ id }) => id === actEventId);
  const last = (type: ActType): StandingEvent | null => events.findLast(({ body }) => body.type === type) ?? null;
  switch (act) {
    case "receipt":
      return needsConfirmation(caseFile.request) ? last("confirmed") : last("received");
    case "service":
      return events.findLast(({ body }) => body.type === "served" || body.type === "letter-served") ?? null;
    case "decided":
      return events.findLast(({ body }) => body.type === "decided" || body.type === "decided-anew") ?? null;
    case "closing": {
      const { decision, closing } = caseState(caseFile);
      const id = decision?.eventId ?? closing?.eventId;
      return events.find((event) => event.id === id) ?? null;
    }
    case "third-party-asked":
      return events.findLast(({ body }) => body.type === act && (party === undefined || body.party === party)) ?? null;
    case "joint-maker-asked":
      return events.findLast(({ body }) => body.type === act && (party === undefined || body.agency === party)) ?? null;
    case "assistance-asked":
      return events.findLast(({ body }) => body.type === act && (party === undefined || body.unit === party)) ?? null;
    default:
      return last(act);
  }
}
