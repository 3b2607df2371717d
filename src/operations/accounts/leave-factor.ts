import { AppError } from "../../errors.js";
import { addActivities } from "../../storage/accounts/activity-store.js";
import { setRecovery } from "../../storage/accounts/credential-store.js";
import { REGISTER_CHAIN, type Writing, write } from "../../storage/write.js";
import type { Office } from "../office.js";
import type { SignedIn } from "./identify.js";
import { ownAccount } from "./own-account.js";
import { isPassword } from "./password-hash.js";
import { demandUnlocked, refuse } from "./sign-in.js";
import { loadSignInPolicy } from "./sign-in-policy.js";
import { asksSecondFactor } from "./sign-in-stage.js";
import type { Whereabouts } from "./whereabouts.js";

/** What is given up: the app that makes codes, or one of the keys. */
export interface Leaving {
  readonly kind: "second-factor-removed" | "security-key-removed";
  readonly left: { readonly isTotpConfirmed: boolean; readonly securityKeys: number };
  /** What the trail says of it. */
  readonly body: Readonly<Record<string, unknown>>;
  remove(writing: Writing): Promise<void>;
}

/** Gives up a second factor, with the password; the last one only where the rules ask for none. */
export async function leaveFactor(
  office: Office,
  signedIn: SignedIn,
  { password, browser, address, leaving }: Whereabouts & { readonly password: string; readonly leaving: Leaving },
): Promise<void> {
  const { account, credential } = await ownAccount(office, signedIn);
  const policy = await loadSignInPolicy(office);
  demandUnlocked(credential, office.now());
  if (!(await isPassword(password, credential.passwordHash))) {
    await refuse(office, { account, policy, kind: "sign-in-failed", browser, address });
    throw new AppError("PASSWORD_WRONG", {});
  }
  const isLast = !leaving.left.isTotpConfirmed && leaving.left.securityKeys === 0;
  if (isLast && asksSecondFactor(account, policy)) throw new AppError("SECOND_FACTOR_DEMANDED", {});
  await write(office.database, { chain: REGISTER_CHAIN, recordedBy: account.id }, async (writing) => {
    await leaving.remove(writing);
    if (isLast) await setRecovery(writing.trx, account.id, []);
    await addActivities(writing, [{ kind: leaving.kind, subject: account.id, body: { address, browser, ...leaving.body } }]);
  });
}
