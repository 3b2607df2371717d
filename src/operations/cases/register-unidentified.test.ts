import { afterAll, beforeAll, expect, test } from "vitest";
import { actorIn, deskOffice, registration } from "../../../test/builders/desk.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { verifyAudit } from "../../storage/audit/verify-audit.js";
import { rotateKey } from "../../storage/identity/rotate-key.js";
import { openView, sealView } from "../../storage/safekeeping/open-rows.js";
import { casesOfRequester, loadCase } from "../../storage/stores/case-store.js";
import { SPREADSHEETS } from "../safekeeping/spreadsheet-columns.js";
import { checkRegistration, registerRequest } from "./register-request.js";
import { findSimilar } from "./related-cases.js";
import { showRequester } from "./shown-requester.js";
import { viewCase } from "./view-case.js";

const AGENCY = "unidentified";
const NAME = "来信的欧阳沐泽";
const handler = actorIn(AGENCY, "handler");

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, AGENCY);
  for (const id of ["one", "two"]) await registerRequest(office(), handler, AGENCY, letter(id));
});
afterAll(() => database.close());

const office = () => deskOffice(database, "2025-03-04");
const letter = (id: string) =>
  registration(id, { requester: { kind: "natural", name: NAME, contact: { phone: "13964012345" } } });
const ONE = { agencyId: AGENCY, caseId: "case-one-1" };

test("a letter without a proof of identity is received, and its term runs", async () => {
  const { row, requester, steps } = await viewCase(office(), handler, ONE);
  expect([row.state.code, row.due]).toEqual(["received", "2025-03-31"]);
  expect(requester).toMatchObject({ identity: null });
  const { fields } = steps.find(({ id }) => id === "request-clarification") ?? { fields: [] };
  expect(fields.find(({ name }) => name === "unclear")?.suggested).toBe("没有提供申请人的身份证明");
  const file = await loadCase(database, ONE.caseId);
  expect(Object.keys(file?.request.requester ?? {})).toEqual(["contact", "kind", "name"]);
});

test("of one whose letter has it nothing is proposed", async () => {
  await registerRequest(office(), handler, AGENCY, registration("known"));
  const { steps } = await viewCase(office(), handler, { agencyId: AGENCY, caseId: "case-known-1" });
  const field = steps.find(({ id }) => id === "request-clarification")?.fields.find(({ name }) => name === "unclear");
  expect(field?.suggested).toBeNull();
});

test("what lacks is told before and after, and two of whom nothing is known are never the same person", async () => {
  const { warnings } = await checkRegistration(office(), AGENCY, letter("three"));
  expect(warnings.map(({ code, field }) => [code, field])).toEqual([
    ["no-identity", "requester.identity.number"],
    ["no-contact", "requester.contact.address"],
    ["similar", "pieces.0.description"],
    ["late-entry", "arrivedOn"],
  ]);
  expect(warnings[0]?.message).toBe("没有身份证明，应当告知补正（条例第二十九条、第三十条）。");
  expect(warnings[2]?.message).not.toContain("同一申请人");
  const { cases } = await findSimilar(office(), ONE);
  expect(cases.map(({ isSameRequester }) => isSameRequester)).not.toContain(true);
  const requester = (await loadCase(database, ONE.caseId))?.request.requester ?? {};
  expect(await casesOfRequester(database, { agencyId: AGENCY, requester, from: "2025-01-01", to: "2025-12-31" })).toEqual([]);
  const rows = await database.db.selectFrom("case_file").select("requester_index").execute();
  expect(new Set(rows.map(({ requester_index }) => requester_index.toString("hex"))).size).toBe(rows.length);
});

test("an empty number does not meet another empty one either", async () => {
  const identity = { document: "other", number: " " } as const;
  await expect(
    registerRequest(
      office(),
      handler,
      AGENCY,
      registration("blank", {
        requester: { kind: "natural", name: NAME, identity, contact: {} },
      }),
    ),
  ).resolves.toMatchObject({ cases: [{ number: expect.any(String) }] });
  const file = await loadCase(database, "case-blank-1");
  expect(file?.request.requester.identity).toBeUndefined();
});

test("the number may be typed before the name", async () => {
  const { requester } = registration("typed");
  const { bornOn, warnings } = await checkRegistration(office(), AGENCY, { requester: { ...requester, name: undefined } });
  expect(bornOn).toBe("1949-12-31");
  expect(warnings.map(({ code }) => code)).toContain("same-requester");
});

test("shown with nothing covered it is still said to be absent", async () => {
  const shown = await showRequester(office(), handler, { ...ONE, purpose: "电话联系" });
  expect(shown).toMatchObject({ name: NAME, identity: null, isMasked: false });
});

test("an export in the clear and the way back keep it absent, and the chain holds under a fresh key", async () => {
  const shape = { name: "public.case_file", columns: [["id"], ["requester"], ["key_id"]] } as unknown as Parameters<
    ReturnType<typeof openView>
  >[0]; // as far as a view reads it
  const row = await database.db.selectFrom("case_file").selectAll().where("id", "=", ONE.caseId).executeTakeFirstOrThrow();
  const sealed = JSON.stringify([row.id, `\\x${row.requester.toString("hex")}`, row.key_id]);
  const open = openView(database.keys)(shape, sealed) ?? "";
  const [, requester = null] = JSON.parse(open) as (string | null)[]; // an array of texts
  expect(requester).not.toContain("identity");
  expect(openView(database.keys)(shape, sealView(database.keys)(shape, open) ?? "")).toBe(open);
  const { columns } = SPREADSHEETS.find(({ table }) => table === "public.case_file") ?? { columns: [] };
  const cells = columns.filter(([head]) => head.startsWith("证件")).map(([, of]) => of({ requester }) ?? "");
  expect(cells).toEqual(["", ""]);
  await rotateKey(database, "管理员");
  expect((await verifyAudit(database)).broken).toEqual([]);
});
