import { type Certainty, type Citation, feeRules } from "../citation.js";
import { type PlainDate, parsePlainDate } from "../plain-date.js";

/** By piece (按件) or by page (按量); for one request one of them, never both (第三条). */
const FEE_BASES = ["item", "page"] as const;
export type FeeBasis = (typeof FEE_BASES)[number];

/** A stretch of pieces or pages with one unit price. `to` is null for the last. */
export interface FeeSlice {
  readonly from: number;
  readonly to: number | null;
  readonly yuanEach: number;
}

/** A progressive tariff (超额累进): each price holds only for the pieces or pages inside its slice. */
export interface Tariff {
  readonly basis: FeeBasis;
  readonly name: string;
  /** What is counted, as printed. */
  readonly unit: "件" | "页";
  /** What the running number counts: the pieces of one requester in one calendar month, or the pages of one request. */
  readonly scope: string;
  readonly slices: readonly FeeSlice[];
  /** After the last slice the price rises by this much for each further slice of this size. */
  readonly onward: { readonly size: number; readonly yuanMore: number } | null;
  readonly citation: Citation;
  readonly certainty: Certainty;
}

/** 按件计收: 31–40 cost 200 each, 41–50 cost 300 each, and so on; the price of the first slice from 31 is the national reading. */
const BY_ITEM: Tariff = {
  basis: "item",
  name: "按件计收",
  unit: "件",
  scope: "同一申请人一个自然月内累计申请",
  slices: [
    { from: 1, to: 10, yuanEach: 0 },
    { from: 11, to: 30, yuanEach: 100 },
  ],
  onward: { size: 10, yuanMore: 100 },
  citation: feeRules("第四条"),
  certainty: "A",
};

/** 按量计收 */
const BY_PAGE: Tariff = {
  basis: "page",
  name: "按量计收",
  unit: "页",
  scope: "本件申请提供的政府信息",
  slices: [
    { from: 1, to: 30, yuanEach: 0 },
    { from: 31, to: 100, yuanEach: 10 },
    { from: 101, to: 200, yuanEach: 20 },
    { from: 201, to: null, yuanEach: 40 },
  ],
  onward: null,
  citation: feeRules("第五条"),
  certainty: "A",
};

export const TARIFFS: Readonly<Record<FeeBasis, Tariff>> = { item: BY_ITEM, page: BY_PAGE };

/** What the fee rules leave to the reader, or what could not be checked against their text, with our defaults. */
export interface FeeSettings {
  /** The first day of the national tariff (第十二条, from memory). */
  readonly inForceFrom: PlainDate | null;
  /** Working days to pay, counted from the day after the notice arrives (第六条, from memory). */
  readonly workingDaysToPay: number;
  /** Whether an answer that only tells where published information is may be charged by page (from memory: no). */
  readonly chargesPublishedByPage: boolean;
}

export const DEFAULT_FEE_SETTINGS: FeeSettings = {
  inForceFrom: parsePlainDate("2021-01-01"),
  workingDaysToPay: 20,
  chargesPublishedByPage: false,
};

/** The tariff in force on a day, or null before the national rules (条例 第四十二条 then had no method of charging). */
export function tariffOn(day: PlainDate, basis: FeeBasis, settings: FeeSettings = DEFAULT_FEE_SETTINGS): Tariff | null {
  return settings.inForceFrom !== null && day < settings.inForceFrom ? null : TARIFFS[basis];
}

/** How the information is handed over; only copies are charged by page (第五条). */
export type HandedOverAs = "paper" | "email" | "data-copy" | "inspection" | "published" | "other";

/** Whether a request may be charged by page: paper, e-mail and copies of data may (第五条); looking at files on the spot may not. */
export function mayChargeByPage(form: HandedOverAs, settings: FeeSettings = DEFAULT_FEE_SETTINGS): boolean {
  if (form === "published") return settings.chargesPublishedByPage;
  return form === "paper" || form === "email" || form === "data-copy";
}
