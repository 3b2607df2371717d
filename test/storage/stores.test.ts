import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseEventBody } from "../../src/register/case-event.js";
import { loadAgencies, loadAgency, saveAgencies } from "../../src/storage/stores/agency-store.js";
import { attachmentsOfCase, loadAttachmentBytes, saveAttachment } from "../../src/storage/stores/attachment-store.js";
import { appendToCase, casesOfRequester, loadCase, loadCases, openCases } from "../../src/storage/stores/case-store.js";
import { closedInstant } from "../../src/storage/stores/closed-instant.js";
import { loadDocuments, saveDocuments } from "../../src/storage/stores/document-store.js";
import { freezeEdition, loadEditions } from "../../src/storage/stores/edition-store.js";
import { loadFigures, saveFigures } from "../../src/storage/stores/figure-store.js";
import { takeLetterNumber } from "../../src/storage/stores/letter-number-store.js";
import { appendToProceeding, loadProceedings, openProceeding } from "../../src/storage/stores/proceeding-store.js";
import { loadSetting, recordSetting } from "../../src/storage/stores/setting-store.js";
import { write } from "../../src/storage/write.js";
import { addAgency, agency, day, infoRequest } from "./register-builder.js";
import { type TestDatabase, testDatabase } from "./test-database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
});
afterAll(() => database.close());

const received: CaseEventBody = { type: "received", on: day("2025-03-03") };
const accepted: CaseEventBody = { type: "accepted", on: day("2025-03-04"), handler: "王敏" };

async function openCase(id: string, changes = {}) {
  const [file] = await openCases(
    database,
    [{ request: infoRequest(id, "A1", changes), events: [{ id: `${id}-1`, body: received }] }],
    "李登记",
  );
  if (file === undefined) throw new Error("No case.");
  return file;
}

