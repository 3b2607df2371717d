import { explainDue } from "../../law/clock/explain-due.js";
import type { PlainDate } from "../../law/plain-date.js";
import { caseClock } from "../../register/case-clock.js";
import { waitingOn } from "../../register/case-summary.js";
import { type DeskCase, deskRowsOf, readDesk, rowsToArchive } from "../../storage/stores/case-desk-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { type CaseRow, namedRows, urgencyOn } from "./case-row.js";
import { counted } from "./counted-days.js";
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

/** What the desk of an agency has to do, by the last day of each, with how that day comes about. Only open cases are looked at. */
export async function readToday(office: Office, actor: Actor, question: DeskQuestion): Promise<Desk> {
  const { agencyId, group, limit } = question;
  const { database, calendar } = office;
  const law = await lawOf(office, agencyId);
  const asked = { ...question, limit: limit + 1 };
  const desk = await counted(office, { agencyId, law }, () => readDesk(database, { ...asked, law }));
  const today = todayIn(office);
  const kinds = desk.kinds.map((kind) => ({ kind, groups: groupsOf(kind, today, calendar) }));
  const found =
    group === undefined
      ? desk.rows
      : group === "to-archive"
        ? await rowsToArchive(database, asked)
        : await deskRowsOf(
            database,
            asked,
            kinds.filter(({ groups }) => groups.includes(group)).map(({ kind }) => kind),
          );
  const page = found.slice(0, limit);
  const rows = namedRows(
    office,
    actor,
    page.map(({ summary, file }) => ({ summary, requester: file.request.requester })),
  );
  const last = page.at(-1)?.summary;
  return {
    today,
    counts: GROUPS.map((one) => ({
      group: one,
      label: DESK_LABELS[one],
      count:
        one === "to-archive"
          ? desk.toArchive
          : kinds.reduce((sum, { kind, groups }) => sum + (groups.includes(one) ? kind.count : 0), 0),
    })),
    rows: page.map(({ summary, file }, index) => ({
      ...(rows[index] as CaseRow), // one for each of the page
      derivation: explainDue(caseClock(file, law)),
      groups: group === "to-archive" ? [group] : groupsOf(summary, today, calendar),
    })),
    next:
      last !== undefined && found.length > limit
        ? { day: (group === "to-archive" ? last.closedOn : last.due) ?? NO_DAY, id: last.caseId }
        : null,
  };
}

function groupsOf(summary: DeskCase, today: PlainDate, calendar: Office["calendar"]): DeskGroup[] {
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
