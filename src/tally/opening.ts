import type { CellAddress } from "../report/format.js";

/** A figure of last year's report; null where it is blank or could not be read. */
export interface OpeningFigure extends CellAddress {
  readonly value: number | null;
}

/**
 * What last year's report hands on. `paper`: only figures are known, as read from the published report. `edition`: it was frozen
 * from this register, so the requests behind its 结转下年度继续办理 are known by id, and so is the instant it was counted at.
 */
export type Opening = OpeningBase &
  (
    | { readonly kind: "paper" }
    | {
        readonly kind: "edition";
        readonly asOf: string;
        readonly pending: readonly { readonly id: string; readonly column: string }[];
      }
  );

interface OpeningBase {
  /** The agency whose report it is, and those whose records it counted. */
  readonly agencyId: string;
  readonly countedAgencies: readonly string[];
  /** The year of that report. */
  readonly year: number;
  readonly format: string;
  readonly figures: readonly OpeningFigure[];
}

/** Why last year's figure and the register differ, in a person's words. */
export interface Explanation extends CellAddress {
  /** The agency whose report of last year it is. */
  readonly agencyId: string;
  readonly reason: string;
}

/** The figure an opening hands on at an address; null when it has none. */
export function openingFigure({ figures }: Opening, { table, row, column }: CellAddress): number | null {
  return figures.find((figure) => figure.table === table && figure.row === row && figure.column === column)?.value ?? null;
}

/** The written reason for a difference, or null; a reason of blanks explains nothing. */
export function explanationOf(
  explanations: readonly Explanation[],
  { agencyId, table, row, column }: Omit<Explanation, "reason">,
): string | null {
  const found = explanations.findLast(
    (one) => one.agencyId === agencyId && one.table === table && one.row === row && one.column === column,
  );
  return found === undefined || found.reason.trim() === "" ? null : found.reason;
}
