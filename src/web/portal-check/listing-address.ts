import { type CheckedReport, tallyOf } from "../../findings/checked-file.js";
import { csvListing } from "../../writers/findings/csv.js";
import { jsonListing } from "../../writers/findings/json.js";

const WRITERS = {
  csv: { listing: csvListing, type: "text/csv;charset=utf-8" },
  json: { listing: jsonListing, type: "application/json" },
} as const;

const made = new WeakMap<CheckedReport, Map<string, string>>();

/** Where the findings lie as a file, as `yangguang check` writes it: an address that exists inside this page only. */
export function listingAddress(checked: CheckedReport, format: keyof typeof WRITERS): string {
  const known = made.get(checked) ?? new Map<string, string>();
  made.set(checked, known);
  const earlier = known.get(format);
  if (earlier !== undefined) return earlier;
  const { listing, type } = WRITERS[format];
  const writer = listing();
  const totals = { files: 1, unreadable: 0, withFindings: checked.findings.length > 0 ? 1 : 0, tally: tallyOf(checked.findings) };
  const text = `${writer.begin()}${writer.file(checked)}${writer.end(totals)}`; // these two write text only
  const address = URL.createObjectURL(new Blob([text], { type }));
  known.set(format, address);
  return address;
}
