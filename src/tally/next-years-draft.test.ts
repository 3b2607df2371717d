import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AGENCY_ID } from "../../test/builders/register-year.js";
import { CHECKS } from "../checks/index.js";
import { readText } from "../readers/text/read-text.js";
import { recogniseReport } from "../recognition/recognise-report.js";
import { reportOf } from "../recognition/report-of.js";
import { formatForYear } from "../report/formats/index.js";
import { figureAt, type Report } from "../report/report.js";
import { composeDraft } from "./compose-draft.js";
import { openBooks } from "./open-books.js";
import { composedOf } from "./report-draft.js";
import { feeFacts, requestFacts } from "./request-facts.js";
import { talliedValue } from "./tally-result.js";
import { tallyYear } from "./tally-year.js";

const SEEDS = [
  "000_07451c4d5fbe7ae9",
  "001_0af6aedfa9b98a0c",
  "002_a71b5b179beff9c8",
  "003_8235322760681d5c",
  "004_7060708fe6e50732",
];
const FOLDER = join(import.meta.dirname, "..", "..", "test", "corpus", "seeds");

function readSeed(name: string): Report {
  const report = recogniseReport(readText(readFileSync(join(FOLDER, `${name}.txt`))), `${name}.txt`);
  if (report === null) throw new Error(`${name} is no report.`);
  return report;
}

const EMPTY = { requests: [], proceedings: [], documents: [], figures: [] };

describe.each(SEEDS)("the year after the report %s", (name) => {
  const previous = readSeed(name);
  const year = (previous.reportYear?.value ?? 0) + 1;
  const format = formatForYear(year) ?? previous.format;
  const opening = openBooks(previous, { agencyId: AGENCY_ID });
  const openings = opening === null ? [] : [opening];
  const tally = tallyYear({
    agencyId: AGENCY_ID,
    year,
    asOf: `${year + 1}-01-20T00:00:00.000Z`,
    format,
    register: EMPTY,
    openings,
  });
  const facts = {
    requests: requestFacts({ tally, format, files: [], calendar: { workingDaysAfter: () => 0 } }),
    fees: feeFacts(tally, []),
    published: null,
    channels: null,
    trainings: null,
    proposals: null,
  };
  const agency = previous.agency.title?.value ?? "";
  const draft = composeDraft({ agency, isGovernment: false, format, tally, facts, previous });

  test("carries in what the report carried out, column by column", () => {
    for (const { id: column } of format.tables.requests.columns) {
      const carried = figureAt(previous, { table: "requests", row: "carried_out", column });
      expect(talliedValue(tally, { table: "requests", row: "carried_in", column })).toBe(carried ?? 0);
    }
  });

  test("has a draft that hangs together with the report before it", () => {
    const report = reportOf(composedOf(draft));
    expect(report.agency.title?.value).toBe(agency);
    expect(report.reportYear?.value).toBe(year);
    const found = CHECKS.flatMap((check) => [...check.run(report, { previous })]);
    expect(
      found.filter(({ checkId }) => /^roll-forward\/(?:brought-forward|normative-documents|items-lists)$/.test(checkId)),
    ).toEqual([]);
  });
});
