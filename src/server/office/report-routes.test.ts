import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Asking, ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { addAgency, agency, day, infoRequest } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import type { Route } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { type Office, officeOver } from "../../operations/office.js";
import { formatOfYear, monthlyPlaces } from "../../operations/reports/list-figures.js";
import { saveAgencies } from "../../storage/stores/agency-store.js";
import { openCases } from "../../storage/stores/case-store.js";

const YEAR = "2025";
const HERE = { agencyId: "A1", year: YEAR };
const SEED = join(import.meta.dirname, "../../../test/corpus/seeds/000_07451c4d5fbe7ae9.txt");

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let head: SignedInUser;
let clerk: SignedInUser;

beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  await saveAgencies(database, [{ agency: agency("A1", "演练市民政局"), version: 0 }], { recordedBy: "系统管理员" });
  for (const id of ["A2", "A3"]) await addAgency(database, id);
  const events = [{ id: "c1-e1", body: { type: "received", on: day("2025-03-03") } } as const];
  await openCases(database, [{ request: infoRequest("c1", "A1", { channel: "in_person" }), events }], "甲");
  app = await testApplication(office);
  head = await signedInUser(office, [["head", "A1"]], "王主任");
  clerk = await signedInUser(office, [["handler", "A1"]], "李经办");
});
afterAll(async () => {
  await app.close();
  await database.close();
});

async function asked(route: Route, asking: Asking = {}) {
  const reply = await ask(app, route, { user: head, params: HERE, ...asking });
  expect(reply.statusCode, `${route.id}: ${reply.body.slice(0, 300)}`).toBe(200);
  return reply.json();
}

/** What is refused, with its code. */
async function refused(route: Route, asking: Asking = {}): Promise<[number, string]> {
  const reply = await ask(app, route, { user: head, params: HERE, ...asking });
  return [reply.statusCode, reply.json().code];
}

