import type { PlainDate } from "../law/plain-date.js";
import { type CaseCourse, caseCourse } from "../register/case-course.js";
import { type CaseFile, standingEvents } from "../register/case-file.js";
import { CHANNELS, type Channel, type InfoRequest } from "../register/info-request.js";
import type { Format } from "../report/format.js";
import { yearBegin } from "./counted-agency.js";
import { courseInForm } from "./course-in-form.js";
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
  const facts = new RequestFactsCount({ format, calendar });
  facts.add(
    tally,
    files.map((file) => ({ ...caseCourse(file, tally.asOf), id: file.request.id, channel: file.request.channel })),
  );
  return facts.factsOf(tally.received.letters);
}

/** A request with its course, as far as the first section speaks of it. */
export interface ToldCourse extends CaseCourse {
  readonly id: string;
  readonly channel: Channel;
}

/** Counts the same a tally at a time: those of a whole area need not be in memory together. */
export class RequestFactsCount {
  readonly #question: Pick<FactsQuestion, "format" | "calendar">;
  readonly #byChannel = new Map<Channel, number>();
  #days = 0;
  #answered = 0;
  #extended = 0;

  constructor(question: Pick<FactsQuestion, "format" | "calendar">) {
    this.#question = question;
  }

  /** Adds the requests of a tally that names its records. */
  add(tally: TallyResult, courses: Iterable<ToldCourse>): void {
    const { format, calendar } = this.#question;
    const recordsOf = (row: string): ReadonlySet<string> =>
      new Set(talliedCell(tally, { table: "requests", row, column: "total" })?.records);
    const [fresh, settled] = [recordsOf("new_received"), recordsOf("results_total")];
    for (const course of courses) {
      const { id, channel, isExtended } = course;
      if (fresh.has(id)) this.#byChannel.set(channel, (this.#byChannel.get(channel) ?? 0) + 1);
      if (!settled.has(id)) continue;
      const { receivedOn, closing } = courseInForm(course, format.tables.requests);
      if (receivedOn === null || closing === null) continue;
      this.#days += calendar.workingDaysAfter(receivedOn, closing.on);
      this.#answered += 1;
      if (isExtended) this.#extended += 1;
    }
  }

  factsOf(letters: number): RequestFacts {
    return {
      letters,
      byChannel: CHANNELS.flatMap((channel) => {
        const pieces = this.#byChannel.get(channel) ?? 0;
        return pieces === 0 ? [] : [{ channel, pieces }];
      }),
      meanWorkingDays: this.#answered === 0 ? null : Math.round((this.#days / this.#answered) * 10) / 10,
      extended: this.#extended,
    };
  }
}

/** Notices and payments of 信息处理费 in the year of a tally, as they were known at its instant. */
export function feeFacts(
  tally: TallyResult,
  files: Iterable<Pick<CaseFile, "events"> & { readonly request: Pick<InfoRequest, "agencyId"> }>,
): FeeFacts {
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
