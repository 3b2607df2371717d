import { Navigate } from "react-router";
import { firstPlace } from "./nav.js";
import { useSession } from "./session.js";

/** Leads to where the person's day begins: the desk for who handles cases, the accounts for who manages them. */
export function FirstPage() {
  return <Navigate to={firstPlace(useSession()) ?? "/own-account"} replace />;
}
