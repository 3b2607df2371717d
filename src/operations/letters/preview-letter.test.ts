import { afterAll, beforeAll, expect, test } from "vitest";
import { decided, groundsFor } from "../../../test/builders/letter.js";
import { addLetterAgency, HANDLER, HEAD, officeOn, orderOf, storeCase } from "../../../test/builders/letter-office.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { issueLetter } from "./issue-letter.js";
import { readLetterSettings, recordLetterSettings } from "./letter-settings.js";
import { letterFile, lettersOf } from "./letters-of-case.js";
import { possibleLetters } from "./possible-letters.js";
import { previewLetter } from "./preview-letter.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addLetterAgency(database);
});
afterAll(() => database.close());

const decide = { transition: "decide", input: { outcome: "denied.internal", grounds: groundsFor("denied.internal") } };
const REFUSED = { "internal-kind": "人事管理", clause: "属于<内部>事务" };

test("the fee of a notice is worked out from the pages, or from the pieces of the month, before an amount is filled in", async () => {
  await storeCase(database, "fee-pages", []);
  const feeOf = async (input: object, caseId = "fee-pages") => {
    const order = orderOf({ letterId: "L-FEE", step: { transition: "notice-fee", input: { ...input } } });
    return (await previewLetter(officeOn(database, "2025-03-05"), HEAD, { agencyId: "a1", caseId, order })).fee;
  };
  expect(await feeOf({ basis: "page", quantity: 109 })).toMatchObject({ yuan: 880 });
  expect((await feeOf({ basis: "page", quantity: 109 }))?.calculation.at(-1)).toBe("合计：0＋700＋180＝880元。");
  expect(await feeOf({ basis: "page" })).toBeNull();
  expect(await feeOf({ basis: "page", quantity: 1.5 })).toBeNull();
  for (let at = 0; at < 11; at += 1)
    await storeCase(database, `fee-${String(at).padStart(2, "0")}`, [], { identityNumber: "X-often" });
  expect(await feeOf({ basis: "item", quantity: 1 }, "fee-10")).toMatchObject({ yuan: 100 });
});

test("a preview shows what is fixed and what was written, and takes nothing", async () => {
  const file = await storeCase(database, "look", []);
  const order = orderOf({ letterId: "L-DENY-INTERNAL", edits: { texts: REFUSED }, step: decide });
  const office = officeOn(database, "2025-03-18");
  const preview = await previewLetter(office, HANDLER, { agencyId: "a1", caseId: "look", order });
  expect(preview.refusal).toBeNull();
  expect(preview.draft?.number).toBe("青商公开〔2025〕　号");
  expect(preview.html).toContain('<mark data-field="clause">属于&lt;内部&gt;事务</mark>');
  expect(preview.html).not.toContain("<内部>");
  expect(preview.lines.join("\n")).toContain("应当自收到本告知书之日起60日内先依法向示例市青山区人民政府申请行政复议");
  expect(preview.blanks.map(({ field }) => field)).toEqual(["internal-kind", "clause"]);
  expect(await database.db.selectFrom("letter_number").selectAll().execute()).toEqual([]);
  expect(await lettersOf(office, { agencyId: "a1", caseId: "look" })).toEqual([]);
  expect(file.version).toBe(1);
});

test("what is issued is what the preview showed, but for the number", async () => {
  const { version } = await storeCase(database, "same", []);
  const order = orderOf({ letterId: "L-DENY-INTERNAL", edits: { texts: REFUSED }, step: decide });
  const office = officeOn(database, "2025-03-18");
  const preview = await previewLetter(office, HEAD, { agencyId: "a1", caseId: "same", order });
  const { letter } = await issueLetter(office, HEAD, { agencyId: "a1", caseId: "same", version, id: "same-1", order });
  expect({ ...letter.body.draft, number: null, actEventId: "" }).toEqual({ ...preview.draft, number: null, actEventId: "" });
});

test.each([
  ["a remedy the clerk writes himself", { clause: "如不服可以在6个月内起诉" }, "wrongWords"],
  ["a number of the agency's own", { clause: "见青商公开〔2025〕777号" }, "ownNumber"],
  ["a last day the register does not know", { clause: "期限至2025年9月9日届满" }, "otherDate"],
  ["another article", { clause: "依据《政府信息公开条例》第十五条" }, "otherArticle"],
  ["nothing", { clause: " " }, "noEvidence"],
])("a preview is refused for %s, whatever field it stands in", async (name, texts, code) => {
  const caseId = `lint-${code}`;
  await storeCase(database, caseId, []);
  const order = orderOf({ letterId: "L-DENY-INTERNAL", edits: { texts: { ...REFUSED, ...texts } }, step: decide });
  const { refusal } = await previewLetter(officeOn(database, "2025-03-18"), HANDLER, { agencyId: "a1", caseId, order });
  expect(refusal?.refusalId, name).toBe(code);
});

