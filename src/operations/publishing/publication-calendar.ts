import { addDays, addMonths } from "../../law/calendar/day-arithmetic.js";
import { citationText, regulations } from "../../law/citation.js";
import { chineseDay, dayOf, type PlainDate, parsePlainDate, yearOf } from "../../law/plain-date.js";
import {
  interpretationDue,
  type PublicationDue,
  publicationDue,
  reassessmentDue,
} from "../../law/publication/publication-clock.js";
import { handoverState } from "../../register/publishing/handover.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import { loadHandovers } from "../../storage/stores/handover-store.js";
import { type ItemSummary, summariesInStates, uninterpreted } from "../../storage/stores/item-summary-store.js";
import { type Office, todayIn } from "../office.js";
import { dayInChina } from "../tally-register.js";
import { publishingSettingsOf } from "./publishing-settings.js";

/** Something that must be done by a day. */
export interface Duty {
  readonly kind: "publish" | "interpret" | "reassess" | "scheduled" | "handover";
  readonly itemId: string | null;
  readonly title: string;
  readonly due: PlainDate;
  /** Working days left, today not counted; negative when the day has passed. */
  readonly left: number;
  readonly standing: "late" | "near" | "ahead";
  readonly text: string;
  readonly basis: string;
}

/** The states of what is on its way to the public. */
export const TO_PUBLISH: readonly string[] = ["drafting", "in-review", "on-hold", "returned", "approved", "scheduled"];

/** What must be published, interpreted, looked at again and handed over within some days, what is late in front. */
export async function publicationCalendar(
  office: Office,
  { agencyId, days }: { readonly agencyId: string; readonly days: number },
): Promise<Duty[]> {
  const today = todayIn(office);
  const { settings } = await publishingSettingsOf(office.database, agencyId, today);
  const kept = await summariesInStates(office.database, agencyId, ["kept"]);
  const duties = [
    ...(await publishing(office, agencyId)),
    ...(await interpreting(office, agencyId, today)),
    ...kept.flatMap((item): PlainDuty[] => {
      const from = item.assessed_on === null ? null : parsePlainDate(item.assessed_on);
      return from === null
        ? []
        : [dutyOf("reassess", item, reassessmentDue(from, settings.reassessMonths), "应当再次评估是否可以公开")];
    }),
    ...(await handingOver(office, agencyId, { today, settings })),
  ];
  const until = addDays(today, days);
  return duties
    .filter(({ due }) => due <= until)
    .map((duty) => ({ ...duty, ...standingOf(office, duty.due, { today, near: settings.nearWorkingDays }) }))
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}

type PlainDuty = Omit<Duty, "left" | "standing">;

function dutyOf(kind: Duty["kind"], item: ItemSummary, { due, basis }: PublicationDue, text: string): PlainDuty {
  return {
    kind,
    itemId: item.item_id,
    title: item.title,
    due,
    text: `${chineseDay(due)}前${text}。`,
    basis: citationText(basis),
  };
}

async function publishing({ database, calendar }: Office, agencyId: string): Promise<PlainDuty[]> {
  const open = await summariesInStates(database, agencyId, TO_PUBLISH);
  return open.flatMap((item): PlainDuty[] => {
    const from = item.counted_from === null ? null : parsePlainDate(item.counted_from);
    if (item.scheduled_for !== null) {
      const due = dayInChina(item.scheduled_for);
      return [{ kind: "scheduled", itemId: item.item_id, title: item.title, due, text: "已定时公开。", basis: "本机关设定" }];
    }
    return from === null
      ? []
      : [dutyOf("publish", item, publicationDue(from, calendar, item.other_days ?? undefined), "应当公开")];
  });
}

/** Documents of the last months that nothing interprets; older ones were settled long ago, one way or the other. */
async function interpreting({ database, calendar }: Office, agencyId: string, today: PlainDate): Promise<PlainDuty[]> {
  const documents = await uninterpreted(database, agencyId, `${addMonths(today, -3)}T00:00:00.000Z`);
  return documents.flatMap((item): PlainDuty[] => {
    if (item.published_at === null || item.is_sample) return [];
    const due = interpretationDue(dayInChina(item.published_at), calendar);
    return [dutyOf("interpret", item, due, "应当公开解读（重要政策文件）")];
  });
}

interface Around {
  readonly today: PlainDate;
  readonly settings: PublishingSettings;
}

/** The last whole period of handing over to each receiver, until it was prepared. */
async function handingOver({ database }: Office, agencyId: string, { today, settings }: Around): Promise<PlainDuty[]> {
  const { everyMonths, dueDay, receivers } = settings.handover;
  const period = lastPeriod(today, everyMonths);
  if (period === null || receivers.length === 0) return [];
  const done = (await loadHandovers(database, agencyId)).map((record) => handoverState(record).prepared?.body ?? null);
  const due = addDays(period.to, dueDay);
  return receivers.flatMap((receiver): PlainDuty[] => {
    if (done.some((one) => one !== null && one.receiver.id === receiver.id && one.from <= period.from && one.to >= period.to))
      return [];
    const title = `向${receiver.name}提供${chineseDay(period.from)}至${chineseDay(period.to)}的政府信息`;
    const text = "期内没有公开信息的也要零报送。";
    return [{ kind: "handover", itemId: null, title, due, text, basis: citationText(regulations("第二十五条第三款")) }];
  });
}

/** The last period of so many months that has ended, counted from January. */
function lastPeriod(today: PlainDate, everyMonths: number): { readonly from: PlainDate; readonly to: PlainDate } | null {
  const month = Number(today.slice(5, 7));
  const begin = Math.floor((month - 1) / everyMonths) * everyMonths + 1;
  const next = dayOf(yearOf(today), begin, 1);
  if (next === null) return null;
  // The last period of a year may be shorter than the others.
  const previous = begin === 1 ? dayOf(yearOf(today) - 1, lastBegin(everyMonths), 1) : addMonths(next, -everyMonths);
  return previous === null ? null : { from: previous, to: addDays(next, -1) };
}

const lastBegin = (everyMonths: number): number => Math.floor(11 / everyMonths) * everyMonths + 1;

function standingOf({ calendar }: Office, due: PlainDate, { today, near }: { readonly today: PlainDate; readonly near: number }) {
  const left = due >= today ? calendar.workingDaysAfter(today, due) : -calendar.workingDaysAfter(due, today);
  const standing = due < today ? "late" : left <= near ? "near" : "ahead";
  return { left, standing } as const;
}
