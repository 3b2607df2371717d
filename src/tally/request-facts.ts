import type { PlainDate } from "../law/plain-date.js";
import { type CaseFile, standingEvents } from "../register/case-file.js";
import { CHANNELS } from "../register/info-request.js";
import type { Format } from "../report/format.js";
import { caseCourse } from "./case-course.js";
import { yearBegin } from "./counted-agency.js";
import { type TallyResult, talliedCell } from "./tally-result.js";
import type { FeeFacts, RequestFacts } from "./year-facts.js";

/** What is needed of the calendar to say how long answers took. */
export interface CountsWorkingDays {
  workingDaysAfter(day: PlainDate, until: PlainDate): number;
}

interface FactsQuestion {
  readonly tally: TallyResult;
  readonly format: Format;
  readonly files: readonly CaseFile[];
  readonly calendar: CountsWorkingDays;
}

/** Channels, letters and days of the requests a tally has counted, at the instant of the tally. */
export function requestFacts({ tally, format, files, calendar }: FactsQuestion): RequestFacts {
  const recordsOf = (row: string): ReadonlySet<string> =>
    new Set(talliedCell(tally, { table: "requests", row, column: "total" })?.records);
  const [fresh, settled] = [recordsOf("new_received"), recordsOf("results_total")];
  const byChannel = new Map<string, number>();
  let [days, answered, extended] = [0, 0, 0];
  for (const file of files) {
    const { id, channel } = file.request;
    if (fresh.has(id)) byChannel.set(channel, (byChannel.get(channel) ?? 0) + 1);
    if (!settled.has(id)) continue;
    const { receivedOn, closing } = caseCourse(file, format.tables.requests, tally.asOf);
    if (receivedOn === null || closing === null) continue;
    days += calendar.workingDaysAfter(receivedOn, closing.on);
    answered += 1;
    if (standingEvents(file.events, tally.asOf).some(({ body }) => body.type === "extended")) extended += 1;
  }
  return {
    letters: tally.received.letters,
    byChannel: CHANNELS.flatMap((channel) => {
      const pieces = byChannel.get(channel) ?? 0;
      return pieces === 0 ? [] : [{ channel, pieces }];
    }),
    meanWorkingDays: answered === 0 ? null : Math.round((days / answered) * 10) / 10,
    extended,
  };
}

/** Notices and payments of 信息处理费 in the year of a tally, as they were known at its instant. */
export function feeFacts(tally: TallyResult, files: readonly CaseFile[]): FeeFacts {
  const begin = yearBegin(tally.year);
  const agencies = new Set(tally.countedAgencies);
  let [notices, paid, paidFen, lapsed] = [0, 0, 0, 0];
  for (const { request, events } of files) {
    if (!agencies.has(request.agencyId)) continue;
    for (const { body } of standingEvents(events, tally.asOf)) {
      if (body.on < begin || body.on > tally.until) continue;
      if (body.type === "fee-noticed") notices += 1;
      if (body.type === "fee-lapsed") lapsed += 1;
      if (body.type !== "fee-paid") continue;
      paid += 1;
      paidFen += Math.round(body.yuan * 100);
    }
  }
  return { notices, paid, paidYuan: paidFen / 100, lapsed };
}
