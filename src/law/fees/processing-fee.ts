import type { PlainDate } from "../plain-date.js";
import { type FeeSlice, TARIFFS, type Tariff } from "./tariffs.js";

/** What is charged for: pieces with the number the same requester had before them in the month, or pages of one request. Never both (第三条). */
export type Charge =
  | { readonly basis: "item"; readonly before: number; readonly pieces: number }
  | { readonly basis: "page"; readonly pages: number };

/** One line of the calculation in a fee notice. */
export interface FeeLine extends FeeSlice {
  readonly to: number;
  readonly quantity: number;
  readonly yuan: number;
  /** 第11件至第12件：2件×100元/件＝200元 */
  readonly text: string;
}

export interface ProcessingFee {
  readonly tariff: Tariff;
  /** First and last running number charged for; the same requester's pieces of the month, or pages. */
  readonly first: number;
  readonly last: number;
  readonly lines: readonly FeeLine[];
  readonly yuan: number;
}

// Far beyond what one requester can file in a month or one answer can hold; keeps the walk over the slices bounded.
const MOST = 1_000_000;

/** The fee (信息处理费) with its calculation, line by line, as the notice must show it. */
export function processingFee(charge: Charge): ProcessingFee {
  const before = charge.basis === "item" ? count(charge.before) : 0;
  const quantity = count(charge.basis === "item" ? charge.pieces : charge.pages);
  const tariff = TARIFFS[charge.basis];
  const last = count(before + quantity);
  const lines = [...feeLines(tariff, before, last)];
  return { tariff, first: before + 1, last, lines, yuan: lines.reduce((sum, line) => sum + line.yuan, 0) };
}

/** The fee of so many pieces in a month, counted from the first. */
export function feeByItem(pieces: number): number {
  return processingFee({ basis: "item", before: 0, pieces }).yuan;
}

/** The fee of so many pages of one request. */
export function feeByPage(pages: number): number {
  return processingFee({ basis: "page", pages }).yuan;
}

/**
 * The calendar month (自然月) a piece counts in, "2025-03". The rules count by the month of the request; whose day that is,
 * filing or receipt, they do not say: callers give the day of receipt.
 */
export function feeMonth(day: PlainDate): string {
  return day.slice(0, 7);
}

/** How many pieces of one requester, by their days, fall in the month of a day. */
export function piecesInMonth(days: readonly PlainDate[], day: PlainDate): number {
  return days.filter((other) => feeMonth(other) === feeMonth(day)).length;
}

/** The calculation as it is printed: what is counted, each slice, the sum. Slices that are free are shown, so that the reader can follow. */
export function feeCalculation({ tariff, lines, first, last, yuan }: ProcessingFee): string[] {
  if (lines.length === 0) return [`${tariff.scope}0${tariff.unit}，不收费。`];
  const upTo = tariff.basis === "item" && first > 1 ? `（本次第${first}${tariff.unit}至第${last}${tariff.unit}）` : "";
  const sum = lines.length > 1 ? `合计：${lines.map((line) => line.yuan).join("＋")}＝${yuan}元。` : `合计：${yuan}元。`;
  return [`${tariff.scope}${last}${tariff.unit}${upTo}，${tariff.name}：`, ...lines.map(({ text }) => `${text}；`), sum];
}

function* feeLines(tariff: Tariff, before: number, last: number): Generator<FeeLine> {
  for (const slice of slicesUpTo(tariff, last)) {
    const from = Math.max(slice.from, before + 1);
    const to = Math.min(slice.to ?? last, last);
    if (from > to) continue;
    const quantity = to - from + 1;
    const yuan = quantity * slice.yuanEach;
    const { unit } = tariff;
    const range = from === to ? `第${from}${unit}` : `第${from}${unit}至第${to}${unit}`;
    const text = `${range}：${quantity}${unit}×${slice.yuanEach}元/${unit}＝${yuan}元`;
    yield { from, to, yuanEach: slice.yuanEach, quantity, yuan, text };
  }
}

/** The slices of a tariff as far as a number reaches. */
function* slicesUpTo({ slices, onward }: Tariff, last: number): Generator<FeeSlice> {
  let [end, price] = [0, 0];
  for (const slice of slices) {
    yield slice;
    [end, price] = [slice.to ?? last, slice.yuanEach];
  }
  if (onward === null) return;
  while (end < last) {
    price += onward.yuanMore;
    yield { from: end + 1, to: end + onward.size, yuanEach: price };
    end += onward.size;
  }
}

function count(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0 || value > MOST)
    throw new RangeError(`${value} is no number of pieces or pages.`);
  return value;
}
