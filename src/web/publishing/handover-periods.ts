export interface Period {
  readonly from: string;
  readonly to: string;
}

const PERIODS_SHOWN = 8;

/** The periods of so many months that are over, counted from January, the latest first. */
export function periodsBefore(today: string, everyMonths: number): Period[] {
  const periods: Period[] = [];
  for (let year = Number(today.slice(0, 4)); periods.length < PERIODS_SHOWN; year -= 1) {
    const ofYear: Period[] = [];
    for (let month = 1; month <= 12; month += everyMonths) {
      const last = Math.min(12, month + everyMonths - 1);
      const from = `${year}-${two(month)}-01`;
      const to = `${year}-${two(last)}-${two(new Date(Date.UTC(year, last, 0)).getUTCDate())}`;
      if (to < today) ofYear.unshift({ from, to });
    }
    periods.push(...ofYear);
  }
  return periods.slice(0, PERIODS_SHOWN);
}

const two = (number: number): string => String(number).padStart(2, "0");
