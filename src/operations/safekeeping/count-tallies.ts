import { createHash } from "node:crypto";
import { yearOf } from "../../law/plain-date.js";
import { canonicalJson } from "../../register/hash-chain.js";
import { loadAgencies } from "../../storage/stores/agency-store.js";
import { type Office, todayIn } from "../office.js";
import { tallyOf } from "../tally-register.js";
import type { KeptTally } from "./manifest.js";

const YEARS = 2;
/** Of a city with more agencies the first ones prove enough; the rows of all are compared one by one anyway. */
const MOST_AGENCIES = 60;

/** The tables of last year and this one as they stand, each as of an instant at which they can be counted again for ever. */
export async function countTallies(office: Office): Promise<KeptTally[]> {
  const { database } = office;
  const thisYear = yearOf(todayIn(office));
  const tallies: KeptTally[] = [];
  for (const { agency } of (await loadAgencies(database)).slice(0, MOST_AGENCIES)) {
    for (let year = thisYear; year > thisYear - YEARS; year--) {
      tallies.push(await counted(office, { agencyId: agency.id, year, asOf: null }));
    }
  }
  return tallies;
}

/** Counts them once more; gives those that came out otherwise. */
export async function differingTallies(office: Office, kept: readonly KeptTally[]): Promise<KeptTally[]> {
  const differing: KeptTally[] = [];
  for (const tally of kept) {
    const again = await counted(office, tally);
    if (again.sha256 !== tally.sha256) differing.push(tally);
  }
  return differing;
}

interface Counted {
  readonly agencyId: string;
  readonly year: number;
  readonly asOf: string | null;
}

async function counted({ database }: Office, { agencyId, year, asOf }: Counted): Promise<KeptTally> {
  const { tally } = await tallyOf(database, { agencyId, year, asOf });
  const { cells, received, carriedProceedings } = tally;
  const sha256 = createHash("sha256").update(canonicalJson({ cells, received, carriedProceedings })).digest("hex");
  return { agencyId, year, asOf: tally.asOf, sha256 };
}
