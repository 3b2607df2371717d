import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAgency, day } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { saveAccount } from "../../storage/accounts/account-store.js";
import { talliedValue } from "../../tally/tally-result.js";
import { type Actor, type Office, officeOver } from "../office.js";
import { tallyOf } from "../tally-register.js";
import { enterFigures, setPowers } from "./enter-figures.js";
import { importFigures } from "./import-figures.js";
import { figureHistory, listFigures } from "./list-figures.js";
import { enterDocument, importDocuments, listDocuments } from "./normative-documents.js";
import { csvRows } from "./sheet-rows.js";

const CLERK: Actor = { id: "clerk", name: "甲", roles: [] };
const OTHER: Actor = { id: "other", name: "乙", roles: [] };
const PENALTY = { row: "art20_6.penalty", column: "decisions" } as const;

let database: TestDatabase;
let office: Office;
beforeAll(async () => {
  database = await testDatabase();
  office = { ...officeOver(database), now: () => new Date("2026-11-21T04:00:00Z") };
  await addAgency(database, "a");
  // Whoever has an account is told by name.
  const clerk = { id: CLERK.id, loginName: "clerk", name: "甲", roles: [], email: null, isDisabled: false };
  await saveAccount(database, { account: clerk, version: 0, recordedBy: "test" });
});
afterAll(() => database.close());

const enter = (actor: Actor, value: number, version: number) =>
  enterFigures(office, actor, { agencyId: "a", source: "人工", figures: [{ ...PENALTY, month: "2025-03", value, version }] });

describe("a figure by month", () => {
  test("is entered, corrected by a later one, and not written over unseen", async () => {
    await enter(CLERK, 3, 0);
    await expect(enter(OTHER, 4, 0)).rejects.toMatchObject({ code: "RECORD_STALE", data: { by: "甲" } });
    await enter(OTHER, 5, 1);
    const history = await figureHistory(office, { agencyId: "a", ...PENALTY, month: "2025-03" });
    expect(history.map(({ value, recordedBy }) => [value, recordedBy])).toEqual([
      [3, "clerk"],
      [5, "other"],
    ]);
    const { figures, asked } = await listFigures(office, { agencyId: "a", year: 2025 });
    expect(figures.map(({ value }) => value)).toEqual([5]);
    expect(asked.find(({ row }) => row === PENALTY.row)?.missing).toHaveLength(11);
  });

  test.each([
    ["a part of a piece", { ...PENALTY, month: "2025-04", value: 1.5 }],
    ["less than nothing", { ...PENALTY, month: "2025-04", value: -1 }],
    ["a month to come", { ...PENALTY, month: "2026-12", value: 1 }],
    ["a cell the form has not", { row: "art20_5.other_services", column: "decisions", month: "2025-04", value: 1 }],
    ["less than a fen", { row: "art20_8.fees", column: "amount_wan", month: "2025-04", value: 0.0000001 }],
  ])("is refused for %s", async (_name, figure) => {
    const asked = enterFigures(office, CLERK, { agencyId: "a", source: "人工", figures: [{ ...figure, version: 0 }] });
    await expect(asked).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });

  test("is not asked where the agency has no such power: the cell is 0", async () => {
    await setPowers(office, CLERK, { agencyId: "a", withoutPower: ["art20_6.coercion"] });
    const { asked } = await listFigures(office, { agencyId: "a", year: 2025 });
    expect(asked.find(({ row }) => row === "art20_6.coercion")).toMatchObject({ isPowerless: true, missing: [] });
    const { tally } = await tallyOf(database, { agencyId: "a", year: 2025, asOf: null });
    expect(talliedValue(tally, { table: "proactive", row: "art20_6.coercion", column: "decisions" })).toBe(0);
    expect(talliedValue(tally, { table: "proactive", ...PENALTY })).toBeNull();
    await expect(setPowers(office, CLERK, { agencyId: "a", withoutPower: ["nowhere"] })).rejects.toMatchObject({
      code: "INPUT_INVALID",
    });
  });
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a sheet of figures", () => {
  const read = (text: string, isDryRun = false) =>
    importFigures(office, CLERK, { agencyId: "a", fileName: "数字.csv", bytes: bytesOf(text), isDryRun });

  test("is tried first, then taken over; a second time nothing changes", async () => {
    const sheet = "\ufeff月份,行政许可,行政处罚\n2025-01,12,3\n2025年3月,8,5\n";
    const tried = await read(sheet, true);
    expect(tried).toMatchObject({ unchanged: 1, faults: [], isWritten: false });
    expect(tried.changes).toHaveLength(3);
    expect(await read(sheet)).toMatchObject({ isWritten: true });
    expect(await read(sheet)).toMatchObject({ changes: [], unchanged: 4, isWritten: false });
    const { figures } = await listFigures(office, { agencyId: "a", year: 2025 });
    expect(figures.find(({ month, row }) => month === "2025-01" && row === "art20_5.licensing")?.source).toMatch(
      /^数字\.csv（SHA-256 [0-9a-f]{16}）$/,
    );
  });

  test("with one fault is not taken over at all, and says where it is", async () => {
    const { faults, isWritten } = await read("月份,行政许可\n2025-05,七\n2025-06,7\n");
    expect(isWritten).toBe(false);
    expect(faults).toEqual([{ row: 2, column: 2, message: "“七”不是数字，没有读入。" }]);
    const { faults: outside } = await read("月份,其他对外管理服务事项\n2025-05,7\n");
    expect(outside).toMatchObject([{ row: 2, column: 1 }]);
  });

  test("that is no sheet is refused", async () => {
    const file = { agencyId: "a", fileName: "数字.txt", bytes: bytesOf("月份"), isDryRun: true };
    await expect(importFigures(office, CLERK, file)).rejects.toMatchObject({ code: "FILE_KIND_UNSUPPORTED" });
  });

  test.each([
    [
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      '"x, ""y""",2\n3,',
      [
        ['x, "y"', "2"],
        ["3", ""],
      ],
    ],
    ["", []],
  ])("reads the records of %j", (text, rows) => {
    expect(csvRows(text)).toEqual(rows);
  });
});

