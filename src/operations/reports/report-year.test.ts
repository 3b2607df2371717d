import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agency, day } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { STATE_COUNCIL_CALENDAR } from "../../law/calendar/work-calendar.js";
import { formatForYear } from "../../report/formats/index.js";
import type { YearFigures } from "../../report/public-report.js";
import { saveAccount } from "../../storage/accounts/account-store.js";
import { verifyAudit } from "../../storage/audit/verify-audit.js";
import { saveAgencies } from "../../storage/stores/agency-store.js";
import { rehearsedYear } from "../../tally/rehearsed-year.js";
import { talliedValue } from "../../tally/tally-result.js";
import { type Actor, type Office, officeOver } from "../office.js";
import { storeRehearsal } from "../store-rehearsal.js";
import { answerFinding } from "./answer-finding.js";
import { cellRecords, recordCells } from "./cell-records.js";
import { checkDraft } from "./check-draft.js";
import { compareYears } from "./compare-years.js";
import { draftFile } from "./draft-file.js";
import { draftReport } from "./draft-report.js";
import { editionsOfYear, wholeEdition } from "./editions.js";
import { enterYearFacts } from "./enter-year-facts.js";
import { freezeYear, freezingOutlook } from "./freeze-year.js";
import { listReports } from "./list-reports.js";
import { answerPromise, promisesOf } from "./promises.js";
import { releasedFile, releaseEdition } from "./release-edition.js";
import { writeFrame, writeSection } from "./write-narrative.js";

const AGENCY = "bureau";
const YEAR = 2025;
const CLERK: Actor = { id: "clerk", name: "甲", roles: [] };
const HEAD: Actor = { id: "head", name: "乙", roles: [] };
const QUESTION = { agencyId: AGENCY, year: YEAR };

let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  await saveAgencies(database, [{ agency: agency(AGENCY, "演练市民政局"), version: 0 }], { recordedBy: "系统管理员" });
  // Whoever has an account is told by name.
  const clerk = { id: CLERK.id, loginName: "clerk", name: "李经办", roles: [], email: null, isDisabled: false };
  await saveAccount(database, { account: clerk, version: 0, recordedBy: "test" });
  const format = formatForYear(YEAR);
  if (format === null) throw new Error("no format");
  const plan = { seed: 7, agencyId: AGENCY, year: YEAR, requests: 60, format, calendar: STATE_COUNCIL_CALENDAR };
  await storeRehearsal(database, rehearsedYear(plan), { agencyId: AGENCY, recordedBy: CLERK.id });
});
afterAll(() => database.close());

/** Writes every place that is still to be written, as a desk would. */
async function writeAll(): Promise<void> {
  const { narrative, stored } = await draftReport(office, CLERK, QUESTION);
  for (const { section, places } of narrative) {
    const open = places.filter(({ kind, written }) => kind === "to-write" && written === null);
    if (open.length === 0) continue;
    const version = stored.writtenOf.get(section)?.version ?? 0;
    const words = open.map(({ id }) => ({ id, written: [`本机关如实写明${id}一处的情况。`] }));
    await writeSection(office, CLERK, { ...QUESTION, section, version, places: words });
  }
}

