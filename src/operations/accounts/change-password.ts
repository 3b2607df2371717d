import { AppError } from "../../errors.js";
import { passwordFaults } from "../../register/password-rules.js";
import { addActivities } from "../../storage/accounts/activity-store.js";
import { admit, setPassword } from "../../storage/accounts/credential-store.js";
import { endSessionsOf, type SessionStage, setSessionStage } from "../../storage/accounts/session-store.js";
import { REGISTER_CHAIN, write } from "../../storage/write.js";
import type { Office } from "../office.js";
import type { SignedIn } from "./identify.js";
import { ownAccount } from "./own-account.js";
import { hashPassword, isPassword } from "./password-hash.js";
import { demandUnlocked, refuse } from "./sign-in.js";
import { loadSignInPolicy } from "./sign-in-policy.js";
import { stageOf } from "./sign-in-stage.js";

export interface PasswordChange {
  readonly old: string;
  readonly fresh: string;
  readonly browser: string;
  readonly address: string;
}

/** Changes one's own password, and signs out everywhere else. Gives the step of the sign-in that is next. */
export async function changePassword(
  office: Office,
  signedIn: SignedIn,
  { old, fresh, browser, address }: PasswordChange,
): Promise<SessionStage> {
  const { account, credential } = await ownAccount(office, signedIn);
  const policy = await loadSignInPolicy(office);
  const now = office.now();
  demandUnlocked(credential, now);
  if (!(await isPassword(old, credential.passwordHash))) {
    await refuse(office, { account, policy, kind: "sign-in-failed", browser, address });
    throw new AppError("PASSWORD_WRONG", {});
  }
  if (!(await admit(office.database, account.id, now.toISOString()))) throw new AppError("PASSWORD_WRONG", {});
  const faults = passwordFaults(fresh, policy, [account.loginName, account.name]);
  if (await isPassword(fresh, credential.passwordHash)) faults.push("不能与现在的密码相同");
  if (faults.length > 0) throw new AppError("PASSWORD_UNFIT", { faults: faults.join("，") }, { details: faults });
  const hash = await hashPassword(fresh);
  const at = now.toISOString();
  const chain = { chain: REGISTER_CHAIN, recordedBy: account.id };
  await write(office.database, chain, async (writing) => {
    await setPassword(writing.trx, { accountId: account.id, hash, at, mustChange: false });
    await endSessionsOf({ db: writing.trx }, account.id, signedIn.session.id);
    await addActivities(writing, [{ kind: "password-changed", subject: account.id, body: { address, browser } }]);
  });
  const changed = { ...credential, passwordHash: hash, passwordSetAt: at, mustChange: false };
  const stage = stageOf(account, changed, { policy, now, isFactorShown: true });
  await setSessionStage(office.database, signedIn.session.id, stage);
  return stage;
}
