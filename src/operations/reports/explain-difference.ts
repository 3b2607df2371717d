import { AppError } from "../../errors.js";
import type { CellAddress } from "../../report/format.js";
import { loadSetting, replaceSetting } from "../../storage/stores/setting-store.js";
import type { OpeningDifference } from "../../tally/tally-result.js";
import type { Actor, Office } from "../office.js";
import { tallyOf } from "../tally-register.js";
import { OPENING_EXPLANATIONS, openingExplanationsName } from "./opening-settings.js";

export interface DifferenceExplained extends CellAddress {
  /** The agency that writes the report of the year. */
  readonly agencyId: string;
  readonly year: number;
  /** The agency whose report of last year it is: another one after a merger, or in the report of an area. */
  readonly reporterId: string;
  /** Empty takes it back. */
  readonly reason: string;
}

const MOST_TRIES = 5;

/** Records why last year's report and the register differ in a cell. Gives all differences, as they stand now. */
export async function explainDifference(
  office: Office,
  actor: Actor,
  explained: DifferenceExplained,
): Promise<readonly OpeningDifference[]> {
  const { agencyId, year, reporterId, table, row, column } = explained;
  const question = { agencyId, year, asOf: null };
  const { tally } = await tallyOf(office.database, question);
  const isThere = tally.openingDifferences.some(
    (one) => one.agencyId === reporterId && one.table === table && one.row === row && one.column === column,
  );
  if (!isThere) throw new AppError("RECORD_UNKNOWN", { id: `${table}/${row}/${column}`, kind: "与上年报告的差异" });
  await record(office, actor, explained);
  return (await tallyOf(office.database, question)).tally.openingDifferences;
}

/** Two people may explain two differences at once: both explanations stay. */
async function record({ database }: Office, actor: Actor, explained: DifferenceExplained): Promise<void> {
  const { agencyId, year, reporterId, table, row, column } = explained;
  const name = openingExplanationsName(year);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const known = await loadSetting(database, agencyId, name);
    const others = (known === null ? [] : OPENING_EXPLANATIONS.parse(known.value)).filter(
      (one) => one.agencyId !== reporterId || one.table !== table || one.row !== row || one.column !== column,
    );
    const reason = explained.reason.trim();
    const value = reason === "" ? others : [...others, { agencyId: reporterId, table, row, column, reason }];
    const writer = { chain: agencyId, recordedBy: actor.id };
    const replaced = await replaceSetting(database, writer, { name, value, version: known?.version ?? 0 });
    if (replaced.result === "written") return;
  }
  throw new AppError("DATABASE_BUSY", { detail: "多人同时在说明差异" });
}
