import { readFileSync } from "node:fs";
import { AppError } from "../../errors.js";
import { dayOf, type PlainDate, yearOf } from "../../law/plain-date.js";
import type { Agency, Dated } from "../../register/agency.js";
import { loadAgencies, saveAgencies } from "../../storage/stores/agency-store.js";
import { recordSetting } from "../../storage/stores/setting-store.js";
import { REGISTER_CHAIN } from "../../storage/write.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { publishAgencies } from "../portal/publish-agencies.js";
import { refreshPortalTerms } from "../portal/refresh-portal-terms.js";
import { freezeRehearsal } from "../publish-rehearsal.js";
import { publishPaperReport } from "../reports/publish-paper-report.js";
import { storeRehearsal } from "../store-rehearsal.js";
import { tallyOf } from "../tally-register.js";
import { isSampleCity, SAMPLE_CITY } from "./is-sample-city.js";
import { releaseSampleReport, sampleReleaseDay } from "./release-sample-report.js";
import { addSampleAccounts, type SamplePeople } from "./sample-accounts.js";
import { EXAMPLES, type SampleAgency, sampleAgencies, sampleItems } from "./sample-data.js";
import { addSampleColumns, addSampleDesk } from "./sample-desk.js";
import { addSampleItems } from "./sample-items.js";
import { sampleYear } from "./sample-requests.js";
import { addSampleReceivers, addSampleReviews } from "./sample-reviews.js";

const RECORDED_BY = "示例";

/** How much of a city is made; a test makes a small one. */
export interface SampleSize {
  /** Requests a year to each desk. */
  readonly requests: number;
  /** Whether the report of last year is released in every form. */
  readonly withReport: boolean;
  readonly tell: (what: string) => void;
}

export const WHOLE_SAMPLE: SampleSize = { requests: 60, withReport: true, tell: () => undefined };

/** Whether this register is a sample city, and made to its end. */
export async function sampleState({ database }: Pick<Office, "database">): Promise<"none" | "begun" | "complete"> {
  if (await isSampleCity({ database })) return "complete";
  return (await loadAgencies(database)).length > 0 ? "begun" : "none";
}

/**
 * Fills an empty register with a city that one can try everything in: the agencies of the sample reports below a city that does not exist,
 * their reports as they were published, items, guides, requests of last year and of this year up to today. Everything is marked as sample.
 */
export async function makeSampleCity(office: Office, size: SampleSize = WHOLE_SAMPLE): Promise<SamplePeople> {
  if ((await sampleState(office)) !== "none") throw new AppError("REHEARSAL_REGISTER_IN_USE", {});
  const today = todayIn(office);
  const agencies = sampleAgencies();
  size.tell(`建立${agencies.length}个机关和示例账号`);
  await saveAgencies(
    office.database,
    agencies.map((agency) => ({ agency: agencyOf(agency), version: 0 })),
    { recordedBy: RECORDED_BY },
  );
  const people = await addSampleAccounts(office);
  await publishAgencies(office);
  const actor = everywhere(agencies);
  size.tell("公开指南、制度和主动公开信息");
  const items = sampleItems(agencies);
  for (const agency of agencies) {
    await addSampleColumns(office, actor, agency);
    const own = items.filter((item) => item.agency === agency.id);
    await addSampleItems(office, actor, { agency, items: own, year: yearOf(today) });
    await publishReport(office, actor, agency);
  }
  const desks = agencies.filter(({ letterCode }) => letterCode !== undefined);
  for (const [at, desk] of desks.entries()) {
    size.tell(`演练${desk.shortName}的申请和年度报告`);
    await addSampleDesk(office, people.actors, desk);
    await addSampleReceivers(office, people.actors, desk);
    if (at === 0) await addSampleReviews(office, people.actors, desk);
    await addRequests(office, people.actors.head, { desk, at, size, today });
  }
  await refreshPortalTerms(office.database);
  await recordSetting(office.database, { chain: REGISTER_CHAIN, recordedBy: RECORDED_BY }, SAMPLE_CITY, { madeOn: today });
  return people;
}

/** Acts for every agency while the city is made. */
function everywhere(agencies: readonly SampleAgency[]): Actor {
  const roles = agencies.flatMap(({ id: agencyId }) => [
    { agencyId, role: "handler" as const },
    { agencyId, role: "head" as const },
  ]);
  return { id: "sample", name: RECORDED_BY, roles };
}

const GOVERNMENT = "shili";

function agencyOf({ id, kind, level, name, creditCode }: SampleAgency): Agency {
  const above = id === GOVERNMENT ? null : GOVERNMENT;
  return {
    ...{ id, kind, level, names: always(name), creditCodes: always(creditCode), successor: null },
    ...{ parents: always(above), authorities: always(above) },
  };
}

function always<Value>(value: Value): Dated<Value>[] {
  const from = dayOf(2010, 1, 1);
  return from === null ? [] : [{ value, from, until: null }];
}

/** The report as its agency published it, with its faults: that is what it is read and checked for. */
async function publishReport(office: Office, actor: Actor, { id: agencyId, report: fileName }: SampleAgency): Promise<void> {
  if (fileName === undefined) return;
  const bytes = readFileSync(new URL(fileName, EXAMPLES));
  // The files do not say when they were published; 条例 第五十条 asks for it by the end of January.
  const published = dayOf(fileName.startsWith("002") ? 2022 : 2021, 1, 28);
  if (published !== null) await publishPaperReport(office, actor, { agencyId, fileName, bytes, publishedOn: published });
}

interface Desk {
  readonly desk: SampleAgency;
  readonly at: number;
  readonly size: SampleSize;
  readonly today: PlainDate;
}

/** Last year from its first request to its released report, and this year up to today. */
async function addRequests(office: Office, head: Actor, { desk, at, size, today }: Desk): Promise<void> {
  const { database } = office;
  const agencyId = desk.id;
  const thisYear = yearOf(today);
  const requests = Math.round(size.requests / (at + 1));
  for (const year of [thisYear - 1, thisYear]) {
    const records = sampleYear({ agencyId, year, requests, seed: 7 + at, today });
    await storeRehearsal(database, records, { agencyId, recordedBy: RECORDED_BY });
  }
  if (!size.withReport) return;
  const counted = await tallyOf(database, { agencyId, year: thisYear - 1, asOf: null });
  await freezeRehearsal(database, counted, RECORDED_BY);
  const on = sampleReleaseDay(at, today);
  await releaseSampleReport(office, head, { agencyId, year: thisYear - 1, edition: 1, on });
}
