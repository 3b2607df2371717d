import { AppError } from "../../errors.js";
import { credentialByName } from "../../storage/accounts/credential-store.js";
import { type Office, SYSTEM_ACTOR } from "../office.js";
import { resetPassword } from "./save-account.js";

/** Gives an account a new password from the machine itself: the way back when no security administrator can sign in. */
export async function resetByName(office: Office, loginName: string): Promise<string> {
  const credential = await credentialByName(office.database, loginName);
  if (credential === null) throw new AppError("RECORD_UNKNOWN", { id: loginName, kind: "账号" });
  return resetPassword(office, SYSTEM_ACTOR, { accountId: credential.accountId, withSecondFactor: true });
}
