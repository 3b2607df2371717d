import { chineseDay, type PlainDate } from "../plain-date.js";
import type { ClockReading, ClockState, Consultation, DerivationSpan } from "./clock-reading.js";
import { consultationName } from "./consultations.js";
import { joinedOverWeekends } from "./joined-spans.js";

/**
 * What a late entry or a correction changed in the clock, in Chinese sentences: the days first, then the spans that came or went, then new flags.
 * Empty when nothing moved.
 */
export function explainChange(before: ClockReading, after: ClockReading): string[] {
  const gone = reasonsOnlyIn(before, after);
  const come = reasonsOnlyIn(after, before);
  const told = new Set(before.flags.map(({ sentence }) => sentence));
  return [
    ...changed(
      "收到申请之日",
      before.receivedOn === after.receivedOn,
      dayOrNot(before.receivedOn, "尚未确认"),
      dayOrNot(after.receivedOn, "尚未确认"),
    ),
    ...changed("答复期限", before.due === after.due, dayOrNot(before.due, "停止计算"), dayOrNot(after.due, "停止计算")),
    ...changed("期限状态", stateName(before.state) === stateName(after.state), stateName(before.state), stateName(after.state)),
    ...after.consultations.flatMap((consultation, at) => {
      const nth = after.consultations.slice(0, at).filter((one) => isSameInquiry(one, consultation)).length;
      return limitChange(before.consultations.filter((one) => isSameInquiry(one, consultation))[nth], consultation);
    }),
    ...(before.isProvisional && !after.isProvisional ? ["节假日安排已经公布，期限不再是暂定。"] : []),
    ...(!before.isProvisional && after.isProvisional ? ["其间有节假日安排尚未公布的日子，期限为暂定。"] : []),
    ...come.map((span) => `新计入的情形：${spanName(span)}（${span.basis}）。`),
    ...gone.map((span) => `不再适用的情形：${spanName(span)}（${span.basis}）。`),
    ...after.flags.filter(({ sentence }) => !told.has(sentence)).map(({ sentence }) => sentence),
  ];
}

function changed(what: string, isSame: boolean, from: string, to: string): string[] {
  return isSame ? [] : [`${what}由“${from}”改为“${to}”。`];
}

/** Two inquiries of one day to the same side are told apart by their order only. */
const isSameInquiry = (one: Consultation, other: Consultation): boolean =>
  one.kind === other.kind && one.who === other.who && one.sentOn === other.sentOn;

/** By when the other side is to answer, where the day it had the letter has become known or another one. */
function limitChange(known: Consultation | undefined, { kind, who, limit, answeredOn }: Consultation): string[] {
  const what = `${consultationName({ kind, who })}提出意见的期限`;
  return known === undefined || answeredOn !== null
    ? []
    : changed(what, known.limit === limit, chineseDay(known.limit), chineseDay(limit));
}

const dayOrNot = (day: PlainDate | null, otherwise: string): string => (day === null ? otherwise : chineseDay(day));

/** Counted days and weekends follow from the rest, so they explain nothing. */
function reasonsOnlyIn(reading: ClockReading, other: ClockReading): DerivationSpan[] {
  const known = new Set(joinedOverWeekends(other.derivation).map(spanName));
  return joinedOverWeekends(reading.derivation).filter(
    (span) => span.kind !== "day-zero" && !(span.kind === "counted" && span.part === "term") && !known.has(spanName(span)),
  );
}

function spanName({ from, to, why, workingDays }: DerivationSpan): string {
  const days = to === null ? `${chineseDay(from)}起` : to === from ? chineseDay(from) : `${chineseDay(from)}至${chineseDay(to)}`;
  return `${days}${why}${workingDays > 0 ? `，${workingDays}个工作日` : ""}`;
}

function stateName(state: ClockState): string {
  switch (state.kind) {
    case "not-started":
      return "等待双方确认";
    case "running":
      return "正在计算";
    case "stopped":
      return { clarification: "等待补正", fee: "等待缴费", consultation: "征求意见中" }[state.by];
    case "ended":
      return {
        served: "已送达答复",
        decided: "已作出答复",
        withdrawn: "申请人已撤回",
        "clarification-lapsed": "逾期未补正，已结案",
        "fee-lapsed": "逾期未缴费，已结案",
      }[state.by];
  }
}