describe("what people write in the report of a year", () => {
  test("stands where it was to be written, and the register goes on counting beside it", async () => {
    const before = await draftReport(office, CLERK, QUESTION);
    const lead = before.narrative[0]?.places[0];
    expect(lead).toMatchObject({ id: "overview.lead", kind: "to-write", written: null });
    const places = [{ id: "overview.lead", written: ["2025年，本局按照条例做好政府信息公开工作。\n\n 第二段。 "] }];
    const written = await writeSection(office, CLERK, { ...QUESTION, section: "overview", version: 0, places });
    expect(written).toMatchObject({ version: 1, editedBy: "clerk" });
    const { draft, narrative } = await draftReport(office, CLERK, QUESTION);
    expect(draft.sections[0]?.paragraphs.slice(0, 2).map((one) => one.kind === "text" && one.text)).toEqual([
      "2025年，本局按照条例做好政府信息公开工作。",
      "第二段。",
    ]);
    expect(narrative[0]?.places.find(({ id }) => id === "overview.requests-counted")?.written).toBeNull();
  });

  test("is not written over unseen: who comes second is told who was first, and what stands there now", async () => {
    const places = [{ id: "overview.lead", written: ["另一个人的文字。"] }];
    await expect(writeSection(office, HEAD, { ...QUESTION, section: "overview", version: 0, places })).rejects.toMatchObject({
      code: "RECORD_STALE",
      data: { by: "李经办" },
    });
    await writeFrame(office, CLERK, { ...QUESTION, version: 0, preface: null, signedOn: day("2026-01-20"), remarks: [] });
    await expect(
      writeFrame(office, HEAD, { ...QUESTION, version: 0, preface: ["另一前言"], signedOn: null, remarks: [] }),
    ).rejects.toMatchObject({ code: "RECORD_STALE" });
  });

  test("over a counted paragraph says so when the register counts otherwise later", async () => {
    const asked = { ...QUESTION, section: "other" as const };
    const places = [{ id: "other.fees-counted", written: ["2025年未收取信息处理费。"] }];
    await writeSection(office, CLERK, { ...asked, version: 0, places });
    const own = async () => (await draftReport(office, CLERK, QUESTION)).narrative.at(-1)?.places[0];
    expect(await own()).toMatchObject({ kind: "counted", written: ["2025年未收取信息处理费。"], countedThen: null });
    await writeSection(office, CLERK, { ...asked, version: 1, places: [{ id: "other.fees-counted", written: null }] });
    expect(await own()).toMatchObject({ written: null });
  });

  test("is refused for a place that is not there", async () => {
    const places = [{ id: "overview.nowhere", written: ["某"] }];
    await expect(writeSection(office, CLERK, { ...QUESTION, section: "overview", version: 1, places })).rejects.toMatchObject({
      code: "RECORD_UNKNOWN",
    });
  });

  test("counts trainings and proposals into section one", async () => {
    const none = { handled: 0, satisfied: 0 };
    const facts = {
      trainings: { held: 3, people: 86 },
      proposals: { congress: { handled: 4, satisfied: 4 }, conference: none },
      published: [{ name: "政策文件", items: 12 }],
      channels: null,
    };
    await enterYearFacts(office, CLERK, { ...QUESTION, version: 0, facts });
    const { draft } = await draftReport(office, CLERK, QUESTION);
    const words = draft.sections[0]?.paragraphs.map((one) => (one.kind === "text" ? one.text : "")).join("");
    expect(words).toContain("举办政府信息公开培训3次，参加86人次");
    expect(words).toContain("主动公开政府信息12条，其中政策文件12条");
    await expect(enterYearFacts(office, HEAD, { ...QUESTION, version: 0, facts })).rejects.toMatchObject({
      code: "RECORD_STALE",
      data: { by: "李经办", what: "2025年填报的事实" },
    });
    const wrong = { ...facts, proposals: { congress: { handled: 1, satisfied: 2 }, conference: none } };
    await expect(enterYearFacts(office, CLERK, { ...QUESTION, version: 1, facts: wrong })).rejects.toMatchObject({
      code: "INPUT_INVALID",
    });
  });
});

describe("a cell", () => {
  const total = { table: "requests", row: "results_total", column: "total" } as const;

  test("opens into its records, part by part, and a record says in which cells it is", async () => {
    const first = await cellRecords(office, CLERK, { ...QUESTION, ...total, from: 0, limit: 10 });
    expect(first.records).toHaveLength(10);
    expect(first.next).toBe(10);
    expect(first.cell.records).toHaveLength(first.cell.value ?? -1);
    const [record] = first.records;
    if (record === undefined) throw new Error("no record");
    expect(record).toMatchObject({ kind: "request", agencyId: AGENCY });
    const all = await cellRecords(office, CLERK, { ...QUESTION, ...total, from: 0, limit: 1000 });
    const numbers = all.records.map(({ number }) => {
      const [year, at] = number.match(/\d+/g) ?? [];
      return Number(year) * 10_000 + Number(at);
    });
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    const placed = await recordCells(office, CLERK, { ...QUESTION, recordId: record.id });
    expect(placed.cells).toContainEqual({ ...total, where: "表三 · （七）总计 · 总计" });
  });

  test("of table two names its documents and its monthly figures, of table four its proceedings", async () => {
    const opened = async (table: "proactive" | "review_litigation", row: string, column: string) =>
      (await cellRecords(office, CLERK, { ...QUESTION, table, row, column, from: 0, limit: 50 })).records.map(({ kind }) => kind);
    expect(new Set(await opened("proactive", "art20_1.normative_docs", "valid"))).toEqual(new Set(["document"]));
    expect(new Set(await opened("proactive", "art20_6.penalty", "decisions"))).toEqual(new Set(["figure"]));
    expect(new Set(await opened("review_litigation", "review", "total"))).toEqual(new Set(["proceeding"]));
  });

  test("that no form has is refused", async () => {
    const asked = { ...QUESTION, table: "requests", row: "nowhere", column: "total", from: 0, limit: 1 } as const;
    await expect(cellRecords(office, CLERK, asked)).rejects.toMatchObject({ code: "RECORD_UNKNOWN" });
  });
});

