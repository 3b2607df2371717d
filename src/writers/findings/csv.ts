import type { Listing } from "./listing.js";
import { TABLE_HEAD, tableRows } from "./record.js";

const BOM = "\ufeff"; // Excel takes a csv without it for GBK

/** Findings as csv (RFC 4180), one row each, readable by Excel and WPS. */
export function csvListing(): Listing {
  return {
    begin: () => BOM + csvLine(TABLE_HEAD),
    file: (checked) => tableRows(checked).map(csvLine).join(""),
    end: () => "",
  };
}

function csvLine(fields: readonly string[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}

/** A field a spreadsheet would run as a formula is given an apostrophe: the text comes from files nobody vouches for. */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
