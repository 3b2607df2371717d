/** Who may take a step in an agency. */
export const ROLES = ["registrar", "handler", "head"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  registrar: "收发登记人员",
  handler: "承办人员",
  head: "政府信息公开工作机构负责人",
};

/** Each role may do what the roles before it may: a small office has one person for everything. */
export function mayAct(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
