import { z } from "zod";
import { EVERY_AGENCY } from "../../register/account.js";
import type { PasswordRules } from "../../register/password-rules.js";
import { loadSetting, recordSetting } from "../../storage/stores/setting-store.js";
import type { Actor, Office } from "../office.js";

/** How people sign in. The defaults are what remediation papers under GB/T 22239—2019 usually ask for. */
const signInPolicy = z.object({
  minLength: z.int().min(8).max(64).default(10),
  minKinds: z.int().min(2).max(4).default(3),
  /** 0: never. */
  passwordDays: z.int().min(0).max(730).default(90),
  /** How long a password that an administrator gave opens the page where it is changed. */
  oneTimeHours: z.int().min(1).max(720).default(72),
  failures: z.int().min(3).max(20).default(5),
  /** The first lock; each is twice as long as the one before. */
  lockMinutes: z.int().min(1).max(1_440).default(15),
  idleMinutes: z.int().min(5).max(480).default(30),
  sessionHours: z.int().min(1).max(24).default(12),
  secondFactor: z.enum(["optional", "administrators", "everybody"]).default("optional"),
});

export interface SignInPolicy extends PasswordRules, Readonly<z.output<typeof signInPolicy>> {}

const SETTING = "sign-in-policy";

export async function loadSignInPolicy({ database }: Office): Promise<SignInPolicy> {
  const setting = await loadSetting(database, EVERY_AGENCY, SETTING);
  return signInPolicy.parse(setting?.value ?? {});
}

/** Sets how people sign in; the old values stay in the history. Open sessions keep the limits they began with. */
export async function changeSignInPolicy({ database }: Office, actor: Actor, policy: SignInPolicy): Promise<SignInPolicy> {
  await recordSetting(database, { chain: EVERY_AGENCY, recordedBy: actor.id }, SETTING, policy);
  return policy;
}
