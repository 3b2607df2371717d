/** What an agency is; it decides who hears a reconsideration (行政复议法 第二十四至二十八条) and what it must publish (条例 第二十一条). */
export const AGENCY_KINDS = [
  "provincial-government", // 省、自治区、直辖市人民政府
  "local-government", // 省级以下地方人民政府，含乡镇
  "local-department", // 县级以上地方人民政府工作部门
  "dispatched-authority", // 政府依法设立的派出机关：街道办事处、行署
  "dispatched-office", // 部门的派出机构
  "authorised-organization", // 法律、法规、规章授权的组织
  "central-department", // 国务院部门
  "vertical-organ", // 海关、金融、外汇管理等垂直领导机关，税务、国家安全机关
  "judicial-department", // 履行行政复议机构职责的地方司法行政部门
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export const AGENCY_KIND_LABELS: Readonly<Record<AgencyKind, string>> = {
  "provincial-government": "省、自治区、直辖市人民政府",
  "local-government": "省级以下地方人民政府",
  "local-department": "县级以上地方人民政府工作部门",
  "dispatched-authority": "政府依法设立的派出机关（街道办事处等）",
  "dispatched-office": "政府工作部门依法设立的派出机构",
  "authorised-organization": "法律、法规、规章授权的组织",
  "central-department": "国务院部门",
  "vertical-organ": "垂直领导的行政机关、税务和国家安全机关",
  "judicial-department": "履行行政复议机构职责的司法行政部门",
};
