import { addDays } from "../../law/calendar/day-arithmetic.js";
import { dayOf, type PlainDate } from "../../law/plain-date.js";
import { type ReportRelease, saveRelease } from "../../storage/stores/release-store.js";
import type { Actor, Office } from "../office.js";
import { wholeEdition } from "../reports/editions.js";
import { publicReport, yearFigures } from "../reports/public-report.js";
import { type EditionToRelease, filesOf, MEDIA_TYPES } from "../reports/release-edition.js";
import { timeInChina } from "../reports/time-in-china.js";

/**
 * Gives out the report of a rehearsed year as if it had been given out in the January after it. Only the sample city does this: what is real
 * is released by releaseEdition, whose instant is the server's and cannot be given.
 */
export async function releaseSampleReport(
  { database }: Office,
  actor: Actor,
  { on, ...asked }: EditionToRelease & { readonly on: PlainDate },
): Promise<ReportRelease> {
  const { body, listed } = await wholeEdition(database, asked);
  const publishedAt = new Date(`${on}T10:00:00+08:00`).toISOString();
  const { files, missing } = await filesOf(body.report, { publishedAt: timeInChina(publishedAt) });
  const kept = files.map(({ format, name, bytes }) => ({ format, name, bytes, mediaType: MEDIA_TYPES[format] }));
  return saveRelease(database, asked, {
    ...{ files: kept, missing, recordedBy: actor.id },
    publish: (stored) => ({
      report: publicReport(body.report, { ...asked, files: stored, publishedAt, correction: listed.reason }),
      figures: yearFigures(body.report),
    }),
  });
}

const FIRST_OF_CITY = 20;

/** A day in the last third of January (条例 第五十条: before the 31st), each desk on another; never one that lies ahead. */
export function sampleReleaseDay(nth: number, today: PlainDate): PlainDate {
  const january = dayOf(Number(today.slice(0, 4)), 1, FIRST_OF_CITY);
  if (january === null) return today;
  const day = addDays(january, nth % 10);
  return day > today ? today : day;
}
