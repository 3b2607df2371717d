import type { Role } from "./role.js";

/**
 * What somebody may be in an agency. The last three are the separated administrators of GB/T 22239—2019 (等保): none of them
 * sees a request, and none of them can undo what another one sees.
 */
export const OFFICE_ROLES = [
  "handler",
  "reviewer",
  "secrecy-reviewer",
  "head",
  "supervisor",
  "system-administrator",
  "security-administrator",
  "audit-administrator",
] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

export const OFFICE_ROLE_LABELS: Readonly<Record<OfficeRole, string>> = {
  handler: "经办人",
  reviewer: "审核人",
  "secrecy-reviewer": "保密审查员",
  head: "政府信息公开工作机构负责人",
  supervisor: "主管部门",
  "system-administrator": "系统管理员",
  "security-administrator": "安全管理员",
  "audit-administrator": "审计管理员",
};

/** What somebody in an office may do in the procedure of a request (register/role); null: nothing. */
export function procedureRole(role: OfficeRole): Role | null {
  switch (role) {
    case "handler":
    case "reviewer":
      return "handler";
    case "head":
      return "head";
    case "secrecy-reviewer":
    case "supervisor":
    case "system-administrator":
    case "security-administrator":
    case "audit-administrator":
      return null;
    default:
      return role satisfies never;
  }
}
