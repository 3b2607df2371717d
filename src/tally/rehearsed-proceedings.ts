import { addDays } from "../law/calendar/day-arithmetic.js";
import type { PlainDate } from "../law/plain-date.js";
import { type CaseFile, standingEvents } from "../register/case-file.js";
import type { Proceeding, ProceedingEventBody, ProceedingResult } from "../register/proceeding.js";
import { recorded, writtenDown } from "./rehearsed-timeline.js";
import type { SeededRandom } from "./seeded-random.js";

interface Setting {
  readonly agencyId: string;
  /** Of the rehearsal. */
  readonly year: number;
  readonly random: SeededRandom;
}

/** Reconsiderations and suits against some of the answers, some after reconsideration, a few in which the agency is only co-defendant. */
export function rehearsedProceedings(files: readonly CaseFile[], { agencyId, year, random }: Setting): Proceeding[] {
  const proceedings: Proceeding[] = [];
  for (const [at, { request, events }] of files.entries()) {
    const decided = standingEvents(events).find(({ body }) => body.type === "decided")?.body;
    if (decided === undefined || decided.type !== "decided" || decided.outcome === "granted") continue;
    const add = (one: Omit<Proceeding, "agencyId" | "requestId" | "version">): void => {
      proceedings.push({ ...one, agencyId, requestId: request.id, version: one.events.length });
    };
    const docket = { agencyId, nth: (at + 1) * YEARS + (year % YEARS) };
    const base = { isCoDefendant: random.percent(4), reconsiderationId: null } as const;
    if (random.percent(12)) {
      const id = `${request.id}-fy`;
      const review = course(decided.on, { days: 60, random });
      add({
        ...base,
        id,
        kind: "reconsideration",
        route: null,
        number: reconsiderationNumber(review, docket),
        forum: "市人民政府",
        events: recorded(id, writtenDown(review, random), random),
      });
      const end = review.find(({ type }) => type === "concluded")?.on;
      if (end === undefined || !random.percent(35)) continue;
      const suitId = `${request.id}-ss`;
      const suit = course(end, { days: 15, random });
      add({
        ...base,
        id: suitId,
        kind: "litigation",
        route: "after_review",
        reconsiderationId: id,
        number: lawsuitNumber(suit, docket),
        forum: "区人民法院",
        events: recorded(suitId, writtenDown(suit, random), random),
      });
    } else if (decided.outcome.startsWith("unable") && random.percent(6)) {
      const id = `${request.id}-zs`;
      const suit = course(decided.on, { days: 180, random });
      add({
        ...base,
        id,
        kind: "litigation",
        route: "direct",
        number: lawsuitNumber(suit, docket),
        forum: "区人民法院",
        events: recorded(id, writtenDown(suit, random), random),
      });
    }
  }
  return proceedings;
}

/** Two rehearsed years that follow one another both file in the first weeks of the later one: a number of each is free for it. */
const YEARS = 3;
const DISTRICTS = 7;

interface Docket {
  readonly agencyId: string;
  readonly nth: number;
}

/** As a city's government numbers what is filed with it. "某" stands for a place there is not, as in published judgements. */
function reconsiderationNumber(bodies: readonly ProceedingEventBody[], { agencyId, nth }: Docket): string {
  return `某政复〔${filingYear(bodies)}〕${nth * DISTRICTS + districtOf(agencyId)}号`;
}

/** As a district court numbers administrative cases of first instance (法〔2015〕137号); the code of the court belongs to none. */
function lawsuitNumber(bodies: readonly ProceedingEventBody[], { agencyId, nth }: Docket): string {
  return `（${filingYear(bodies)}）某01${String(districtOf(agencyId) + 2).padStart(2, "0")}行初${nth}号`;
}

function filingYear(bodies: readonly ProceedingEventBody[]): string {
  return bodies[0]?.on.slice(0, 4) ?? "";
}

/** Agencies sit in several districts, so that their proceedings do not bear the same number. */
function districtOf(agencyId: string): number {
  return [...agencyId].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % DISTRICTS;
}

function course(
  after: PlainDate,
  { days, random }: { readonly days: number; readonly random: SeededRandom },
): ProceedingEventBody[] {
  const filed = addDays(after, random.whole(1, days));
  const notified = addDays(filed, random.whole(3, 7));
  const bodies: ProceedingEventBody[] = [
    { type: "filed", on: filed },
    { type: "notified", on: notified },
    { type: "answered", on: addDays(notified, random.whole(2, 10)) },
  ];
  if (random.percent(10)) return bodies;
  const result = random.weighted<ProceedingResult>([
    ["upheld", 70],
    ["corrected", 12],
    ["other", 18],
  ]);
  const concluded = addDays(notified, random.whole(20, 90));
  const holding = result === "upheld" ? "维持" : result === "corrected" ? "责令重新答复" : "终止";
  bodies.push({ type: "concluded", on: concluded, result, holding });
  if (random.percent(8)) {
    const appealed = addDays(concluded, random.whole(1, 15));
    bodies.push({ type: "appealed", on: appealed });
    if (random.percent(60)) {
      bodies.push({
        type: "concluded",
        on: addDays(appealed, random.whole(30, 80)),
        result: "upheld",
        holding: "驳回上诉，维持原判",
      });
    }
  }
  return bodies;
}
