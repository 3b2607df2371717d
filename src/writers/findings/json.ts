import type { Listing } from "./listing.js";
import { fileRecord } from "./record.js";

/** Findings as one JSON object: { files: […], summary }. */
export function jsonListing(): Listing {
  let count = 0;
  return {
    begin: () => '{\n"version": 1,\n"files": [',
    file: (checked) => `${count++ === 0 ? "\n" : ",\n"}${JSON.stringify(fileRecord(checked))}`,
    end: ({ files, unreadable, withFindings, tally }) =>
      `\n],\n"summary": ${JSON.stringify({ files, unreadable, with_findings: withFindings, ...tally })}\n}\n`,
  };
}