test("every letter is listed, with the step that would be its act or why it cannot be issued", async () => {
  await storeCase(database, "open", []);
  const letters = await possibleLetters(officeOn(database, "2025-03-05"), { agencyId: "a1", caseId: "open" });
  const standing = new Map(letters.map((letter) => [letter.letterId, letter]));
  expect(letters).toHaveLength(37);
  expect(standing.get("L-RECEIPT")).toMatchObject({ standing: "ready", why: null });
  expect(standing.get("L-CORRECT")).toMatchObject({
    standing: "to-act",
    why: "台账中没有“通知补正”的记录，不能出具《政府信息公开申请补正告知书》。",
    steps: [{ id: "request-clarification", label: "通知补正" }],
  });
  expect(standing.get("L-WITHDRAWN")?.steps).toEqual([{ id: "withdraw", label: "登记申请人撤回" }]);
  expect(standing.get("L-3P-TELL")).toMatchObject({ standing: "no", steps: [] });
});

test("a decided case offers the letter of its row and says why not the others", async () => {
  await storeCase(database, "granted", [decided("granted")]);
  const letters = await possibleLetters(officeOn(database, "2025-03-19"), { agencyId: "a1", caseId: "granted" });
  const standing = new Map(letters.map((letter) => [letter.letterId, letter]));
  expect(standing.get("L-GRANT")).toMatchObject({ standing: "to-fill" });
  expect(standing.get("L-GRANT")?.blanks.map(({ label }) => label)).toEqual([
    "公开的信息名称、文号",
    "提供方式或获取的方式、途径和时间",
  ]);
  expect(standing.get("L-DENY-SECRET")).toMatchObject({
    standing: "no",
    steps: [{ id: "decide-anew", label: "重新作出处理决定" }],
    why: "台账记录的办理结果是“予以公开”，与《政府信息不予公开告知书（国家秘密）》不符。",
  });
});

test("an answer served online needs the online channel; court and missing seal are printed as they are set", async () => {
  const settings = (await readLetterSettings({ database }, { agencyId: "a1" })).settings;
  const { onlineChannel: _channel, ...without } = settings;
  const set = await recordLetterSettings({ database }, HEAD, {
    agencyId: "a1",
    version: 1,
    settings: { ...without, court: "示例市青山区人民法院", isSealed: false },
  });
  expect(set).toMatchObject({ version: 2, missing: [] });
  await storeCase(database, "online", [decided("granted")]);
  const order = (servedBy: "online" | "hand") =>
    orderOf({ letterId: "L-GRANT", servedBy, edits: { texts: { information: "方案", provision: "网上下载" } } });
  const office = officeOn(database, "2025-03-19");
  const at = { agencyId: "a1", caseId: "online" };
  const online = await previewLetter(office, HANDLER, { ...at, order: order("online") });
  expect(online.refusal).toMatchObject({ refusalId: "remedyIncomplete" });
  const byHand = await previewLetter(office, HANDLER, { ...at, order: order("hand") });
  expect(byHand.lines.join("")).toContain("6个月内依法向示例市青山区人民法院提起行政诉讼");
  expect(byHand.draft?.signOff.kind).toBe("unsealed");
  const stale = recordLetterSettings({ database }, HEAD, { agencyId: "a1", version: 1, settings });
  await expect(stale).rejects.toMatchObject({ code: "RECORD_STALE" });
  await recordLetterSettings({ database }, HEAD, { agencyId: "a1", version: 2, settings });
});

test("a name with a character the pdf fonts lack still gets its letter, as docx, and the office is told", async () => {
  const { version } = await storeCase(database, "rare", [decided("granted")], { requesterName: "张\u{2F9F4}" });
  const office = officeOn(database, "2025-03-19");
  const order = orderOf({ letterId: "L-GRANT", edits: { texts: { information: "方案", provision: "邮寄" } } });
  await issueLetter(office, HEAD, { agencyId: "a1", caseId: "rare", version, id: "rare-1", order });
  const [row] = await lettersOf(office, { agencyId: "a1", caseId: "rare" });
  expect(row?.files.map(({ format, name }) => [format, name])).toEqual([["docx", `政府信息公开告知书 ${row?.number}.docx`]]);
  expect(row?.cautions.join("")).toContain("只生成了 docx");
  const pdf = letterFile(office, { agencyId: "a1", caseId: "rare", id: "rare-1", format: "pdf" });
  await expect(pdf).rejects.toMatchObject({ code: "RECORD_UNKNOWN" });
});

test("a letter is not found through another agency or case", async () => {
  const office = officeOn(database, "2025-03-19");
  const order = orderOf({ letterId: "L-RECEIPT" });
  await expect(previewLetter(office, HANDLER, { agencyId: "a2", caseId: "open", order })).rejects.toMatchObject({
    code: "CASE_UNKNOWN",
  });
  const file = letterFile(office, { agencyId: "a1", caseId: "open", id: "rare-1", format: "docx" });
  await expect(file).rejects.toMatchObject({ code: "RECORD_UNKNOWN" });
});

test("one who does not make an earlier answer cannot have a request called a repetition of it", async () => {
  await storeCase(database, "theirs", [decided("granted")], { identityNumber: "Y-1", arrivedOn: "2025-02-03" });
  await storeCase(database, "mine", [decided("rejected.repeat")], { identityNumber: "Y-2" });
  const order = orderOf({ letterId: "L-REPEAT", earlierCase: "theirs" });
  const preview = await previewLetter(officeOn(database, "2025-03-19"), HANDLER, { agencyId: "a1", caseId: "mine", order });
  expect(preview.refusal?.message).toBe("所选的前次申请不是同一申请人此前提出的申请。");
});