describe("freezing the report of a year", () => {
  test("says everything that is still to be done", async () => {
    const { refusals, nextEdition, differences } = await freezingOutlook(office, HEAD, QUESTION);
    expect(new Set(refusals.map(({ refusalId }) => refusalId))).toContain("toWrite");
    expect({ nextEdition, differences }).toEqual({ nextEdition: 1, differences: null });
    const asked = { ...QUESTION, after: 0, reason: null };
    await expect(freezeYear(office, HEAD, asked)).rejects.toMatchObject({ code: "REPORT_NOT_FROZEN" });
    expect(await editionsOfYear(database, AGENCY, YEAR)).toEqual([]);
  });

  test("asks for a reason where a check objects, and keeps it", async () => {
    await writeAll();
    const { findings } = await checkDraft(office, CLERK, QUESTION);
    for (const { fingerprint, freezing } of findings) {
      if (freezing === "with-reason") await answerFinding(office, CLERK, { ...QUESTION, fingerprint, reason: "已核实。" });
    }
    const after = await checkDraft(office, CLERK, QUESTION);
    expect(after.findings.filter(({ freezing, reason }) => freezing !== "always" && reason === null)).toEqual([]);
    await expect(answerFinding(office, CLERK, { ...QUESTION, fingerprint: "nothing", reason: "无" })).rejects.toMatchObject({
      code: "RECORD_UNKNOWN",
    });
  });

  test("gives the first edition, and its files read back equal", async () => {
    const frozen = await freezeYear(office, HEAD, { ...QUESTION, after: 0, reason: null });
    expect(frozen).toMatchObject({ edition: 1, frozenBy: "head", release: null });
    await expect(freezeYear(office, CLERK, { ...QUESTION, after: 0, reason: null })).rejects.toMatchObject({
      code: "RECORD_STALE",
      details: { current: { edition: 1, reason: null } },
    });
    const release = await releaseEdition(office, HEAD, { ...QUESTION, edition: 1 });
    expect(release.files.map(({ format }) => format)).toEqual(["docx", "pdf", "html", "xlsx", "txt", "json", "csv"]);
    expect(await releaseEdition(office, HEAD, { ...QUESTION, edition: 1 })).toEqual(release);
    const html = await releasedFile(office, { ...QUESTION, edition: 1, format: "html" });
    expect(html.mediaType).toContain("text/html");
    expect(new TextDecoder().decode(html.bytes)).toContain("演练市民政局2025年政府信息公开工作年度报告");
    const { isUnchanged, body } = await wholeEdition(database, { ...QUESTION, edition: 1 });
    expect(isUnchanged).toBe(true);
    const { rows: shown } = await sql<{ figures: YearFigures; files: number }>`
      select figures, (select count(*) from portal.report_file) as files from portal.report`.execute(database.db);
    expect(shown.map(({ files, figures }) => [Number(files), figures.received])).toEqual([
      [7, talliedValue(body.tally, { table: "requests", row: "new_received", column: "total" })],
    ]);
    expect(body.report.signOff).toEqual({ agency: "演练市民政局", on: "2026-01-20" });
    expect((await listReports(office, AGENCY)).find(({ year }) => year === YEAR)).toMatchObject({
      editions: 1,
      releasedAt: release.releasedAt,
      deadline: "2026-01-31",
    });
  });

  test("again is a correction: with a reason, and only if something is to be corrected", async () => {
    const asked = { ...QUESTION, after: 1 };
    const refused = async (reason: string | null) => {
      const error: unknown = await freezeYear(office, HEAD, { ...asked, reason }).catch((thrown: unknown) => thrown);
      return (error as { details: { refusals: { refusalId: string }[] } }).details.refusals.map(({ refusalId }) => refusalId);
    };
    expect(await refused(null)).toEqual(["noCorrectionReason", "nothingChanged"]);
    expect(await refused("更正")).toEqual(["nothingChanged"]);
    const { stored } = await draftReport(office, CLERK, QUESTION);
    const version = stored.writtenOf.get("problems")?.version ?? 0;
    const places = [{ id: "problems.found", written: ["个别信息公开不及时。"] }];
    await writeSection(office, CLERK, { ...QUESTION, section: "problems", version, places });
    for (const { fingerprint, freezing } of (await checkDraft(office, CLERK, QUESTION)).findings) {
      if (freezing === "with-reason") await answerFinding(office, CLERK, { ...QUESTION, fingerprint, reason: "已核实。" });
    }
    const second = await freezeYear(office, HEAD, { ...asked, reason: "补充问题。" });
    expect(second).toMatchObject({ edition: 2, reason: "补充问题。" });
    const { body } = await wholeEdition(database, { ...QUESTION, edition: 2 });
    expect(body.correction).toMatchObject({ reason: "补充问题。", differences: [] });
    await expect(releaseEdition(office, HEAD, { ...QUESTION, edition: 3 })).rejects.toMatchObject({ code: "RECORD_UNKNOWN" });
  });
});