describe("the routes of reports", () => {
  test("are for those who may read or write the report of that agency", async () => {
    expect((await refused(reportRoutes.readReport, { user: null }))[0]).toBe(401);
    const elsewhere = { ...HERE, agencyId: "A2" };
    expect((await refused(reportRoutes.readReport, { params: elsewhere }))[0]).toBe(403);
    expect((await refused(reportRoutes.freezeReport, { user: clerk, body: { after: 0, reason: null } }))[0]).toBe(403);
  });

  test("give the tables live, the records of a cell and the cells of a record", async () => {
    const report = await asked(reportRoutes.readReport);
    expect(report).toMatchObject({ year: 2025, format: "f2021", isOver: true, editions: [], previous: null });
    const cell = { table: "requests", row: "new_received", column: "total" };
    expect(report.cells).toContainEqual({ ...cell, value: 1, unit: null, blank: null, records: 1 });
    const opened = await asked(reportRoutes.readReportCell, { params: { ...HERE, ...cell } });
    expect(opened.records).toMatchObject([{ id: "c1", kind: "request", title: "2024年度低保资金发放情况" }]);
    const placed = await asked(reportRoutes.readRecordCells, { params: { ...HERE, recordId: "c1" } });
    expect(placed.cells.length).toBeGreaterThan(0);
    expect((await asked(reportRoutes.listReports)).reports[1]).toMatchObject({ year: 2025, editions: 0 });
  });

  test("leave the log as it was, whoever looks: to read is to record nothing", async () => {
    const chains = () => database.db.selectFrom("audit_chain").select(["id", "length", "head"]).orderBy("id").execute();
    const before = await chains();
    for (let time = 0; time < 2; time++) {
      await asked(reportRoutes.readReport, { user: clerk });
      await asked(reportRoutes.readReportCell, { params: { ...HERE, table: "requests", row: "new_received", column: "total" } });
    }
    expect(await chains()).toEqual(before);
  });

  test("take figures by month, powers and normative documents", async () => {
    const row = { row: "art20_6.penalty", column: "decisions", month: "2025-01" };
    const figures = [{ ...row, value: 3, version: 0 }];
    expect((await asked(reportRoutes.writeFigures, { body: { figures } })).figures).toMatchObject([
      { ...row, value: 3, version: 1, recordedBy: "王主任" },
    ]);
    expect(await refused(reportRoutes.writeFigures, { user: clerk, body: { figures } })).toEqual([409, "RECORD_STALE"]);
    const bytes = new TextEncoder().encode("月份,行政处罚\n2025-02,4\n");
    const file = { name: "数字.csv", bytes };
    expect(await asked(reportRoutes.importFigures, { file, query: { dryRun: "yes" } })).toMatchObject({ isWritten: false });
    expect(await asked(reportRoutes.importFigures, { file })).toMatchObject({ isWritten: true });
    const listed = await asked(reportRoutes.listFigures, { query: { year: YEAR } });
    expect(listed.figures).toHaveLength(2);
    const history = await asked(reportRoutes.readFigureHistory, { params: { ...HERE, ...row } });
    expect(history.figures).toHaveLength(1);
    const withoutPower = [...new Set(monthlyPlaces(formatOfYear(2025)).map(({ row: one }) => one))];
    expect(await asked(reportRoutes.writePowers, { body: { withoutPower } })).toEqual({ withoutPower });
    const document = { kind: "normative_docs", title: "办法", number: "某〔2025〕1号", madeOn: "2025-03-01" };
    const body = { ...document, publishedOn: null, repealedOn: null, version: 0 };
    await asked(reportRoutes.writeNormativeDocument, { params: { ...HERE, documentId: "d1" }, body });
    const documents = await asked(reportRoutes.listNormativeDocuments, { query: { year: YEAR } });
    expect(documents.counts[1]).toMatchObject({ made: 1, valid: 1 });
    const list = { name: "清单.csv", bytes: new TextEncoder().encode("类别,标题,制发日期\n规章,某规定,2025-05-01\n") };
    expect(await asked(reportRoutes.importNormativeDocuments, { file: list })).toMatchObject({ isWritten: true });
  });

  test("take what people write, and tell who comes too late", async () => {
    const facts = { trainings: { held: 1, people: 20 }, proposals: null, published: null, channels: null };
    expect(await asked(reportRoutes.writeYearFacts, { body: { version: 0, ...facts } })).toMatchObject({ version: 1 });
    expect(await asked(reportRoutes.readYearFacts)).toMatchObject({ ...facts, editedBy: "王主任", requests: { letters: 1 } });
    const { sections } = await asked(reportRoutes.readReportNarrative);
    for (const { section, version, places } of sections) {
      const open = places.filter((place: { kind: string }) => place.kind === "to-write");
      if (open.length === 0) continue;
      const written = open.map(({ id }: { id: string }) => ({ id, written: ["本局如实写明这一处的情况。"] }));
      const params = { ...HERE, section };
      const saved = await asked(reportRoutes.writeReportSection, { user: clerk, params, body: { version, places: written } });
      expect(saved).toMatchObject({ version: 1, editedBy: "李经办" });
      expect(await refused(reportRoutes.writeReportSection, { params, body: { version, places: written } })).toEqual([
        409,
        "RECORD_STALE",
      ]);
    }
    const frame = { version: 0, preface: null, signedOn: "2026-01-20", remarks: [] };
    expect(await asked(reportRoutes.writeReportFrame, { body: frame })).toMatchObject({ signedOn: "2026-01-20" });
    expect(await asked(reportRoutes.readPromises)).toMatchObject({ previous: null, promises: [] });
    expect(
      (
        await refused(reportRoutes.answerPromise, {
          params: { ...HERE, number: "1" },
          body: { version: 1, state: "done", answer: ["已办"] },
        })
      )[0],
    ).toBe(404);
  });

  test("freeze, release, give files, compare and correct", async () => {
    const { findings } = await asked(reportRoutes.readReportFindings);
    for (const { fingerprint, freezing } of findings) {
      if (freezing !== "with-reason") continue;
      const params = { ...HERE, fingerprint };
      const given = await asked(reportRoutes.answerReportFinding, { params, body: { reason: "已核实。" } });
      expect(given.reason).toMatchObject({ text: "已核实。", by: "王主任" });
    }
    expect(await asked(reportRoutes.readFreezing)).toMatchObject({ mayFreeze: true, nextEdition: 1, refusals: [] });
    const edition = await asked(reportRoutes.freezeReport, { body: { after: 0, reason: null } });
    expect(edition).toMatchObject({ edition: 1, frozenBy: "王主任" });
    expect(await refused(reportRoutes.freezeReport, { body: { after: 1, reason: "无" } })).toEqual([409, "REPORT_NOT_FROZEN"]);
    const first = { ...HERE, edition: "1" };
    const release = await asked(reportRoutes.releaseReport, { params: first });
    expect(release.files.length).toBeGreaterThanOrEqual(6);
    const file = await ask(app, reportRoutes.readReportFile, { user: clerk, params: { ...first, format: "docx" } });
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.subarray(0, 2).toString()).toBe("PK");
    const draft = await ask(app, reportRoutes.readDraftFile, { user: clerk, params: { ...HERE, format: "txt" } });
    expect(draft.body).toContain("2025年政府信息公开工作年度报告");
    expect(await asked(reportRoutes.readEdition, { params: first })).toMatchObject({ isUnchanged: true, correction: null });
    expect((await asked(reportRoutes.listEditions)).editions[0].release.releasedBy).toBe("王主任");
    const compared = await asked(reportRoutes.compareYears, { params: { ...HERE, year: "2026" } });
    expect(compared.years.map(({ source }: { source: string }) => source)).toEqual(["draft", "edition"]);
  });

  test("open the books with a file, explain and take back", async () => {
    const user = await signedInUser(office, [["head", "A3"]], "赵主任");
    const bytes = readFileSync(SEED);
    const title = /(\d{4})年/.exec(bytes.toString("utf8"))?.[1] ?? "";
    const params = { agencyId: "A3", year: String(Number(title) + 1) };
    const file = { name: "上年报告.txt", bytes };
    const tried = await asked(reportRoutes.openBooks, { user, params, file, query: { dryRun: "yes" } });
    expect(tried).toMatchObject({ kind: "paper", openedAt: null });
    const opened = await asked(reportRoutes.openBooks, { user, params, file });
    expect(opened).toMatchObject({ kind: "paper", fileName: "上年报告.txt", openedBy: "赵主任" });
    expect(await asked(reportRoutes.readOpening, { user, params })).toMatchObject({ kind: "paper", openedBy: "赵主任" });
    const nowhere = { table: "requests", row: "carried_out", column: "nowhere", agencyId: "A3", reason: "无" };
    expect((await refused(reportRoutes.explainDifference, { user, params, body: nowhere }))[0]).toBe(404);
    expect(await asked(reportRoutes.closeBooks, { user, params })).toMatchObject({ kind: null, figures: [] });
  });
});
