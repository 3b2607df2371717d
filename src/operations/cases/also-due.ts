import { addDays } from "../../law/calendar/day-arithmetic.js";
import { type PlainDate, yearOf } from "../../law/plain-date.js";
import { interpretationDue } from "../../law/publication/publication-clock.js";
import { DEFAULT_PUBLISHING_SETTINGS, publishingSettings } from "../../register/publishing/publishing-settings.js";
import { reportingName } from "../../register/reporting-agency.js";
import { type AlsoRead, readAlsoDue } from "../../storage/stores/also-due-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { proceedingRow } from "../proceedings/proceeding-row.js";
import { DUE_STATES, uninterpretedSince, WAITING_STATES } from "../publishing/list-items.js";
import { signatureOf } from "../publishing/take-item-step.js";
import { deadlineOf } from "../reports/list-reports.js";
import { dayInChina } from "../tally-register.js";

/** What else waits besides requests, in the order the desk tells it. */
export type AlsoDueKind = "reconsideration" | "litigation" | "review" | "publish" | "interpret" | "reassess" | "report";

/** So many of a kind, and the first of their last days. */
export interface AlsoDue {
  readonly kind: AlsoDueKind;
  readonly count: number;
  readonly first: PlainDate | null;
  readonly isLate: boolean;
  /** The only one, where it has a page of its own: a proceeding by its id, a report by its year. */
  readonly only: string | null;
}

interface AlsoDueQuestion {
  readonly agencyId: string;
  /** What the reader may see besides requests. */
  readonly mayReadItems: boolean;
  readonly mayReadReports: boolean;
}

/** No agency sets more than sixty working days (publishing settings), which are fewer than so many days. */
const FARTHEST_DAYS = 120;
/** The report is told of so many days before its last day, and so many after it: who began with this system later published elsewhere. */
const REPORT_AHEAD_DAYS = 60;
const REPORT_AFTER_DAYS = 180;

/** What is due, late or waiting in an agency besides its requests: answers to reconsiderations and lawsuits, items, the annual report. */
export async function alsoDue(office: Office, actor: Actor, question: AlsoDueQuestion): Promise<AlsoDue[]> {
  const { agencyId, mayReadItems, mayReadReports } = question;
  const today = todayIn(office);
  const years = [yearOf(today) - 1, yearOf(today)];
  const { id, roles } = signatureOf(actor, agencyId);
  const read = await readAlsoDue(office.database, {
    ...{ agencyId, years, signer: { id, roles }, reviewStates: WAITING_STATES.review },
    ...{ dueStates: [...DUE_STATES.publish, ...DUE_STATES.reassess], dueUntil: addDays(today, FARTHEST_DAYS) },
    uninterpretedSince: uninterpretedSince(today),
  });
  return [
    ...answersDue(office, read, today),
    ...(mayReadItems ? itemsDue(office, read, today) : []),
    ...(mayReadReports ? reportsDue(read, { today, years }) : []),
  ].filter(({ count }) => count > 0);
}

function answersDue({ calendar }: Office, { proceedings }: AlsoRead, today: PlainDate): AlsoDue[] {
  const waiting = proceedings.flatMap((proceeding) => {
    const { id, kind, answerDue: due } = proceedingRow(proceeding, { calendar, caseNumber: null });
    return due === null ? [] : [{ id, kind: kind.code, due }];
  });
  return (["reconsideration", "litigation"] as const).map((kind) => {
    const own = waiting.filter((one) => one.kind === kind);
    return {
      ...counted(
        kind,
        own.map(({ due }) => ({ due, count: 1 })),
        today,
      ),
      only: own.length === 1 ? (own[0]?.id ?? null) : null,
    };
  });
}

function itemsDue({ calendar }: Office, { publishing, toReview, dues, uninterpreted }: AlsoRead, today: PlainDate): AlsoDue[] {
  const { nearWorkingDays } = publishing === null ? DEFAULT_PUBLISHING_SETTINGS : publishingSettings.parse(publishing);
  const near = calendar.addWorkingDays(today, nearWorkingDays);
  const dueIn = (states: readonly string[]) =>
    dues.flatMap(
      ({ state, due, count }) => (states.includes(state) && due <= near ? [{ due: due as PlainDate, count }] : []), // a date column
    );
  const { count, firstAt } = uninterpreted;
  const interpretBy = firstAt === null ? null : interpretationDue(dayInChina(firstAt), calendar).due;
  return [
    { kind: "review", count: toReview, first: null, isLate: false, only: null },
    counted("publish", dueIn(DUE_STATES.publish), today),
    counted("interpret", interpretBy === null ? [] : [{ due: interpretBy, count }], today),
    counted("reassess", dueIn(DUE_STATES.reassess), today),
  ];
}

/** 条例 第四十九条: the report that is not released while its day is near or was not long ago. */
function reportsDue(
  { agency, released }: AlsoRead,
  { today, years }: { readonly today: PlainDate; readonly years: readonly number[] },
): AlsoDue[] {
  return years.flatMap((year) => {
    const name = agency === null ? null : reportingName(agency, year);
    const due = name === null || released.includes(year) ? null : deadlineOf(name, year);
    if (due === null || today < addDays(due, -REPORT_AHEAD_DAYS) || today > addDays(due, REPORT_AFTER_DAYS)) return [];
    return [{ ...counted("report", [{ due, count: 1 }], today), only: `${year}` }];
  });
}

function counted(
  kind: AlsoDueKind,
  dues: readonly { readonly due: PlainDate; readonly count: number }[],
  today: PlainDate,
): AlsoDue {
  const first = dues.reduce<PlainDate | null>((least, { due }) => (least === null || due < least ? due : least), null);
  const count = dues.reduce((sum, one) => sum + one.count, 0);
  return { kind, count, first, isLate: first !== null && first < today, only: null };
}
