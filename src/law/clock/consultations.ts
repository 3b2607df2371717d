import type { WorkCalendar } from "../calendar/work-calendar.js";
import { chineseDay, type PlainDate } from "../plain-date.js";
import type { ClockEvent } from "./clock-event.js";
import type { ClockFlag, Consultation } from "./clock-reading.js";
import { TIME_LIMITS } from "./time-limits.js";

const BASIS = {
  "third-party": "政府信息公开条例第三十二条、第三十三条第三款",
  "joint-maker": "政府信息公开条例第三十三条第三款、第三十四条",
} as const;

type Asked = Extract<ClockEvent, { readonly type: "third-party-asked" | "joint-maker-asked" }>;

const NAME = { "third-party": "第三方", "joint-maker": "共同制作机关" } as const;

/**
 * The consultations of third parties (第三十二条) and joint makers (第三十四条) with the end of their fifteen working days.
 * An answer closes every letter to the same party sent before it.
 */
export function consultationsOf(inOrder: readonly ClockEvent[], calendar: WorkCalendar): Consultation[] {
  return inOrder.flatMap((event) => {
    if (event.type !== "third-party-asked" && event.type !== "joint-maker-asked") return [];
    const kind = event.type === "third-party-asked" ? "third-party" : "joint-maker";
    const who = event.type === "third-party-asked" ? event.party : event.agency;
    const receivedOn = receiptOf(event);
    const answer = inOrder.find(
      (later) =>
        later.on >= event.on &&
        ((later.type === "third-party-answered" && kind === "third-party" && later.party === who) ||
          (later.type === "joint-maker-answered" && kind === "joint-maker" && later.agency === who)),
    );
    return [
      {
        kind,
        who,
        sentOn: event.on,
        receivedOn,
        enteredOn: event.servedOn === undefined || event.receivedOn === event.servedOn ? null : (event.receivedOn ?? null),
        // Without the day of receipt the shortest limit is assumed: too early a day breaks no law.
        limit: calendar.addWorkingDays(receivedOn ?? event.on, TIME_LIMITS[kind].length),
        answeredOn: answer?.on ?? null,
      },
    ];
  });
}

/** 收到征求意见书之日 (第三十二条): its 送达 where that is on record, otherwise the day that was typed. Nobody has a letter before it is sent. */
function receiptOf({ on, receivedOn, servedOn }: Asked): PlainDate | null {
  const had = servedOn ?? receivedOn ?? null;
  return had === null || had > on ? had : on;
}

export function consultationName({ kind, who }: Pick<Consultation, "kind" | "who">): string {
  return `${NAME[kind]}（${who}）`;
}

export function consultationBasis({ kind }: Consultation): string {
  return BASIS[kind];
}

/** What is late or twice about the consultations; `due` is the last day of the term they fall in. */
export function consultationFlags(consultations: readonly Consultation[], due: PlainDate | null): ClockFlag[] {
  return consultations.flatMap((consultation, index) => {
    const { kind, who, sentOn, receivedOn, enteredOn, limit, answeredOn } = consultation;
    const name = consultationName(consultation);
    const flags: ClockFlag[] = [];
    if (due !== null && sentOn > due) {
      const sentence = `${chineseDay(sentOn)}才征求${name}意见，答复期限已于${chineseDay(due)}届满，不再扣除时间。`;
      flags.push({ code: "consulted-late", on: sentOn, sentence });
    }
    if (consultations.slice(0, index).some((earlier) => earlier.kind === kind && earlier.who === who)) {
      flags.push({ code: "consultation-repeated", on: sentOn, sentence: `${chineseDay(sentOn)}再次征求${name}意见。` });
    }
    if (enteredOn !== null && receivedOn !== null) {
      const sentence = `征求${name}意见时登记对方于${chineseDay(enteredOn)}收到，征求意见书的送达登记为${chineseDay(receivedOn)}；其期限从送达之日起算，请核对。`;
      flags.push({ code: "receipt-differs", on: receivedOn, sentence });
    }
    if (answeredOn !== null && answeredOn > limit) {
      const sentence = `${name}于${chineseDay(answeredOn)}提出意见，其期限已于${chineseDay(limit)}届满；此后的时间不再扣除。`;
      flags.push({ code: "opinion-late", on: answeredOn, sentence });
    }
    return flags;
  });
}
