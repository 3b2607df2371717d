import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAgency, agency, day, infoRequest } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { composedFrom } from "../../report/composed-from.js";
import { figureAt } from "../../report/report.js";
import { saveAgencies } from "../../storage/stores/agency-store.js";
import { openCases } from "../../storage/stores/case-store.js";
import { talliedValue } from "../../tally/tally-result.js";
import { type Actor, type Office, officeOver } from "../office.js";
import { readReport } from "../read-report.js";
import { releaseReport } from "../release-report.js";
import { checkDraft } from "./check-draft.js";
import { draftReport } from "./draft-report.js";
import { explainDifference } from "./explain-difference.js";
import { closeBooks, openBooksFrom } from "./open-books.js";
import { readOpening } from "./read-opening.js";

const FOLDER = join(import.meta.dirname, "..", "..", "..", "test", "corpus", "seeds");
const SEEDS = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
const CLERK: Actor = { id: "clerk", name: "甲", roles: [] };

let database: TestDatabase;
let office: Office;
beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
});
afterAll(() => database.close());

describe.each(SEEDS)("the published report %s", (name) => {
  const agencyId = `seed-${name.slice(0, 3)}`;
  const bytes = readFileSync(join(FOLDER, name));

  test("opens the books of the year after: column by column what it carried forward comes in, and the draft hangs together", async () => {
    const { report } = await readReport(bytes, name);
    const year = (report.reportYear?.value ?? 0) + 1;
    await saveAgencies(database, [{ agency: agency(agencyId, report.agency.title?.value), version: 0 }], { recordedBy: "系统" });
    const opened = await openBooksFrom(office, CLERK, { agencyId, year, fileName: name, bytes });
    expect(opened).toMatchObject({ kind: "paper", year: year - 1, fileName: name, openedBy: "clerk" });
    const { counted, draft, previous, findings } = await checkDraft(office, CLERK, { agencyId, year });
    expect(previous).toMatchObject({ kind: "paper", year: year - 1 });
    for (const { id: column } of counted.format.tables.requests.columns) {
      const carried = figureAt(report, { table: "requests", row: "carried_out", column });
      expect(talliedValue(counted.tally, { table: "requests", row: "carried_in", column })).toBe(carried ?? 0);
    }
    expect(draft.title).toContain(`${year}年政府信息公开工作年度报告`);
    const carriedOver = /^roll-forward\/(?:brought-forward|normative-documents|items-lists)$/;
    expect(findings.filter(({ checkId }) => carriedOver.test(checkId))).toEqual([]);
  });

  test("is written anew as docx, pdf, html and txt, each of which reads back equal", async () => {
    const { report } = await readReport(bytes, name);
    const files = await releaseReport(composedFrom(report), { formats: ["docx", "pdf", "html", "txt"] });
    expect(files.map(({ format }) => format)).toEqual(["docx", "pdf", "html", "txt"]);
  });
});

describe("opening the books with a file", () => {
  const [seed = ""] = SEEDS;
  const bytes = readFileSync(join(FOLDER, seed));
  let year = 0;

  beforeAll(async () => {
    await addAgency(database, "paper");
    year = ((await readReport(bytes, seed)).report.reportYear?.value ?? 0) + 1;
  });

  test("can be tried first: nothing is stored, and a report of another agency is told", async () => {
    const tried = await openBooksFrom(office, CLERK, { agencyId: "paper", year, fileName: seed, bytes, isDryRun: true });
    expect(tried.figures.length).toBeGreaterThan(0);
    expect(tried.warnings.join("")).toContain("请确认没有选错文件");
    expect(await readOpening(office, CLERK, { agencyId: "paper", year })).toMatchObject({ kind: null, figures: [] });
  });

  test("is refused for a report of another year, a file that is none, and an agency nobody knows", async () => {
    const asked = { agencyId: "paper", year: year + 1, fileName: seed, bytes };
    await expect(openBooksFrom(office, CLERK, asked)).rejects.toMatchObject({ code: "STEP_REFUSED" });
    const other = { ...asked, bytes: new TextEncoder().encode("通知\n各单位：") };
    await expect(openBooksFrom(office, CLERK, other)).rejects.toMatchObject({ code: "NOT_A_REPORT" });
    await expect(openBooksFrom(office, CLERK, { ...asked, agencyId: "nobody" })).rejects.toMatchObject({
      code: "AGENCY_UNKNOWN",
    });
  });

  test("is compared with the register, and every difference explained in writing", async () => {
    const { report } = await readReport(bytes, seed);
    const carried = figureAt(report, { table: "requests", row: "carried_out", column: "natural" }) ?? 0;
    // One more request than the report says was on hand when the year began.
    const pending = Array.from({ length: carried + 1 }, (_, at) => ({
      request: infoRequest(`p${at}`, "paper", { channel: "in_person", arrivedOn: day(`${year - 1}-12-20`) }),
      events: [{ id: `p${at}-e`, body: { type: "received", on: day(`${year - 1}-12-20`) } } as const],
    }));
    await openCases(database, pending, "甲");
    const opened = await openBooksFrom(office, CLERK, { agencyId: "paper", year, fileName: seed, bytes });
    const difference = opened.differences.find(({ column }) => column === "natural");
    expect(difference).toMatchObject({ reported: carried, ledger: carried + 1, printed: "reported", explanation: null });
    const at = { table: "requests", row: "carried_in", column: "natural" } as const;
    const { row = at.row } = difference ?? {};
    const asked = { agencyId: "paper", year, reporterId: "paper", ...at, row, reason: "上年报告漏计一件。" };
    const explained = await explainDifference(office, CLERK, asked);
    expect(explained.find(({ column }) => column === "natural")).toMatchObject({
      printed: "ledger",
      explanation: "上年报告漏计一件。",
    });
    const { counted } = await draftReport(office, CLERK, { agencyId: "paper", year });
    expect(talliedValue(counted.tally, at)).toBe(carried + 1);
    await expect(explainDifference(office, CLERK, { ...asked, column: "nowhere" })).rejects.toMatchObject({
      code: "RECORD_UNKNOWN",
    });
  });

  test("can be taken back", async () => {
    const closed = await closeBooks(office, CLERK, { agencyId: "paper", year });
    expect(closed).toMatchObject({ kind: null, differences: [] });
  });
});
