import { loadRequesters } from "../../storage/stores/requester-store.js";
import type { Actor, Office } from "../office.js";
import { maskedName } from "./masked-name.js";
import { seesPersons } from "./procedure-right.js";

interface Named {
  readonly caseId: string;
  readonly agencyId: string;
}

/** The names of the requesters of some cases: whole for who handles them, 张* for others. */
export async function requesterNames(
  { database }: Office,
  actor: Actor,
  cases: readonly Named[],
): Promise<(caseId: string) => string> {
  const requesters = await loadRequesters(
    database,
    cases.map(({ caseId }) => caseId),
  );
  const names = new Map(
    cases.flatMap(({ caseId, agencyId }) => {
      const requester = requesters.get(caseId);
      if (requester === undefined) return [];
      return [[caseId, seesPersons(actor, agencyId) ? requester.name : maskedName(requester)] as const];
    }),
  );
  return (caseId) => names.get(caseId) ?? "";
}
