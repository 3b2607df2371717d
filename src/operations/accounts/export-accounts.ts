import { EVERY_AGENCY } from "../../register/account.js";
import { OFFICE_ROLE_LABELS } from "../../register/office-role.js";
import { loadAgencies } from "../../storage/stores/agency-store.js";
import type { ListColumn } from "../../writers/workbook/list-workbook.js";
import { exportList, type ListFile } from "../list-exported.js";
import type { Actor, Office } from "../office.js";
import type { StoredAccount } from "./save-account.js";

interface Post {
  readonly stored: StoredAccount;
  readonly agencyName: string;
  readonly role: string;
}

const COLUMNS: readonly ListColumn<Post>[] = [
  { head: "用户名", width: 20, of: ({ stored }) => stored.account.loginName },
  { head: "姓名", width: 14, of: ({ stored }) => stored.account.name },
  { head: "机关", width: 32, of: ({ agencyName }) => agencyName },
  { head: "角色", width: 26, of: ({ role }) => role },
  { head: "电子邮箱", width: 28, of: ({ stored }) => stored.account.email },
  { head: "状态", width: 10, of: ({ stored }) => (stored.account.isDisabled ? "已停用" : "在用") },
];

/** Accounts as a workbook, a line for each role somebody has somewhere. */
export async function exportAccounts(office: Office, actor: Actor, accounts: readonly StoredAccount[]): Promise<ListFile> {
  const names = new Map((await loadAgencies(office.database)).map(({ agency }) => [agency.id, agency.names.at(-1)?.value]));
  const nameOf = (id: string): string => (id === EVERY_AGENCY ? "全部机关" : (names.get(id) ?? id));
  const rows = accounts.flatMap((stored): Post[] => {
    const { roles } = stored.account;
    if (roles.length === 0) return [{ stored, agencyName: "", role: "没有角色" }];
    return roles.map(({ agencyId, role }) => ({ stored, agencyName: nameOf(agencyId), role: OFFICE_ROLE_LABELS[role] }));
  });
  return exportList(office, actor, { list: "账号和角色", columns: COLUMNS, rows });
}
