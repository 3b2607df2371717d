import { AppError } from "../../errors.js";
import type { SessionStage, SignedIn } from "../../operations/accounts/identify.js";
import { keyPlace } from "../../operations/accounts/key-place.js";
import { ownAccount } from "../../operations/accounts/own-account.js";
import { ownAgencies } from "../../operations/accounts/own-agencies.js";
import { loadSignInPolicy } from "../../operations/accounts/sign-in-policy.js";
import type { Office } from "../../operations/office.js";
import type { OfficeSettings } from "../../operations/office-settings.js";
import { isSampleCity } from "../../operations/sample/is-sample-city.js";
import { type Account, EVERY_AGENCY } from "../../register/account.js";
import type { Visit } from "./visit.js";

/** Who calls with a session. */
export function person({ signedIn }: Visit): SignedIn {
  // An access token has no password and no session.
  if (signedIn === null) throw new AppError("NOT_SIGNED_IN", {});
  return signedIn;
}

/** Where a call comes from, for the audit trail. */
export function whereabouts({ browser, address }: Visit) {
  return { browser, address };
}

type Standing =
  | Pick<SignedIn, "actor" | "session">
  | { account: Account; stage: SessionStage }
  | { actor: SignedIn["actor"]; stage: SessionStage };

/** Where somebody stands in signing in, as the pages are told it. */
export async function signInStateOf(
  { office, settings, visit }: { readonly office: Office; readonly settings: OfficeSettings; readonly visit: Visit },
  standing: Standing | null,
) {
  const { identityService, publicUrl } = settings;
  const policy = await loadSignInPolicy(office);
  const externalSignIn = identityService === null ? null : { label: identityService.label };
  const common = {
    externalSignIn,
    passwordRules: { minLength: policy.minLength, minKinds: policy.minKinds },
    offersSecurityKeys: keyPlace(publicUrl, visit.origin) !== null,
    idleMinutes: policy.idleMinutes,
    ...((await isSampleCity(office)) && { isSample: true as const }),
  };
  if (standing === null) return { ...common, person: null, stage: null };
  const actor = "account" in standing ? standing.account : standing.actor;
  const { account, credential } = await ownAccount(office, { actor });
  const names = new Map(
    (await ownAgencies(office, { ...actor, roles: account.roles })).map(({ agency, name }) => [agency.id, name]),
  );
  return {
    ...common,
    person: {
      id: account.id,
      name: account.name,
      loginName: account.loginName,
      posts: account.roles.map(({ agencyId, role }) => ({
        agencyId,
        agencyName: agencyId === EVERY_AGENCY ? "全部机关" : (names.get(agencyId) ?? agencyId),
        role,
      })),
      hasSecondFactor: credential.isTotpConfirmed || credential.securityKeys > 0,
      hasCodes: credential.isTotpConfirmed,
      securityKeys: credential.securityKeys,
      recoveryCodesLeft: credential.recoveryHashes.length,
    },
    stage: "stage" in standing ? standing.stage : standing.session.stage,
  };
}
