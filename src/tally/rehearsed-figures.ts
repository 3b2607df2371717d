import { addDays } from "../law/calendar/day-arithmetic.js";
import { dayOf, daysInMonth, type PlainDate } from "../law/plain-date.js";
import type { MonthlyFigure, NormativeDocument } from "../register/published-figure.js";
import type { Format } from "../report/format.js";
import { instantOn } from "./rehearsed-timeline.js";
import type { SeededRandom } from "./seeded-random.js";

interface Setting {
  readonly agencyId: string;
  readonly year: number;
  readonly random: SeededRandom;
}

const day = (year: number, month: number, dayOfMonth: number): PlainDate => {
  const found = dayOf(year, month, dayOfMonth);
  if (found === null) throw new RangeError(`There is no day ${year}-${month}-${dayOfMonth}.`);
  return found;
};

/** Normative documents of earlier years and of this one, some repealed, one now and then recorded anew with another day. */
export function rehearsedDocuments({ agencyId, year, random }: Setting): NormativeDocument[] {
  const documents: NormativeDocument[] = [];
  const count = random.whole(4, 25);
  for (let at = 0; at < count; at += 1) {
    const madeOn = day(
      random.weighted([
        [year, 40],
        [year - 1, 30],
        [year - 3, 30],
      ]),
      random.whole(1, 12),
      random.whole(1, 28),
    );
    const publishedOn = random.percent(95) ? addDays(madeOn, random.whole(0, 20)) : null;
    const ended = addDays(madeOn, random.whole(30, 1500));
    const repealedOn = random.percent(35) && ended <= day(year + 1, 12, 31) ? ended : null;
    const documentId = `${agencyId}-doc${at + 1}`;
    const record: NormativeDocument = {
      id: `${documentId}-r1`,
      sequence: at * 2 + 1,
      recordedAt: instantOn(madeOn, at),
      recordedBy: "法规科",
      documentId,
      agencyId,
      kind: "normative_docs",
      title: `演练规范性文件第${at + 1}号`,
      number: `演字〔${madeOn.slice(0, 4)}〕${at + 1}号`,
      madeOn,
      publishedOn,
      repealedOn: null,
    };
    documents.push(record);
    if (repealedOn === null) continue;
    // The repeal is written down when it happens.
    documents.push({
      ...record,
      id: `${documentId}-r2`,
      sequence: at * 2 + 2,
      recordedAt: instantOn(repealedOn, at),
      repealedOn,
    });
  }
  return documents;
}

/** The figures of table two that are entered by month, for every cell of a format that needs them; some entered twice, the second time right. */
export function rehearsedFigures(format: Format, { agencyId, year, random }: Setting): MonthlyFigure[] {
  const figures: MonthlyFigure[] = [];
  const kinds = new Map(format.tables.proactive.columns.map(({ id, kind }) => [id, kind]));
  for (const { id: row, columns } of format.tables.proactive.rows) {
    if (row.startsWith("art20_1.")) continue;
    for (const column of columns) {
      for (let month = 1; month <= (column === "items_last_year" ? 1 : 12); month += 1) {
        const recordedOn = addDays(day(year, month, daysInMonth(year, month)), random.whole(1, 8));
        const figure = (version: number): MonthlyFigure => ({
          id: `${agencyId}-${row}-${column}-${month}-${version}`,
          sequence: version,
          recordedAt: instantOn(addDays(recordedOn, (version - 1) * 5), month),
          recordedBy: "综合科",
          agencyId,
          row,
          column,
          month: `${year}-${String(month).padStart(2, "0")}`,
          value: plausibleValue(kinds.get(column), column, random),
          source: "业务系统按月导出",
        });
        figures.push(figure(1));
        if (random.percent(4)) figures.push({ ...figure(2), reason: "数据更正" });
      }
    }
  }
  return figures;
}

function plausibleValue(kind: "count" | "change" | "money" | undefined, column: string, random: SeededRandom): number {
  if (kind === "money") return random.whole(0, 8_000_000) / 10_000;
  if (kind === "change")
    return random.weighted([
      [0, 80],
      [1, 10],
      [2, 5],
      [-1, 5],
    ]);
  return column === "items_last_year" ? random.whole(20, 80) : random.whole(0, 60);
}
