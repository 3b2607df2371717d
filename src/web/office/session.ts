import { createContext, useContext } from "react";
import { gives, type Right } from "../../api/rights.js";
import type { OfficeRole } from "../../register/office-role.js";

/** Who is signed in, and in which agency they are working now. */
export interface Session {
  readonly accountId: string;
  readonly name: string;
  readonly posts: readonly Post[];
  /** Where the person has a post, and the agencies below that a supervisor reads. */
  readonly agencies: readonly OwnAgency[];
  /** Empty for an administrator of the system, who belongs to no agency. */
  readonly agencyId: string;
  readonly agencyName: string;
  readonly chooseAgency: (id: string) => void;
  readonly signOut: () => Promise<void>;
  /** Nothing here is real: every page says so. */
  readonly isSample: boolean;
}

/** A role in an agency, or in all of them. */
export interface Post {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly role: OfficeRole;
}

export interface OwnAgency {
  readonly id: string;
  readonly name: string;
  readonly isBelow: boolean;
}

/** What a post names when it holds in every agency. */
export const EVERY_AGENCY = "register";

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("A page of the office is shown to whoever is signed in.");
  return session;
}

/** Whether the person may do something where they are working now: the same table the server asks (api/rights). */
export function useMay(): (right: Right) => boolean {
  const session = useSession();
  return (right) => mayDo(session, right);
}

export function mayDo({ posts, agencies, agencyId }: Pick<Session, "posts" | "agencies" | "agencyId">, right: Right): boolean {
  const own = posts.some((post) => (post.agencyId === agencyId || post.agencyId === EVERY_AGENCY) && gives(post.role, right));
  const isBelow = agencies.some(({ id, isBelow: below }) => id === agencyId && below);
  return own || (isBelow && gives("supervisor", right));
}
