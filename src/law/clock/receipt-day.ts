import { chineseDay, type PlainDate } from "../plain-date.js";
import type { ClockEvent, RequestChannel } from "./clock-event.js";
import type { ClockFlag } from "./clock-reading.js";

/** The day a request counts as received, with the item of 第三十一条 that says so; `on` is null while it is not confirmed. */
export interface ReceiptDay {
  readonly on: PlainDate | null;
  readonly why: string;
  readonly basis: string;
  readonly flags: readonly ClockFlag[];
}

interface ReceiptRule {
  readonly isConfirmed: boolean;
  readonly why: string;
  readonly basis: string;
}

const HANDED_IN: ReceiptRule = { isConfirmed: false, why: "当面提交之日", basis: "政府信息公开条例第三十一条第一项" };
const SIGNED_FOR: ReceiptRule = { isConfirmed: false, why: "行政机关签收之日", basis: "政府信息公开条例第三十一条第二项" };
const CONFIRMED_LETTER: ReceiptRule = { isConfirmed: true, why: "与申请人确认之日", basis: "政府信息公开条例第三十一条第二项" };
const CONFIRMED_MESSAGE: ReceiptRule = { isConfirmed: true, why: "双方确认之日", basis: "政府信息公开条例第三十一条第三项" };

/** 第三十一条: by channel, whether the day of arrival or of confirmation is the day of receipt. */
const RULES: Readonly<Record<RequestChannel, ReceiptRule>> = {
  in_person: HANDED_IN,
  oral: { ...HANDED_IN, why: "口头提出并代为填写申请之日" },
  registered_mail: SIGNED_FOR,
  ordinary_mail: CONFIRMED_LETTER,
  online: CONFIRMED_MESSAGE,
  email: CONFIRMED_MESSAGE,
  fax: CONFIRMED_MESSAGE,
};

/** The day of receipt. A recorded arrival goes before the day on the request, because it can be corrected. */
export function receiptDay(channel: RequestChannel, arrivedOn: PlainDate, inOrder: readonly ClockEvent[]): ReceiptDay {
  const { isConfirmed, why, basis } = RULES[channel];
  const arrival = inOrder.find(({ type }) => type === "received")?.on ?? arrivedOn;
  if (!isConfirmed) return { on: arrival, why, basis, flags: [] };
  const confirmation = inOrder.find(({ type }) => type === "confirmed")?.on ?? null;
  if (confirmation === null) return { on: null, why, basis, flags: [] };
  const on = confirmation < arrival ? arrival : confirmation;
  const isLate = channel === "ordinary_mail" && on > arrival;
  const sentence = `${chineseDay(arrival)}收到平常信函，${chineseDay(on)}才与申请人确认；条例第三十一条第二项要求于收到申请的当日确认。`;
  return { on, why, basis, flags: isLate ? [{ code: "confirmed-late", on, sentence }] : [] };
}
