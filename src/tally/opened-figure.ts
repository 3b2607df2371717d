import type { CellAddress } from "../report/format.js";
import { openingFigure } from "./opening.js";
import type { PublishedOfYear } from "./published-of-year.js";

/** What last year's reports together hand on at an address, and the agency whose report comes first. */
export interface OpenedFigure {
  readonly agencyId: string;
  readonly value: number;
}

/** Null when a report is missing for an agency that existed before the year, or left the figure blank: then nothing can be compared. */
export function openedFigure({ openings, agencies, begin }: PublishedOfYear, address: CellAddress): OpenedFigure | null {
  const [first] = openings;
  const isCovered = agencies.every(
    ({ agencyId, from }) =>
      (from !== null && from >= begin) || openings.some(({ countedAgencies }) => countedAgencies.includes(agencyId)),
  );
  if (first === undefined || !isCovered) return null;
  let value = 0;
  for (const opening of openings) {
    const figure = openingFigure(opening, address);
    if (figure === null) return null;
    value += figure;
  }
  return { agencyId: first.agencyId, value };
}
