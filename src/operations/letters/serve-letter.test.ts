import { afterAll, beforeAll, expect, test } from "vitest";
import { addLetterAgency, HANDLER, HEAD, officeOn, orderOf, storeCase } from "../../../test/builders/letter-office.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import type { PlainDate } from "../../law/plain-date.js";
import { loadCase } from "../../storage/stores/case-store.js";
import { listCases } from "../cases/list-cases.js";
import { correctEvent } from "../cases/take-step.js";
import { issueLetter } from "./issue-letter.js";
import { lettersOf } from "./letters-of-case.js";
import { serveLetter } from "./serve-letter.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addLetterAgency(database);
});
afterAll(() => database.close());

const IN_A1 = { agencyId: "a1" };
const ASKING = { transition: "ask-third-party", input: { party: "甲公司", receivedOn: "2025-03-06" } };

test("the service of a letter of inquiry begins the fifteen working days of the third party, whatever was typed", async () => {
  const { version } = await storeCase(database, "inquiry", []);
  const at = { ...IN_A1, caseId: "inquiry" };
  const asked = await issueLetter(officeOn(database, "2025-03-05"), HANDLER, {
    ...{ ...at, version, id: "inquiry-asked" },
    order: orderOf({ letterId: "L-3P-ASK", edits: { texts: { "third-party-interest": "载有工艺路线" } }, step: ASKING }),
  });
  const service = { letter: "inquiry-asked", method: "registered-mail", proof: "EMS 1234" } as const;
  const early = serveLetter(officeOn(database, "2025-03-10"), HANDLER, {
    ...{ ...at, version: asked.caseFile.version, id: "inquiry-early", on: "2025-03-04" as PlainDate /* a day that exists */ },
    ...service,
  });
  await expect(early).rejects.toMatchObject({ code: "STEP_REFUSED", data: { reason: expect.stringContaining("送达日期") } });
  const { caseFile, change, flags } = await serveLetter(officeOn(database, "2025-03-10"), HANDLER, {
    ...{ ...at, version: asked.caseFile.version, id: "inquiry-served" },
    ...service,
  });
  expect(caseFile.events.at(-1)?.body).toMatchObject({ type: "letter-served", inquiry: "inquiry-asked-act", on: "2025-03-10" });
  expect(change).toContain("第三方（甲公司）提出意见的期限由“2025年3月27日”改为“2025年3月31日”。");
  expect(flags.filter((flag) => flag.includes("2025年3月6日") && flag.includes("2025年3月10日"))).toHaveLength(1);
});

test("a request is found by the number of a letter that went out on the way, however its brackets are typed", async () => {
  const office = officeOn(database, "2025-03-05");
  const { version } = await storeCase(database, "numbered", []);
  const { letter } = await issueLetter(office, HANDLER, {
    ...{ ...IN_A1, caseId: "numbered", version, id: "numbered-asked" },
    order: orderOf({ letterId: "L-3P-ASK", edits: { texts: { "third-party-interest": "载有工艺路线" } }, step: ASKING }),
  });
  const found = async (text: string) => {
    const page = { filter: { ...IN_A1, text }, sort: "newest", after: null, limit: 9 } as const;
    return (await listCases(office, HANDLER, page)).rows.map(({ id }) => id);
  };
  const number = letter.number ?? "";
  expect(await found(number)).toEqual(["numbered"]);
  expect(await found(number.replace("〔", "[").replace("〕", "]"))).toEqual(["numbered"]);
  expect(
    await found(
      number
        .replace("青商公开", "（")
        .replace(/[〔〕]/g, "")
        .replace("2025", "2025）"),
    ),
  ).toEqual(["numbered"]);
  expect(await found("〔2024〕1号")).toEqual([]);
});

test("the day a letter is listed as served follows the correction of its service", async () => {
  const { version } = await storeCase(database, "service-mended", []);
  const at = { ...IN_A1, caseId: "service-mended" };
  const asked = await issueLetter(officeOn(database, "2025-03-05"), HANDLER, {
    ...{ ...at, version, id: "mended-asked" },
    order: orderOf({ letterId: "L-3P-ASK", edits: { texts: { "third-party-interest": "载有工艺路线" } }, step: ASKING }),
  });
  const { caseFile } = await serveLetter(officeOn(database, "2025-03-10"), HANDLER, {
    ...{ ...at, version: asked.caseFile.version, id: "mended-receipt" },
    ...{ letter: "mended-asked", method: "registered-mail", proof: "EMS 1234" },
  });
  const served = caseFile.events.at(-1);
  const mend = (file: typeof caseFile, replacement: object | null) =>
    correctEvent(officeOn(database, "2025-03-12"), HEAD, {
      ...{ ...at, version: file.version, eventId: `mend-${file.version}`, corrects: served?.id ?? "" },
      ...{ replacement: replacement === null ? null : { ...served?.body, ...replacement }, reason: "签收日期看错" },
    });
  const servedOn = async () => (await lettersOf({ database }, at)).map((row) => row.servedOn)[0];
  expect(await servedOn()).toBe("2025-03-10");
  await mend(caseFile, { on: "2025-03-07" });
  expect(await servedOn()).toBe("2025-03-07");
  const file = await loadCase(database, "service-mended");
  if (file !== null) await mend(file, null);
  expect(await servedOn()).toBeNull();
});