describe("cases", () => {
  test("a case reads back as it was opened, with the server's clock on its events", async () => {
    const before = new Date().toISOString();
    const opened = await openCase("c1", { isImported: true });
    const read = await loadCase(database, "c1");
    expect(read).toEqual(opened);
    expect(read?.request).toEqual(infoRequest("c1", "A1", { isImported: true }));
    expect(read?.events).toMatchObject([{ id: "c1-1", sequence: 1, recordedBy: "李登记", body: received }]);
    expect(read?.events[0]?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect((read?.events[0]?.recordedAt ?? "") >= before.slice(0, 16)).toBe(true);
  });

  test("of two writers at the same version one wins and the other is told what changed", async () => {
    await openCase("c2");
    const first = await appendToCase(database, { caseId: "c2", version: 1, events: [{ id: "c2-2", body: accepted }] }, "王敏");
    const second = await appendToCase(
      database,
      { caseId: "c2", version: 1, events: [{ id: "c2-3", body: { type: "withdrawn", on: day("2025-03-04") } }] },
      "赵强",
    );
    expect(first).toMatchObject({ result: "written", file: { version: 2 } });
    expect(second).toMatchObject({
      result: "stale",
      since: [{ id: "c2-2", recordedBy: "王敏", body: accepted }],
      file: { version: 2 },
    });
    expect((await loadCase(database, "c2"))?.events).toHaveLength(2);
  });

  test("an event that is sent twice is written once", async () => {
    await openCase("c3");
    const append = { caseId: "c3", version: 1, events: [{ id: "c3-2", body: accepted, reason: "补录" }] };
    const first = await appendToCase(database, append, "王敏");
    expect(await appendToCase(database, append, "王敏")).toEqual(first);
    expect((await loadCase(database, "c3"))?.version).toBe(2);
  });

  test("an id that stands for something else is refused, here and in another case", async () => {
    await openCase("c4");
    const other: CaseEventBody = { type: "withdrawn", on: day("2025-03-05") };
    await expect(
      appendToCase(database, { caseId: "c4", version: 1, events: [{ id: "c4-1", body: other }] }, "王敏"),
    ).rejects.toMatchObject({
      code: "RECORD_ID_REUSED",
    });
    await expect(
      appendToCase(database, { caseId: "c4", version: 1, events: [{ id: "c3-1", body: received }] }, "王敏"),
    ).rejects.toMatchObject({
      code: "RECORD_ID_REUSED",
    });
    await expect(openCase("c4", { description: "另一事项" })).rejects.toMatchObject({ code: "RECORD_ID_REUSED" });
  });

  test("a case of an unknown agency and an event for an unknown case are refused", async () => {
    await expect(openCases(database, [{ request: infoRequest("c5", "none"), events: [] }], "王敏")).rejects.toMatchObject({
      code: "AGENCY_UNKNOWN",
    });
    await expect(appendToCase(database, { caseId: "none", version: 0, events: [] }, "王敏")).rejects.toMatchObject({
      code: "CASE_UNKNOWN",
    });
  });

  test("a text with characters that no database can hold is refused with a sentence", async () => {
    await expect(openCase("c6", { description: "空\u0000字符" })).rejects.toMatchObject({ code: "DATA_UNSTORABLE" });
    expect(await loadCase(database, "c6")).toBeNull();
  });

  test("the same requester is found again by number, however it is typed, and nobody else is", async () => {
    await addAgency(database, "A2");
    const requester = infoRequest("", "").requester;
    const typed = (number: string) => ({ ...requester, identity: { document: "id-card" as const, number } });
    await openCases(
      database,
      [
        {
          request: infoRequest("r1", "A2", { requester: typed("37010219900307123x"), arrivedOn: day("2025-05-01") }),
          events: [],
        },
        {
          request: infoRequest("r2", "A2", { requester: typed("３７０１０２ 19900307123X"), arrivedOn: day("2025-05-31") }),
          events: [],
        },
        {
          request: infoRequest("r3", "A2", { requester: typed("37010219900307123X"), arrivedOn: day("2025-06-01") }),
          events: [],
        },
        {
          request: infoRequest("r4", "A2", { requester: typed("370102199003071239"), arrivedOn: day("2025-05-02") }),
          events: [],
        },
      ],
      "李登记",
    );
    const found = await casesOfRequester(database, {
      ...{ agencyId: "A2", requester: typed("37010219900307123X") },
      ...{ from: "2025-05-01", to: "2025-05-31" },
    });
    expect(found).toEqual(["r1", "r2"]);
  });

  test("a thousand and more cases come back once each, in order", async () => {
    await addAgency(database, "A3");
    const ids = Array.from({ length: 1_203 }, (_, index) => `m${String(index).padStart(5, "0")}`);
    await openCases(
      database,
      ids.map((id) => ({ request: infoRequest(id, "A3"), events: [{ id: `${id}-1`, body: received }] })),
      "导入",
    );
    const read: string[] = [];
    for await (const file of loadCases(database, "A3")) {
      expect(file.version).toBe(1);
      read.push(file.request.id);
    }
    expect(read).toEqual(ids);
  });
});

describe("agencies", () => {
  test("a merger changes several agencies or none", async () => {
    await saveAgencies(
      database,
      [
        { agency: agency("M1"), version: 0 },
        { agency: agency("M2"), version: 0 },
      ],
      { recordedBy: "管理员" },
    );
    const merged = { ...agency("M1"), successor: { agencyId: "M2", from: day("2026-01-01") } };
    const renamed = agency("M2", "民政和社会保障局");
    const done = await saveAgencies(
      database,
      [
        { agency: merged, version: 1 },
        { agency: renamed, version: 1 },
      ],
      { recordedBy: "管理员", reason: "机构改革" },
    );
    expect(done).toMatchObject({ result: "written", agencies: [{ version: 2 }, { version: 2 }] });
    const late = await saveAgencies(
      database,
      [
        { agency: agency("M1", "旧局"), version: 2 },
        { agency: agency("M2", "旧局"), version: 1 },
      ],
      { recordedBy: "另一人" },
    );
    expect(late).toEqual({ result: "stale", current: [{ agency: renamed, version: 2 }] });
    expect(await loadAgency(database, "M1")).toEqual({ agency: merged, version: 2 });
  });

  test("what is stored as it was is not stored again", async () => {
    await saveAgencies(database, [{ agency: agency("S1"), version: 0 }], { recordedBy: "管理员" });
    expect(await saveAgencies(database, [{ agency: agency("S1"), version: 0 }], { recordedBy: "管理员" })).toMatchObject({
      result: "written",
    });
    expect(await loadAgency(database, "S1")).toMatchObject({ version: 1 });
  });

  test("the agencies of an earlier instant are as they stood then", async () => {
    await saveAgencies(database, [{ agency: agency("T1"), version: 0 }], { recordedBy: "管理员" });
    const { recordedAt } = await recordSetting(database, { chain: "register", recordedBy: "管理员" }, "mark", 1);
    await saveAgencies(database, [{ agency: agency("T1", "新名"), version: 1 }], { recordedBy: "管理员" });
    const then = await loadAgencies(database, recordedAt);
    expect(then.find((one) => one.agency.id === "T1")).toEqual({ agency: agency("T1"), version: 1 });
  });
});

test("a proceeding reads back, and of two writers one wins", async () => {
  const head = {
    ...{ id: "p1", agencyId: "A1", kind: "litigation" as const, route: "direct" as const, requestId: "c1" },
    ...{ reconsiderationId: null, number: "（2025）鲁01行初1号", forum: "济南市中级人民法院", isCoDefendant: false },
  };
  const opened = await openProceeding(
    database,
    { head, events: [{ id: "p1-1", body: { type: "filed", on: day("2025-06-01") } }] },
    "赵强",
  );
  expect(opened).toMatchObject({ ...head, version: 1 });
  const concluded = { type: "concluded", on: day("2025-09-01"), result: "upheld", holding: "驳回诉讼请求" } as const;
  const won = await appendToProceeding(
    database,
    { proceedingId: "p1", version: 1, events: [{ id: "p1-2", body: concluded }] },
    "赵强",
  );
  const lost = await appendToProceeding(
    database,
    { proceedingId: "p1", version: 1, events: [{ id: "p1-3", body: concluded }] },
    "王敏",
  );
  expect([won.result, lost.result]).toEqual(["written", "stale"]);
  expect(await loadProceedings(database, "A1")).toEqual([won.file]);
});

test("documents and figures keep every record; of two people at the same one only one is written", async () => {
  const document = {
    ...{
      id: "d1-1",
      documentId: "d1",
      agencyId: "A1",
      kind: "normative_docs" as const,
      title: "低保办法",
      number: "济民发〔2024〕1号",
    },
    ...{ madeOn: day("2024-01-05"), publishedOn: day("2024-01-08"), repealedOn: null, version: 0 },
  };
  const { version: _version, ...entered } = document;
  const first = await saveDocuments(database, "A1", { documents: [document], recordedBy: "王敏" });
  const repealed = { ...document, id: "d1-2", repealedOn: day("2025-02-01"), version: 1, reason: "废止" };
  const second = await saveDocuments(database, "A1", { documents: [repealed], recordedBy: "王敏" });
  const stale = await saveDocuments(database, "A1", { documents: [{ ...repealed, id: "d1-3" }], recordedBy: "赵强" });
  expect([first.result, second.result, stale.result]).toEqual(["written", "written", "stale"]);
  expect(await loadDocuments(database, "A1")).toMatchObject([
    { ...entered, sequence: 1 },
    { id: "d1-2", sequence: 2, reason: "废止" },
  ]);

  const figure = { id: "f1", row: "art20_6.fees", column: "amount", month: "2025-03", value: 1234.56, source: "财务系统" };
  await saveFigures(database, "A1", {
    figures: [figure, { ...figure, id: "f2", value: 0.1 + 0.2, reason: "更正" }],
    recordedBy: "导入",
  });
  await saveFigures(database, "A1", { figures: [figure], recordedBy: "导入" });
  expect(await loadFigures(database, "A1")).toMatchObject([
    { ...figure, sequence: 1 },
    { id: "f2", sequence: 2, value: 0.1 + 0.2 },
  ]);
});

test("letter numbers have no gaps: a letter that fails gives its number back, one that is issued twice keeps it", async () => {
  const take = (letterId: string, fails = false) =>
    write(database, { chain: "A1", recordedBy: "王敏" }, async (writing) => {
      const taken = await takeLetterNumber(writing, { kind: "答复", year: 2025, letterId });
      if (fails) writing.giveUp(null);
      return taken;
    });
  expect(await take("l1")).toMatchObject({ number: 1 });
  expect(await take("l2", true)).toBeNull();
  expect(await take("l3")).toMatchObject({ number: 2 });
  expect(await take("l1")).toMatchObject({ number: 1 });
  const many = await Promise.all(Array.from({ length: 20 }, (_, index) => take(`many-${index}`, index % 3 === 0)));
  const numbers = many.flatMap((taken) => taken?.number ?? []).sort((one, other) => one - other);
  expect(numbers).toEqual(numbers.map((_, index) => index + 3));
});

test("an attachment reads back, and a file that is not what its name says is refused", async () => {
  const pdf = new TextEncoder().encode("%PDF-1.7\n…");
  const saved = await saveAttachment(
    database,
    { id: "a1", agencyId: "A1", caseId: "c1", name: "申请表.pdf", bytes: pdf },
    "李登记",
  );
  expect(saved).toMatchObject({ mediaType: "application/pdf", size: pdf.length });
  expect(await attachmentsOfCase(database, "c1")).toEqual([saved]);
  expect(Buffer.from((await loadAttachmentBytes(database, "a1")) ?? []).equals(Buffer.from(pdf))).toBe(true);
  for (const name of ["申请表.docx", "页面.html", "无扩展名"]) {
    await expect(
      saveAttachment(database, { id: name, agencyId: "A1", caseId: "c1", name, bytes: pdf }, "李登记"),
    ).rejects.toMatchObject({
      code: "ATTACHMENT_KIND_MISMATCH",
    });
  }
});

test("editions are numbered, frozen once, and a second person is told", async () => {
  const asOf = await closedInstant(database, ["A1"]);
  const first = { agencyId: "A1", year: 2025, edition: 1, asOf, body: { title: "年度报告", cells: [1, 2] }, reason: null };
  expect(await freezeEdition(database, first, "王敏")).toMatchObject({ result: "written", edition: { edition: 1, asOf } });
  expect(await freezeEdition(database, first, "王敏")).toMatchObject({ result: "written" });
  expect(await freezeEdition(database, { ...first, body: {} }, "赵强")).toMatchObject({ result: "stale", last: { edition: 1 } });
  await freezeEdition(database, { ...first, edition: 2, body: { title: "更正" }, reason: "补录一件" }, "王敏");
  expect((await loadEditions(database, "A1", 2025)).map(({ edition }) => edition)).toEqual([1, 2]);
});

test("after an instant was closed nothing is recorded at or before it", async () => {
  await openCase("z1");
  const writes = Array.from({ length: 10 }, (_, index) =>
    appendToCase(database, { caseId: "z1", version: 1, events: [{ id: `z1-${index}-x`, body: accepted }] }, "王敏"),
  );
  const instant = await closedInstant(database, ["A1"]);
  const atOnce = (await loadCase(database, "z1"))?.events.filter(({ recordedAt }) => recordedAt <= instant) ?? [];
  await Promise.all(writes);
  const later = (await loadCase(database, "z1"))?.events.filter(({ recordedAt }) => recordedAt <= instant) ?? [];
  expect(later).toEqual(atOnce);
});

test("settings keep their old values", async () => {
  const writer = { chain: "A1", recordedBy: "管理员" };
  const first = await recordSetting(database, writer, "opening/2024", { figures: [3] });
  await recordSetting(database, writer, "opening/2024", { figures: [4] });
  expect(await loadSetting(database, "A1", "opening/2024")).toMatchObject({ value: { figures: [4] }, version: 2 });
  expect(await loadSetting(database, "A1", "opening/2024", first.recordedAt)).toMatchObject({ value: { figures: [3] } });
  expect(await loadSetting(database, "A1", "none")).toBeNull();
});
