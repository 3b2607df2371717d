import { addDays } from "../calendar/day-arithmetic.js";
import { chineseDay, type PlainDate } from "../plain-date.js";
import type { ClockEvent } from "./clock-event.js";
import { type Course, flag, restart, termOf } from "./course.js";
import { TIME_LIMITS } from "./time-limits.js";

type EventOf<Type extends ClockEvent["type"]> = Extract<ClockEvent, { readonly type: Type }>;

/** Read elsewhere, or of no account to the days; a new kind of event must find its place here or above. */
type MovesNothing =
  | "received"
  | "confirmed"
  | "third-party-asked"
  | "third-party-answered"
  | "joint-maker-asked"
  | "joint-maker-answered"
  | "clarification-lapsed"
  | "fee-lapsed"
  | "decided"
  | "served"
  | "withdrawn"
  | "accepted"
  | "transferred"
  | "searched"
  | "assistance-asked"
  | "assistance-given"
  | "letter-served"
  | "decided-anew"
  | "rectification-requested"
  | "rectification-answered"
  | "archived";

const CLARIFICATION_BASIS = "政府信息公开条例第三十条";
const FEE_BASIS = "政府信息公开条例第四十二条、国办函〔2020〕109号";

/** What one event does to the clock. Consultations are read together beforehand, and what ends a case by `endOfCase`. */
export function readEvent(course: Course, event: ClockEvent): void {
  switch (event.type) {
    case "clarification-requested":
      askForClarification(course, event);
      return;
    case "clarified":
      takeClarification(course, event);
      return;
    case "reasons-asked":
      course.reasonsAskedOn = event.on;
      return;
    case "reasons-given":
      takeReasons(course, event);
      return;
    case "extended":
      extend(course, event);
      return;
    case "later-date-set":
      setLaterDate(course, event);
      return;
    case "fee-noticed":
      noticeFee(course, event);
      return;
    case "fee-paid":
      takePayment(course, event);
      return;
    default:
      event satisfies Extract<ClockEvent, { readonly type: MovesNothing }>;
  }
}

/** 第三十条: once, within seven working days of receipt. Later the request counts as clear. */
function askForClarification(course: Course, { on, clarifyBy }: EventOf<"clarification-requested">): void {
  const { calendar, receivedOn, settings } = course;
  course.clarifications += 1;
  const lastDay = calendar.addWorkingDays(receivedOn, TIME_LIMITS.clarification.length);
  const isRepeated = course.clarifications > 1;
  if (isRepeated) flag(course, "clarification-repeated", on, "再次通知补正；条例第三十条要求一次性告知。");
  else if (on > lastDay)
    flag(
      course,
      "clarification-late",
      on,
      `才通知补正；条例第三十条要求在收到申请之日起7个工作日内告知，即不迟于${chineseDay(lastDay)}。`,
    );
  const isTimely = !isRepeated && on <= lastDay;
  if (isTimely || (settings.untimelyClarification === "restarts" && on <= termOf(course).due)) {
    course.pause = { by: "clarification", since: on, until: clarifyBy };
  }
}

/** 第三十条: 答复期限自收到补正的申请之日起计算. */
function takeClarification(course: Course, { on }: EventOf<"clarified">): void {
  const { pause } = course;
  if (pause?.by !== "clarification") {
    flag(course, "clarification-unasked", on, "收到补正，但没有使期限停止计算的补正通知；答复期限不重新计算。");
    return;
  }
  if (on > pause.until) flag(course, "clarified-late", on, `收到补正，补正期限已于${chineseDay(pause.until)}届满。`);
  restart(course, on, { why: "收到补正后的申请", basis: CLARIFICATION_BASIS });
}

/** 第三十五条 does not stop the clock while reasons are asked for; a setting may. */
function takeReasons(course: Course, { on, areReasonable }: EventOf<"reasons-given">): void {
  if (areReasonable) course.hasGoodReasons = true;
  if (course.settings.excludesAskingForReasons && course.reasonsAskedOn !== null && on > course.reasonsAskedOn) {
    const from = addDays(course.reasonsAskedOn, 1);
    course.exclusions.push({ from, to: on, why: "等待申请人说明理由", basis: "政府信息公开条例第三十五条（本机关设置）" });
  }
  course.reasonsAskedOn = null;
}

