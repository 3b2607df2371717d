const AROUND = 16;
const LONGEST = 160;

/** A stretch of a text with a little around it, on one line. */
export function excerptAround(text: string, start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, Math.min(end, start + LONGEST) + AROUND);
  const stretch = text.slice(from, to).replace(/\s+/g, " ").trim();
  return `${from > 0 ? "…" : ""}${stretch}${to < text.length ? "…" : ""}`;
}
