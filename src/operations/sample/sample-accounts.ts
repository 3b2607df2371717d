import { EVERY_AGENCY } from "../../register/account.js";
import { OFFICE_ROLE_LABELS, type OfficeRole } from "../../register/office-role.js";
import { setPassword } from "../../storage/accounts/credential-store.js";
import { hashPassword, oneTimePassword } from "../accounts/password-hash.js";
import { addAccount } from "../accounts/save-account.js";
import { type Actor, type Office, SYSTEM_ACTOR } from "../office.js";

interface SamplePerson {
  readonly loginName: string;
  readonly name: string;
  readonly role: OfficeRole;
  readonly agencies: readonly string[];
}

const DESKS = ["shangwu", "wendeng-shangwu"] as const;

/** Whom one can sign in as: every role once. Names that nobody bears as such. */
const PEOPLE: readonly SamplePerson[] = [
  { loginName: "jingban", name: "林经办", role: "handler", agencies: DESKS },
  { loginName: "shenhe", name: "周审核", role: "reviewer", agencies: DESKS },
  { loginName: "baomi", name: "吴保密", role: "secrecy-reviewer", agencies: DESKS },
  { loginName: "fuze", name: "陈负责", role: "head", agencies: DESKS },
  { loginName: "zhuguan", name: "郑主管", role: "supervisor", agencies: ["shili"] },
  { loginName: "xitong", name: "系统管理员", role: "system-administrator", agencies: [EVERY_AGENCY] },
  { loginName: "anquan", name: "安全管理员", role: "security-administrator", agencies: [EVERY_AGENCY] },
  { loginName: "shenji", name: "审计管理员", role: "audit-administrator", agencies: [EVERY_AGENCY] },
];

/** How to sign in to the sample city as somebody. */
export interface SampleSignIn {
  readonly loginName: string;
  readonly name: string;
  readonly role: string;
  readonly agencies: readonly string[];
}

export interface SamplePeople {
  readonly actors: Readonly<Record<"handler" | "reviewer" | "secrecy" | "head", Actor>>;
  readonly signIns: readonly SampleSignIn[];
  /** The same for all; made for this installation and good for its sample city only. */
  readonly password: string;
}

/** Opens the accounts of the sample city. In a real installation every password is of one person and used once. */
export async function addSampleAccounts(office: Office): Promise<SamplePeople> {
  const password = oneTimePassword();
  const hash = await hashPassword(password);
  const actors = new Map<OfficeRole, Actor>();
  for (const { loginName, name, role, agencies } of PEOPLE) {
    const roles = agencies.map((agencyId) => ({ agencyId, role }));
    const account = { loginName, name, roles, email: null, isDisabled: false };
    const { account: stored } = await addAccount(office, SYSTEM_ACTOR, { account, withPassword: false });
    const at = office.now().toISOString();
    await setPassword(office.database.db, { accountId: stored.id, hash, at, mustChange: false });
    actors.set(role, { id: stored.id, name, roles });
  }
  const actor = (role: OfficeRole): Actor => {
    const found = actors.get(role);
    if (found === undefined) throw new Error(`The sample city has nobody who is ${role}.`);
    return found;
  };
  return {
    actors: {
      handler: actor("handler"),
      reviewer: actor("reviewer"),
      secrecy: actor("secrecy-reviewer"),
      head: actor("head"),
    },
    signIns: PEOPLE.map(({ loginName, name, role, agencies }) => ({ loginName, name, role: OFFICE_ROLE_LABELS[role], agencies })),
    password,
  };
}
