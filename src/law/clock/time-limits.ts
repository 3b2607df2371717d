import { addDays, addMonths } from "../calendar/day-arithmetic.js";
import type { WorkCalendar } from "../calendar/work-calendar.js";
import type { PlainDate } from "../plain-date.js";

/** A time limit of the law: so many working days, calendar days or months after the day it begins with. */
export interface TimeLimit {
  readonly length: number;
  readonly unit: "working-day" | "day" | "month";
  /** What begins it, in Chinese. */
  readonly from: string;
  readonly basis: string;
}

const limit = (length: number, unit: TimeLimit["unit"], from: string, basis: string): TimeLimit => ({
  length,
  unit,
  from,
  basis,
});

/** The limits this product counts besides the reply itself. Those of proceedings are used by `proceedingClock`. */
export const TIME_LIMITS = {
  clarification: limit(7, "working-day", "收到申请之日", "政府信息公开条例第三十条"),
  reply: limit(20, "working-day", "收到申请之日", "政府信息公开条例第三十三条第二款"),
  extension: limit(20, "working-day", "答复期限届满之日", "政府信息公开条例第三十三条第二款"),
  "third-party": limit(15, "working-day", "第三方收到征求意见书之日", "政府信息公开条例第三十二条"),
  "joint-maker": limit(15, "working-day", "共同制作机关收到征求意见函之日", "政府信息公开条例第三十四条"),
  payment: limit(20, "working-day", "收到收费通知之日", "政府信息公开信息处理费管理办法（国办函〔2020〕109号）"),
  publication: limit(20, "working-day", "政府信息形成或者变更之日", "政府信息公开条例第二十六条"),
  interpretation: limit(3, "working-day", "文件公开之日", "国办发〔2016〕19号"),
  reconsideration: limit(60, "day", "知道或者应当知道该行政行为之日", "行政复议法第二十条第一款"),
  "reconsideration-untold": limit(12, "month", "知道或者应当知道行政行为内容之日", "行政复议法第二十条第三款"),
  "suit-direct": limit(6, "month", "知道或者应当知道作出行政行为之日", "行政诉讼法第四十六条第一款"),
  "suit-after-reconsideration": limit(15, "day", "收到复议决定书之日或者复议期满之日", "行政诉讼法第四十五条"),
  "reconsideration-review": limit(5, "working-day", "复议机关收到申请之日", "行政复议法第三十条第一款"),
  "reconsideration-answer": limit(10, "working-day", "收到复议申请书副本之日", "行政复议法第四十八条"),
  "reconsideration-answer-simplified": limit(5, "working-day", "收到复议申请书副本之日", "行政复议法第五十四条第一款"),
  "reconsideration-decision": limit(60, "day", "受理复议申请之日", "行政复议法第六十二条第一款"),
  "reconsideration-decision-extension": limit(30, "day", "复议审理期限届满之日", "行政复议法第六十二条第一款"),
  "reconsideration-decision-simplified": limit(30, "day", "受理复议申请之日", "行政复议法第六十二条第二款"),
  "suit-answer": limit(15, "day", "收到起诉状副本之日", "行政诉讼法第六十七条第一款"),
  "suit-judgment": limit(6, "month", "立案之日", "行政诉讼法第八十一条"),
  "suit-appeal": limit(15, "day", "判决书送达之日", "行政诉讼法第八十五条"),
  "suit-appeal-judgment": limit(3, "month", "收到上诉状之日", "行政诉讼法第八十八条"),
} as const satisfies Readonly<Record<string, TimeLimit>>;

export type TimeLimitId = keyof typeof TIME_LIMITS;

/** The last day of a limit. */
export interface LimitEnd {
  readonly due: PlainDate;
  /** The day the count itself ends on, when it is a day off and the limit therefore ends later; else null. */
  readonly movedFrom: PlainDate | null;
  /** Counted over days whose holidays are not announced. */
  readonly isProvisional: boolean;
  readonly basis: string;
}

/**
 * The last day of a limit that begins with a day. That day is not counted (民法典第二百零一条、民事诉讼法第八十五条); a limit in calendar days or months
 * that ends on a day off ends on the day after (民法典第二百零三条).
 */
export function limitEnd(id: TimeLimitId, from: PlainDate, calendar: WorkCalendar): LimitEnd {
  return endOf(TIME_LIMITS[id], from, calendar);
}

/** The same for a limit that is not in the table: one an agency has set, or one longer by a suspension. */
export function endOf({ length, unit, basis }: TimeLimit, from: PlainDate, calendar: WorkCalendar): LimitEnd {
  if (unit === "working-day") {
    const due = calendar.addWorkingDays(from, length);
    return { due, movedFrom: null, isProvisional: !calendar.isSettled(from, due), basis };
  }
  const end = unit === "day" ? addDays(from, length) : addMonths(from, length);
  const due = calendar.firstWorkingDay(end);
  // Days off before the end change nothing here, so only the end itself must be announced.
  return { due, movedFrom: due === end ? null : end, isProvisional: !calendar.isSettled(end, due), basis };
}
