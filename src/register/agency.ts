import type { AgencyKind } from "../law/agency-kind.js";
import type { PlainDate } from "../law/plain-date.js";

export { AGENCY_KIND_LABELS, AGENCY_KINDS, type AgencyKind } from "../law/agency-kind.js";

export const AGENCY_LEVELS = ["central", "province", "city", "county", "town"] as const;
export type AgencyLevel = (typeof AGENCY_LEVELS)[number];

export const AGENCY_LEVEL_LABELS: Readonly<Record<AgencyLevel, string>> = {
  central: "国家级",
  province: "省级",
  city: "市级",
  county: "县级",
  town: "乡级",
};

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
