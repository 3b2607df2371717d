import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actorIn, type DeskOffice, deskOffice, registration } from "../../../test/builders/desk.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { registerRequest } from "./register-request.js";
import { takeStep, tryStep } from "./take-step.js";
import { viewCase } from "./view-case.js";

const AGENCY = "corrected";
const head = actorIn(AGENCY, "head", "王负责");
const handler = actorIn(AGENCY, "handler");

describe("a registration that was typed wrong", () => {
  let database: TestDatabase;
  let office: DeskOffice;
  let named: { readonly agencyId: string; readonly caseId: string; readonly version: number };

  beforeAll(async () => {
    database = await testDatabase();
    await addAgency(database, AGENCY);
    office = deskOffice(database, "2025-03-10");
    const { cases } = await registerRequest(office, handler, AGENCY, registration(AGENCY));
    named = { agencyId: AGENCY, caseId: cases[0]?.id ?? "", version: 1 };
  });
  afterAll(() => database.close());

  const step = { transition: "correct-request", eventId: "event-of-a-correction" } as const;

  test("is put right by the head alone, with a reason, and only where something changes", async () => {
    const input = { requesterKind: "business", reason: "登记时选错了类别" };
    await expect(takeStep(office, handler, { ...named, ...step, input })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const noReason = takeStep(office, head, { ...named, ...step, input: { requesterKind: "business" } });
    await expect(noReason).rejects.toMatchObject({ code: "STEP_REFUSED", details: { refusalId: "noReason" } });
    const nothing = takeStep(office, head, { ...named, ...step, input: { requesterKind: "natural", reason: "没有变化" } });
    await expect(nothing).rejects.toMatchObject({ code: "STEP_REFUSED", details: { refusalId: "nothing" } });
    const later = takeStep(office, head, { ...named, ...step, input: { arrivedOn: "2025-03-11", reason: "填错" } });
    await expect(later).rejects.toMatchObject({ code: "STEP_REFUSED", details: { refusalId: "futureDay" } });
  });

  test("its form asks why, and what it would do is told before", async () => {
    const { steps } = await viewCase(office, head, named);
    const form = steps.find(({ id }) => id === "correct-request");
    expect(form).toMatchObject({ why: null, isAllowed: true });
    expect(form?.fields.find(({ name }) => name === "reason")).toMatchObject({ isRequired: true });
    expect(form?.fields.find(({ name }) => name === "channel")?.kind).toBe("choice");
    const tried = await tryStep(office, { ...named, ...step, input: { channel: "registered_mail", reason: "是邮寄来的" } });
    expect(tried).toMatchObject({ isPossible: true, refusal: null });
  });

  test("counts as it is put right; who asked and for what stays as it was received", async () => {
    const before = await viewCase(office, head, named);
    expect(before.reportCells.map(({ column }) => column)).toEqual(before.reportCells.map(() => "natural"));
    const input = { requesterKind: "business", channel: "registered_mail", reason: "登记时选错了类别和渠道" };
    await takeStep(office, head, { ...named, ...step, input });
    const { row, requester, reportCells, timeline } = await viewCase(office, handler, named);
    expect(row).toMatchObject({ channel: { code: "registered_mail" }, description: before.row.description, version: 2 });
    expect(requester).toMatchObject({ kind: { code: "business" }, name: "欧阳沐泽" });
    expect(reportCells.length).toBeGreaterThan(0);
    expect(reportCells.map(({ column }) => column)).toEqual(reportCells.map(() => "business"));
    expect(timeline.at(-1)).toMatchObject({ type: "request-corrected", reason: "登记时选错了类别和渠道", standing: "stands" });
  });
});