/** 第三十三条第二款: at most twenty working days, approved and told before the term ends, once. */
function extend(course: Course, { on, workingDays, toldOn }: EventOf<"extended">): void {
  course.extensions += 1;
  if (course.pause) flag(course, "extension-while-stopped", on, "决定延长答复期限，此时期限因等待申请人而停止计算。");
  if (course.extensions > 1) {
    flag(course, "extension-repeated", on, "再次延长答复期限；期限只能延长一次，本次延长不计。");
    return;
  }
  const { due } = termOf(course);
  if (on > due || toldOn > due) {
    const told = `决定延长答复期限并于${chineseDay(toldOn)}告知申请人`;
    flag(course, "extension-late", on, `${told}，答复期限已于${chineseDay(due)}届满，本次延长不计。`);
    return;
  }
  const most = TIME_LIMITS.extension.length;
  if (workingDays > most)
    flag(course, "extension-too-long", on, `决定延长${workingDays}个工作日；最长不得超过${most}个工作日，按${most}个工作日计。`);
  course.extension = Math.max(0, Math.min(most, Math.trunc(workingDays)));
}

/** 第三十五条: for a request beyond reason whose reasons are good, a reasonable later date. */
function setLaterDate(course: Course, { on, due: later }: EventOf<"later-date-set">): void {
  if (!course.hasGoodReasons)
    flag(course, "later-date-without-reasons", on, "确定延迟答复的期限，但没有记录申请人说明的理由合理。");
  const { statutory, due } = termOf(course);
  if (on > due) {
    flag(course, "later-date-late", on, `确定延迟答复的期限，答复期限已于${chineseDay(due)}届满，不再延迟。`);
    return;
  }
  if (later <= statutory) {
    flag(
      course,
      "later-date-not-later",
      on,
      `确定的答复日期${chineseDay(later)}不晚于答复期限${chineseDay(statutory)}，期限不变。`,
    );
    return;
  }
  course.laterDate = course.laterDate !== null && course.laterDate > later ? course.laterDate : later;
}

/** 国办函〔2020〕109号: the fee is noticed within the term; the clock waits for payment. */
function noticeFee(course: Course, { on, payBy }: EventOf<"fee-noticed">): void {
  if (course.pause?.by === "clarification") {
    flag(course, "fee-late", on, "发出收费通知，此时正在等待补正；期限继续等待补正。");
    return;
  }
  const { due } = termOf(course);
  if (on > due) {
    flag(course, "fee-late", on, `才发出收费通知，答复期限已于${chineseDay(due)}届满，期限不停止计算。`);
    return;
  }
  course.pause = { by: "fee", since: on, until: payBy };
}

function takePayment(course: Course, { on }: EventOf<"fee-paid">): void {
  const { pause, settings } = course;
  if (pause?.by !== "fee") {
    flag(course, "fee-unasked", on, "收到缴费，但没有使期限停止计算的收费通知；答复期限不变。");
    return;
  }
  if (on > pause.until) flag(course, "payment-late", on, `收到缴费，缴费期限已于${chineseDay(pause.until)}届满。`);
  if (settings.afterPayment === "anew") {
    restart(course, on, { why: "申请人缴费", basis: FEE_BASIS });
    return;
  }
  if (on > pause.since)
    course.exclusions.push({ from: addDays(pause.since, 1), to: on, why: "等待申请人缴费", basis: FEE_BASIS });
  course.pause = null;
}

/** The days an end was recorded too early or without what it needs. */
export function flagLapse(course: Course, by: "clarification-lapsed" | "fee-lapsed", on: PlainDate): void {
  const kind = by === "clarification-lapsed" ? "clarification" : "fee";
  const what = kind === "clarification" ? "补正" : "缴费";
  if (course.pause?.by !== kind) {
    flag(course, "lapsed-unasked", on, `以逾期未${what}结案，但没有使期限停止计算的${what}通知。`);
    return;
  }
  if (on <= course.pause.until)
    flag(course, "lapsed-early", on, `以逾期未${what}结案，${what}期限到${chineseDay(course.pause.until)}才届满。`);
}
