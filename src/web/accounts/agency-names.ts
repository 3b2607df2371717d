import { EVERY_AGENCY, useSession } from "../office/session.js";

/** The name of an agency by its id. */
export function useAgencyNames(): (agencyId: string) => string {
  const { agencies } = useSession();
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return (agencyId) => (agencyId === EVERY_AGENCY ? "全部机关" : (names.get(agencyId) ?? agencyId));
}
