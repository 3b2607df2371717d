import type { PlainDate } from "../law/plain-date.js";

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

export type AgencyLevel = "central" | "province" | "city" | "county" | "town";

/** A name, a code or a place in the tree, with the days it held. `until` is the first day it no longer did. */
export interface Dated<Value> {
  readonly value: Value;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** An administrative organ (行政机关). What changes over the years is dated, so that the figures of each year stay right. */
export interface Agency {
  readonly id: string;
  readonly kind: AgencyKind;
  readonly level: AgencyLevel;
  /** Full names (机关全称). */
  readonly names: readonly Dated<string>[];
  /** 统一社会信用代码; a wrong check digit is warned of, not refused. */
  readonly creditCodes: readonly Dated<string>[];
  /** The government or agency it belongs to; null for the top. */
  readonly parents: readonly Dated<string | null>[];
  /** The 政府信息公开工作主管部门 that supervises it (条例 第三条). */
  readonly authorities: readonly Dated<string | null>[];
  /** The agency that carries on its cases and figures after a merger or abolition. */
  readonly successor: { readonly agencyId: string; readonly from: PlainDate } | null;
}

/** What held on a day, or null. */
export function onDay<Value>(dated: readonly Dated<Value>[], day: PlainDate): Value | null {
  return dated.find(({ from, until }) => from <= day && (until === null || day < until))?.value ?? null;
}
