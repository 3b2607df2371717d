import { dayAt, dayNumber } from "../calendar/day-arithmetic.js";
import { type DayKind, isWorked, type WorkCalendar } from "../calendar/work-calendar.js";
import type { PlainDate } from "../plain-date.js";
import type { DerivationKind, DerivationSpan } from "./clock-reading.js";

/** Days that are not counted, first and last included, and why. */
export interface Exclusion {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly why: string;
  readonly basis: string;
}

export interface Term {
  /** The day the term begins with, not counted. */
  readonly zero: PlainDate;
  readonly workingDays: number;
  /** Working days the term is extended by. */
  readonly extension: number;
  readonly exclusions: readonly Exclusion[];
  /** What the term is and where it is written, where it is another than the term to reply. */
  readonly counting?: { readonly why: string; readonly basis: string };
}

interface Stretch {
  readonly kind: DerivationKind;
  readonly part: DerivationSpan["part"];
  readonly why: string;
  readonly basis: string;
}

interface Run extends Stretch {
  readonly from: number;
  to: number;
  workingDays: number;
}

/** How the reason of a counted weekend day ends: 春节调休上班. */
export const MADE_UP = "调休上班";

const TERM: Stretch = { kind: "counted", part: "term", why: "答复期限", basis: "政府信息公开条例第三十三条第二款" };
const EXTENSION: Stretch = {
  kind: "counted",
  part: "extension",
  why: "延长的答复期限",
  basis: "政府信息公开条例第三十三条第二款",
};

const WEEKEND: Stretch = { kind: "day-off", part: null, why: "周末", basis: "国务院关于职工工作时间的规定第七条" };

/** Walks the days after the day zero until the working days are used up, and says of each what it was. */
export function countTerm(
  term: Term,
  calendar: WorkCalendar,
): { readonly due: PlainDate; readonly spans: readonly DerivationSpan[] } {
  const exclusions = term.exclusions.map((exclusion) => ({
    ...exclusion,
    first: dayNumber(exclusion.from),
    last: dayNumber(exclusion.to),
  }));
  const own: Stretch = term.counting === undefined ? TERM : { ...TERM, ...term.counting };
  const runs: Run[] = [];
  let number = dayNumber(term.zero);
  for (let counted = 0; counted < term.workingDays + term.extension; ) {
    number += 1;
    const day = calendar.kindAt(number);
    const active = isWorked(day) ? exclusions.filter(({ first, last }) => first <= number && number <= last) : [];
    const stretch = stretchOf(day, active, counted < term.workingDays ? own : EXTENSION);
    if (stretch.kind === "counted") counted += 1;
    append(runs, number, stretch);
  }
  return { due: dayAt(number), spans: spansOf(runs) };
}

function stretchOf(day: DayKind, active: readonly Exclusion[], counted: Stretch): Stretch {
  if (day.kind === "holiday") return { kind: "day-off", part: null, why: day.name, basis: day.notice };
  if (day.kind === "weekend") return WEEKEND;
  if (active.length > 0) {
    const joined = (parts: readonly string[], mark: string) => [...new Set(parts)].join(mark);
    const why = joined(
      active.map((exclusion) => exclusion.why),
      "、",
    );
    const basis = joined(
      active.map((exclusion) => exclusion.basis),
      "；",
    );
    return { kind: "excluded", part: null, why, basis };
  }
  // A weekend day that counts surprises whoever checks with a calendar, so it is told by itself.
  return day.kind === "make-up" ? { ...counted, why: `${day.name}${MADE_UP}`, basis: day.notice } : counted;
}

function append(runs: Run[], number: number, stretch: Stretch): void {
  const { kind, part, why, basis } = stretch;
  const worked = kind === "day-off" ? 0 : 1;
  const last = runs[runs.length - 1];
  if (last && last.why === why && last.kind === kind && last.part === part) {
    last.to = number;
    last.workingDays += worked;
  } else runs.push({ kind, part, why, basis, from: number, to: number, workingDays: worked });
}

function spansOf(runs: readonly Run[]): DerivationSpan[] {
  let counted = 0;
  return runs.map(({ kind, part, why, basis, from, to, workingDays }) => {
    const first = counted + 1;
    if (kind === "counted") counted += workingDays;
    const nth = kind === "counted" ? { first, last: counted } : null;
    return { kind, from: dayAt(from), to: dayAt(to), workingDays, nth, part, why, basis };
  });
}
