import { CSV_BEGINNING, csvLine } from "../csv-line.js";
import type { Listing } from "./listing.js";
import { TABLE_HEAD, tableRows } from "./record.js";

/** Findings as csv (RFC 4180), one row each, readable by Excel and WPS. */
export function csvListing(): Listing {
  return {
    begin: () => CSV_BEGINNING + csvLine(TABLE_HEAD),
    file: (checked) => tableRows(checked).map(csvLine).join(""),
    end: () => "",
  };
}
