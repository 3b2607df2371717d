import type { Database } from "../storage/database.js";
import { agenciesOfCases } from "../storage/stores/case-course-store.js";
import type { Opening } from "../tally/opening.js";
import type { AreaPlan, ReporterPlan } from "../tally/tally-area.js";

/**
 * The reports an area is made of, each with its share of the report that opens the books of the whole: the requests it carried forward
 * and the agencies it counted. Its figures are those of the whole and are nobody's share.
 */
export async function membersOf(database: Database, { asOne, members }: AreaPlan): Promise<readonly ReporterPlan[]> {
  if (asOne === null) return members;
  const editions = asOne.openings.flatMap((opening) => (opening.kind === "edition" ? [opening] : []));
  const pending = editions.flatMap((opening) => opening.pending);
  const agencyOf = await agenciesOfCases(
    database,
    pending.map(({ id }) => id),
  );
  const reporterOf = new Map(members.flatMap(({ agencyId, agencies }) => agencies.map((one) => [one.agencyId, agencyId])));
  // What is nowhere to be found is counted with the government, which carried it forward.
  const holderOf = (id: string): string => reporterOf.get(agencyOf.get(id) ?? "") ?? asOne.agencyId;
  const shares = editions.map((opening) => {
    const [carried, counted] = [new Map<string, (typeof pending)[number][]>(), new Set(opening.countedAgencies)];
    for (const one of opening.pending) {
      const there = carried.get(holderOf(one.id));
      if (there === undefined) carried.set(holderOf(one.id), [one]);
      else there.push(one);
    }
    return (member: ReporterPlan): Opening => ({
      ...opening,
      figures: [],
      countedAgencies: member.agencies.map(({ agencyId }) => agencyId).filter((id) => counted.has(id)),
      pending: carried.get(member.agencyId) ?? [],
    });
  });
  return members.map((member) => ({ ...member, openings: shares.map((shareOf) => shareOf(member)) }));
}
