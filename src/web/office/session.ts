import { createContext, useContext } from "react";
import { gives, type Right } from "../../api/rights.js";
import type { OfficeRole } from "../../register/office-role.js";

/** Who is signed in, and in which agency they are working now. */
export interface Session {
  readonly accountId: string;
  readonly name: string;
  readonly posts: readonly Post[];
  readonly agencyId: string;
  readonly agencyName: string;
  readonly chooseAgency: (id: string) => void;
  readonly signOut: () => Promise<void>;
}

/** A role in an agency. */
export interface Post {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly role: OfficeRole;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("A page of the office is shown to whoever is signed in.");
  return session;
}

/** Whether the person may do something in the agency they are working in: the same table the server asks (api/rights). */
export function useMay(): (right: Right) => boolean {
  const { posts, agencyId } = useSession();
  return (right) => posts.some((post) => post.agencyId === agencyId && gives(post.role, right));
}
