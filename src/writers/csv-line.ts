/** Goes before a csv: Excel takes one without it for GBK. */
export const CSV_BEGINNING = "\ufeff";

// A spreadsheet takes a text that begins so for a formula; the apostrophe makes it text again.
const FORMULA = /^'*[=+\-@\t\r]/;

/** A line of csv (RFC 4180), of which a spreadsheet runs nothing: what is in it nobody vouches for. */
export function csvLine(fields: readonly string[]): string {
  const safe = fields.map((text) => (FORMULA.test(text) ? `'${text}` : text));
  return `${safe.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")}\r\n`;
}