describe("the year after", () => {
  const next = { agencyId: AGENCY, year: YEAR + 1 };

  test("opens with what was frozen, and lists the promises with their answers", async () => {
    const { previous, promises, version } = await promisesOf(office, CLERK, next);
    expect(previous).toMatchObject({ kind: "edition", year: YEAR });
    expect(version).toBe(0);
    expect(Array.isArray(promises)).toBe(true);
  });

  test("stands beside the year before, cell by cell", async () => {
    const { years, cells } = await compareYears(office, CLERK, { ...next, years: 3 });
    expect(years).toEqual([
      { year: YEAR + 1, source: "draft" },
      { year: YEAR, source: "edition" },
    ]);
    const at = (row: string) => cells.find((cell) => cell.row === row && cell.column === "total")?.values;
    expect(at("carried_in")?.[0]).toBe(at("carried_out")?.[1]);
  });

  test("can be read as a file before it is frozen", async () => {
    const file = await draftFile(office, CLERK, { ...next, format: "txt" });
    expect(file.fileName).toMatch(/^草稿_.*2026年.*\.txt$/);
  });

  test("leaves a log that holds", async () => {
    expect(await verifyAudit(database)).toMatchObject({ isIntact: true, broken: [] });
  });
});

test("a promise of last year is answered in section five, and its answer found by its words", async () => {
  const { stored } = await draftReport(office, CLERK, QUESTION);
  const version = stored.writtenOf.get("problems")?.version ?? 0;
  const places = [{ id: "problems.next", written: ["下一步，将健全按月核对机制。"] }];
  await writeSection(office, CLERK, { ...QUESTION, section: "problems", version, places });
  for (const { fingerprint, freezing } of (await checkDraft(office, CLERK, QUESTION)).findings) {
    if (freezing === "with-reason") await answerFinding(office, CLERK, { ...QUESTION, fingerprint, reason: "已核实。" });
  }
  await freezeYear(office, HEAD, { ...QUESTION, after: 2, reason: "写明改进措施。" });
  const next = { agencyId: AGENCY, year: YEAR + 1 };
  const { promises } = await promisesOf(office, CLERK, next);
  expect(promises).toEqual([{ number: 1, promise: "下一步，将健全按月核对机制。", state: null, answer: [] }]);
  const answered = await answerPromise(office, CLERK, {
    ...next,
    ...{ number: 1, version: 0, state: "done", answer: ["已建立按月核对机制。"] },
  });
  expect(answered.promises[0]).toMatchObject({ state: "done", answer: ["已建立按月核对机制。"] });
  const { draft } = await draftReport(office, CLERK, next);
  expect(draft.sections[4]?.paragraphs[0]).toMatchObject({ kind: "text", text: "已建立按月核对机制。" });
});
