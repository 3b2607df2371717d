import type { Format } from "../format.js";
import { annualReport2019 } from "./annual-report-2019.js";
import { annualReport2021 } from "./annual-report-2021.js";

/** Every statutory format, oldest first. A new edition is one more file and one more line here. */
export const FORMATS: readonly Format[] = [annualReport2019, annualReport2021];

/** The format prescribed for a report year, or null for a year before the first of them. */
export function formatForYear(year: number): Format | null {
  return (
    FORMATS.find(({ reportYears }) => year >= reportYears.from && (reportYears.to === null || year <= reportYears.to)) ?? null
  );
}
