import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CHECKS } from "../src/checks/index.js";
import { readReport } from "../src/operations/read-report.js";

const CORPUS = join(import.meta.dirname, "corpus");

/** What a careful person finds in the text of the sample reports, by the name findings.csv gives it. */
const CHECK_OF: ReadonlyMap<string, string> = new Map([
  ["dates.sign", "dates/"],
  ["dates.future-year", "dates/future-year"],
  ["text.year", "dates/future-year"],
  ["wording.residue", "wording/"],
  ["wording.doubled", "wording/title-repeats"],
  ["text.duplicate", "wording/doubled"],
  ["structure.parts", "structure/overview-parts"],
  ["structure.heading-number", "structure/heading-numbers"],
  ["heading.order", "structure/heading-numbers"],
  ["structure.heading-wording", "structure/heading-wording"],
  ["heading.five", "structure/heading-wording"],
  ["names.other-agency", "names/line-of-work"],
  ["names.unknown-place", "names/place"],
  ["label.variant", "wording/labels"],
  ["form.otherproc", "structure/table-shape"],
]);

const SEVERITY_OF: ReadonlyMap<string, string> = new Map([
  ["error", "error"],
  ["warn", "warning"],
  ["note", "question"],
  ["explain", "question"],
]);

const ROWS = readFileSync(join(CORPUS, "findings.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .flatMap((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    const [file = "", finding = "", , , , , verdict = ""] = cells;
    const check = CHECK_OF.get(finding);
    return check === undefined ? [] : [{ file, finding, verdict, check }];
  });

const findingsIn = async (file: string, family: string) => {
  const { report } = await readReport(join(CORPUS, file));
  return CHECKS.filter(({ id }) => id.startsWith(family)).flatMap((check) => [...check.run(report, { previous: null })]);
};

describe("the findings of a careful person", () => {
  test("the table of samples was read", () => {
    expect(ROWS.length).toBeGreaterThan(15);
  });

  test.each(ROWS.filter(({ verdict }) => verdict !== "ok"))("$file: $finding is a $verdict", async ({ file, check, verdict }) => {
    const severities = (await findingsIn(file, check)).map(({ severity }) => severity);
    expect(severities).toContain(SEVERITY_OF.get(verdict));
  });

  test.each(ROWS.filter(({ verdict }) => verdict === "ok"))("$file: $finding is in order", async ({ file, check }) => {
    expect((await findingsIn(file, check)).map(({ message }) => message)).toEqual([]);
  });
});
