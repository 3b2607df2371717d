import { Navigate } from "react-router";
import { PLACES } from "./nav.js";
import { mayDo, useSession } from "./session.js";

/** Leads to the first place the person may enter: the desk for who handles cases, the accounts for who manages them. */
export function FirstPage() {
  const session = useSession();
  const first = PLACES.flatMap(({ places }) => places).find(({ rights }) => rights.some((right) => mayDo(session, right)));
  return <Navigate to={first?.path ?? "/own-account"} replace />;
}