describe("normative documents", () => {
  const document = {
    ...({ kind: "normative_docs", title: "某市救助办法", number: "某政规〔2024〕1号" } as const),
    ...{ madeOn: day("2024-05-01"), publishedOn: day("2024-05-10"), repealedOn: null },
  };

  test("are entered and repealed, and stock and flow agree", async () => {
    await enterDocument(office, CLERK, { ...document, agencyId: "a", documentId: "d1", version: 0 });
    const repealed = { ...document, repealedOn: day("2025-06-30") };
    await enterDocument(office, CLERK, { ...repealed, agencyId: "a", documentId: "d1", version: 1 });
    await expect(
      enterDocument(office, OTHER, { ...document, agencyId: "a", documentId: "d1", version: 1 }),
    ).rejects.toMatchObject({ code: "RECORD_STALE" });
    const { counts } = await listDocuments(office, { agencyId: "a", year: 2025 });
    expect(counts[1]).toEqual({ kind: "normative_docs", before: 1, made: 0, repealed: 1, valid: 0 });
    const wrong = { ...document, repealedOn: day("2024-04-01") };
    await expect(enterDocument(office, CLERK, { ...wrong, agencyId: "a", documentId: "d2", version: 0 })).rejects.toMatchObject({
      code: "INPUT_INVALID",
    });
  });

  test("are imported: new ones added, known ones by their number brought up to date, the rest left alone", async () => {
    const head = "序号,类别,标题,文号,制发日期,公开日期,废止日期\n";
    const rows = [
      "1,规范性文件,某市救助办法,某政规〔2024〕1号,2024-05-01,2024-05-10,2025-06-30",
      "2,行政规范性文件,某市养老办法,某政规〔2025〕2号,2025年3月1日,,",
    ];
    const sheet = (lines: readonly string[]) => bytesOf(head + lines.join("\n"));
    const file = { agencyId: "a", fileName: "清单.csv", isDryRun: false };
    const first = await importDocuments(office, CLERK, { ...file, bytes: sheet(rows) });
    expect(first).toMatchObject({ unchanged: 1, changed: [], faults: [], isWritten: true });
    expect(first.added.map(({ title }) => title)).toEqual(["某市养老办法"]);
    const published = [rows[1]?.replace("1日,,", "1日,2025-03-05,") ?? ""];
    const second = await importDocuments(office, CLERK, { ...file, bytes: sheet(published) });
    expect(second.changed).toMatchObject([{ before: { publishedOn: null }, after: { publishedOn: "2025-03-05" } }]);
    const bad = await importDocuments(office, CLERK, { ...file, bytes: sheet(["1,通知,某,,2025-13-01,,"]) });
    expect(bad).toMatchObject({ isWritten: false, faults: [{ row: 2, column: 2 }] });
  });
});
