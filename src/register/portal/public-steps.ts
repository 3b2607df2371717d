import { chineseDay } from "../../law/plain-date.js";
import { type CaseFile, type StandingEvent, standingEvents } from "../case-file.js";
import { needsConfirmation } from "../case-state.js";
import { outcomeLabel } from "../outcome-label.js";
import { standingRequest } from "../request-entry.js";
import type { PublicStep } from "./public-request.js";

/** What has happened, as the requester is told it; nobody inside the agency and no third party is named. */
export function publicStepsOf(file: CaseFile): PublicStep[] {
  // Received is only what both have confirmed (条例第三十一条第三项).
  const isUnsure = needsConfirmation(standingRequest(file));
  return standingEvents(file.events).flatMap(({ body }) => {
    const text = body.type === "received" && isUnsure ? "机关登记了申请。" : stepText(body);
    return text === null ? [] : [{ on: body.on, text }];
  });
}

/** What a requester is told of an event; null for what goes on inside the agency. */
function stepText(body: StandingEvent["body"]): string | null {
  switch (body.type) {
    case "received":
      return "机关收到申请。";
    case "confirmed":
      return "机关与您确认收到。这一天是收到申请之日（条例第三十一条），答复期限由此计算。";
    case "accepted":
      return "机关开始办理。";
    case "clarification-requested":
      return `机关通知您补正，期限至${chineseDay(body.clarifyBy)}。`;
    case "clarified":
      return "机关收到您的补正。";
    case "clarification-lapsed":
      return "逾期未补正，视为放弃申请。";
    case "third-party-asked":
    case "joint-maker-asked":
      return "机关征求有关方面的意见，征求意见的时间不计入答复期限。";
    case "third-party-answered":
    case "joint-maker-answered":
      return "有关方面答复了意见。";
    case "reasons-asked":
      return `机关要求您说明理由，期限至${chineseDay(body.answerBy)}。`;
    case "reasons-given":
      return "机关收到您说明的理由。";
    case "later-date-set":
      return `机关确定延迟至${chineseDay(body.due)}答复。`;
    case "extended":
      return `答复期限延长${body.workingDays}个工作日。`;
    case "fee-noticed":
      return `机关发出收费通知，金额${body.yuan}元，期限至${chineseDay(body.payBy)}。`;
    case "fee-paid":
      return "机关收到信息处理费。";
    case "fee-lapsed":
      return "逾期未缴费，不再处理该申请。";
    case "decided":
      return `机关作出处理决定：${outcomeLabel(body.outcome)}。`;
    case "decided-anew":
      return `机关重新作出处理决定：${outcomeLabel(body.outcome)}。`;
    case "served":
      return "处理决定送达。";
    case "withdrawn":
      return "您撤回申请。";
    case "archived":
      return "案卷归档。";
    case "rectification-requested":
      return "机关收到您更正信息的要求。";
    case "rectification-answered":
      return "机关答复了更正信息的要求。";
    case "transferred":
    case "searched":
    case "assistance-asked":
    case "assistance-given":
    case "letter-served":
      return null;
    default:
      return body satisfies never;
  }
}
