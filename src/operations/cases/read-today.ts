import { explainDue } from "../../law/clock/explain-due.js";
import type { PlainDate } from "../../law/plain-date.js";
import { caseClock } from "../../register/case-clock.js";
import { waitingOn } from "../../register/case-summary.js";
import { loadCasesById } from "../../storage/stores/case-store.js";
import {
  countToArchive,
  deskSummaries,
  type SummarizedCase,
  summariesToArchive,
} from "../../storage/stores/case-summary-store.js";
import { refreshSummaries } from "../../storage/stores/refresh-summaries.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { type CaseRow, caseRows, urgencyOn } from "./case-row.js";
import { lawOf } from "./own-case.js";

/** The parts of the desk, in the order they are looked at. A case may be in several. */
export const DESK_LABELS = {
  late: "已逾期",
  soon: "三个工作日内到期",
  us: "待我机关办理",
  waiting: "等待他人",
  "to-serve": "待送达",
  "to-archive": "待归档",
  "from-portal": "网上新收",
} as const;
export type DeskGroup = keyof typeof DESK_LABELS;
const GROUPS = Object.keys(DESK_LABELS) as DeskGroup[]; // the keys of that very table

export interface DeskQuestion {
  readonly agencyId: string;
  readonly group?: DeskGroup | undefined;
  readonly handler?: string | undefined;
  /** How many rows were given already. */
  readonly after: DeskPlace | null;
  readonly limit: number;
}

/** The row after which the next page begins. */
export interface DeskPlace {
  readonly day: string;
  readonly id: string;
}

export interface Desk {
  readonly today: PlainDate;
  readonly counts: { group: DeskGroup; label: string; count: number }[];
  readonly rows: (CaseRow & { readonly derivation: string[]; readonly groups: DeskGroup[] })[];
  readonly next: DeskPlace | null;
}

/** No day is later: what has no last day comes last. */
const NO_DAY = "9999-12-31";
const MOST_TO_ARCHIVE = 500;

/** What the desk of an agency has to do, by the last day of each, with how that day comes about. Only open cases are looked at. */
export async function readToday(office: Office, actor: Actor, question: DeskQuestion): Promise<Desk> {
  const { agencyId, group, handler, after, limit } = question;
  const { database, calendar } = office;
  const law = await lawOf(office, agencyId);
  await refreshSummaries(database, agencyId, law);
  const today = todayIn(office);
  const own = (summaries: SummarizedCase[]) =>
    handler === undefined ? summaries : summaries.filter((one) => one.handler === handler);
  const open = own(await deskSummaries(database, agencyId)).map((summary) => ({
    summary,
    groups: groupsOf(summary, today, calendar),
  }));
  const counts = GROUPS.map((one) => ({
    group: one,
    label: DESK_LABELS[one],
    count: open.filter(({ groups }) => groups.includes(one)).length,
  }));
  const archive = counts.find((one) => one.group === "to-archive");
  if (archive) archive.count = await countToArchive(database, agencyId, handler);

  const shown =
    group === "to-archive"
      ? (await summariesToArchive(database, agencyId, MOST_TO_ARCHIVE, handler)).map((summary) => ({ summary, groups: [group] }))
      : open.filter(({ groups }) => group === undefined || groups.includes(group));
  const dayOf = ({ due, closedOn }: SummarizedCase): string => (group === "to-archive" ? closedOn : due) ?? NO_DAY;
  const rest = shown
    .map((one) => ({ ...one, day: dayOf(one.summary), id: one.summary.caseId }))
    .sort(byDay)
    .filter((one) => after === null || byDay(one, after) > 0);
  const page = rest.slice(0, limit);
  const rows = await caseRows(
    office,
    actor,
    page.map(({ summary }) => summary),
  );
  const files = await loadCasesById(
    database,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    today,
    counts,
    rows: rows.map((row, index) => {
      const file = files.get(row.id);
      return {
        ...row,
        derivation: file === undefined ? [] : explainDue(caseClock(file, law)),
        groups: [...(page[index]?.groups ?? [])],
      };
    }),
    next: last !== undefined && rest.length > limit ? { day: last.day, id: last.id } : null,
  };
}

function groupsOf(summary: SummarizedCase, today: PlainDate, calendar: Office["calendar"]): DeskGroup[] {
  const { state, channel, isOpen } = summary;
  const urgency = urgencyOn(summary, today, calendar);
  const waiting = waitingOn(summary, today);
  const isOurs = waiting === "us" || waiting === "confirmation";
  const tests: Readonly<Record<DeskGroup, boolean>> = {
    late: urgency === "late",
    soon: urgency === "soon",
    us: isOpen && isOurs && state !== "decided",
    waiting: isOpen && !isOurs,
    "to-serve": state === "decided",
    "to-archive": false,
    "from-portal": channel === "online" && (state === "unconfirmed" || state === "received"),
  };
  return GROUPS.filter((group) => tests[group]);
}

function byDay(one: DeskPlace, other: DeskPlace): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  return one.id === other.id ? 0 : one.id < other.id ? -1 : 1;
}
