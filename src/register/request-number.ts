/** How an agency numbers requests unless it sets another pattern: 依申请〔2026〕12号. */
export const DEFAULT_NUMBER_SCHEME = "依申请〔{year}〕{number}号";

/** A number by a pattern with {year} and {number}. */
export function requestNumber(scheme: string, year: number, number: number): string {
  return scheme.replace("{year}", String(year)).replace("{number}", String(number));
}

/** The place a number has in the series of the pattern; null when it is of another. */
export function numberedPlace(text: string, scheme: string): { readonly year: number; readonly place: number } | null {
  const figures = text.match(/\d+/g)?.map(Number) ?? [];
  for (const year of figures) {
    for (const place of figures) {
      if (year < 1949 || year > 9999 || place < 1 || place > 1e6) continue;
      if (requestNumber(scheme, year, place) === text) return { year, place };
    }
  }
  return null;
}
