import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import { type PlainDate, parsePlainDate } from "../../src/law/plain-date.js";
import type { CaseEvent, CaseEventBody } from "../../src/register/case-event.js";
import type { CaseFile } from "../../src/register/case-file.js";
import type { Channel, RequesterKind } from "../../src/register/info-request.js";
import type { Proceeding, ProceedingEventBody } from "../../src/register/proceeding.js";
import type { MonthlyFigure, NormativeDocument } from "../../src/register/published-figure.js";
import type { Format } from "../../src/report/format.js";
import { annualReport2021 } from "../../src/report/formats/annual-report-2021.js";
import type { Report } from "../../src/report/report.js";
import { rehearsedYear } from "../../src/tally/rehearsed-year.js";
import type { TallyResult } from "../../src/tally/tally-result.js";
import { type RegisterRecords, type TallyQuestion, tallyYear } from "../../src/tally/tally-year.js";
import { buildReport } from "./report.js";

export const AGENCY_ID = "a1";
/** Late in January: everything of the year is written down. */
export const AS_OF = "2026-01-20T08:00:00.000Z";

/** A day that a test states. */
export function aDay(text: string): PlainDate {
  const found = parsePlainDate(text);
  if (found === null) throw new Error(`${text} is no day.`);
  return found;
}

/** What a test says of an event: its body, and the day it was written down when that was another. */
export type EventSpec<Body> = Body | { readonly body: Body; readonly writtenOn: string };

interface CaseSpec {
  readonly id: string;
  readonly events: readonly EventSpec<CaseEventBody>[];
  readonly kind?: RequesterKind;
  readonly channel?: Channel;
  readonly agencyId?: string;
  readonly letterId?: string;
}

/** The file of a request that was handed in, unless stated otherwise. */
export function buildCase({
  id,
  events,
  kind = "natural",
  channel = "in_person",
  agencyId = AGENCY_ID,
  letterId = id,
}: CaseSpec): CaseFile {
  const recorded = recordedEvents(id, events);
  return {
    request: {
      id,
      agencyId,
      letterId,
      number: id,
      channel,
      arrivedOn: recorded.find(({ body }) => body.type === "received")?.body.on ?? aDay("2025-01-02"),
      requester: { kind, name: "申请人", identity: { document: "other", number: "1" }, contact: {} },
      description: "文件",
      wantedForm: { medium: "paper", delivery: "post" },
    },
    events: recorded,
    version: recorded.length,
  };
}

function recordedEvents<Body extends { readonly on: PlainDate }>(id: string, specs: readonly EventSpec<Body>[]) {
  return specs.map((spec, at) => {
    const { body, writtenOn } = "body" in spec ? spec : { body: spec, writtenOn: spec.on };
    return {
      id: `${id}-e${at + 1}`,
      sequence: at + 1,
      recordedAt: `${writtenOn}T02:00:00.000Z`,
      recordedBy: "甲",
      body,
    } satisfies Omit<CaseEvent, "body"> & { body: Body };
  });
}

export const received = (on: string): CaseEventBody => ({ type: "received", on: aDay(on) });

export const decided = (on: string, outcome = "granted"): CaseEventBody => ({
  type: "decided",
  on: aDay(on),
  outcome,
  grounds: {},
});

/** A request that came in on one day and was granted on another, or is still open. */
export function simpleCase(id: string, receivedOn: string, decidedOn: string | null, kind: RequesterKind = "natural"): CaseFile {
  return buildCase({ id, kind, events: [received(receivedOn), ...(decidedOn === null ? [] : [decided(decidedOn)])] });
}

interface ProceedingSpec {
  readonly id: string;
  readonly kind?: Proceeding["kind"];
  readonly route?: Proceeding["route"];
  readonly isCoDefendant?: boolean;
  readonly events: readonly EventSpec<ProceedingEventBody>[];
}

/** A reconsideration, unless stated otherwise. */
export function buildProceeding({
  id,
  kind = "reconsideration",
  route = null,
  isCoDefendant = false,
  events,
}: ProceedingSpec): Proceeding {
  const recorded = recordedEvents(id, events);
  return {
    id,
    agencyId: AGENCY_ID,
    kind,
    route,
    requestId: null,
    reconsiderationId: null,
    number: id,
    forum: "市人民政府",
    isCoDefendant,
    events: recorded,
    version: recorded.length,
  };
}

/** A normative document made on a day, perhaps repealed. */
export function buildDocument(documentId: string, madeOn: string, repealedOn: string | null = null): NormativeDocument {
  return {
    id: `${documentId}-r1`,
    sequence: 1,
    recordedAt: `${repealedOn ?? madeOn}T02:00:00.000Z`,
    recordedBy: "甲",
    documentId,
    agencyId: AGENCY_ID,
    kind: "normative_docs",
    title: "文件",
    number: "1号",
    madeOn: aDay(madeOn),
    publishedOn: aDay(madeOn),
    repealedOn: repealedOn === null ? null : aDay(repealedOn),
  };
}

/** One value for every month of a year and every cell that is entered by month, or the stated ones. */
export function monthlyFigures(
  format: Format,
  year: number,
  values: Readonly<Record<string, readonly (number | null)[]>> = {},
): MonthlyFigure[] {
  return format.tables.proactive.rows.flatMap(({ id: row, columns }) =>
    row.startsWith("art20_1.")
      ? []
      : columns.flatMap((column) =>
          (values[`${row}|${column}`] ?? Array.from({ length: 12 }, () => 0)).flatMap((value, at): MonthlyFigure[] => {
            if (value === null) return [];
            const month = `${year}-${String(at + 1).padStart(2, "0")}`;
            const id = `${row}-${column}-${month}`;
            return [
              {
                id,
                sequence: 1,
                recordedAt: `${month}-28T02:00:00.000Z`,
                recordedBy: "甲",
                agencyId: AGENCY_ID,
                row,
                column,
                month,
                value,
                source: "人工填报",
              },
            ];
          }),
        ),
  );
}

/** A register with nothing in it but what a test states. */
export function buildRegister(records: Partial<RegisterRecords> = {}): RegisterRecords {
  return { requests: [], proceedings: [], documents: [], figures: [], ...records };
}

/** The tables of 2025 of such a register. */
export function tallyOf2025(records: Partial<RegisterRecords>, question: Partial<TallyQuestion> = {}): TallyResult {
  return tallyYear({
    agencyId: AGENCY_ID,
    year: 2025,
    asOf: AS_OF,
    format: annualReport2021,
    register: buildRegister(records),
    ...question,
  });
}

/** A report of 2024 that was read, with what it hands on to 2025. */
export function buildReport2024({ carriedOut, valid }: { readonly carriedOut: number; readonly valid: number }): Report {
  return buildReport({
    year: 2024,
    tables: {
      requests: { carried_out: [carriedOut, 0, 0, 0, 0, 0, carriedOut] },
      proactive: { "art20_1.normative_docs": [0, 0, valid] },
    },
  });
}

/** A believable year of the agency, made from a seed. */
export function registerYear(seed: number, { format = annualReport2021, requests = 120, year = 2025 } = {}): RegisterRecords {
  return rehearsedYear({ seed, agencyId: AGENCY_ID, year, requests, format, calendar: STATE_COUNCIL_CALENDAR });
}
