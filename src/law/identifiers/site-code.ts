import { PROVINCE_CODES } from "./division-code.js";

/** True for a plausible 政府网站标识码: a division of six digits and four in order, or "bm" and eight digits for a ministry. */
export function isSiteCode(text: string): boolean {
  return /^bm\d{8}$/.test(text) || (/^\d{10}$/.test(text) && PROVINCE_CODES.has(text.slice(0, 2)));
}
