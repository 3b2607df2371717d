import { afterAll, beforeAll, expect, test } from "vitest";
import { actorIn, deskOffice } from "../../../test/builders/desk.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { enterFigures, setPowers } from "./enter-figures.js";
import { exportFigures } from "./export-figures.js";
import { importFigures } from "./import-figures.js";
import { listFigures } from "./list-figures.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
});
afterAll(() => database.close());

test("what is exported can be imported again: nothing changes, no head is unknown, a blank is no zero", async () => {
  const office = deskOffice(database, "2025-07-01");
  const actor = actorIn("A1", "handler");
  await setPowers(office, actor, { agencyId: "A1", withoutPower: ["art20_6.coercion"] });
  const figure = (row: string, column: string, value: number) => ({ row, column, month: "2025-03", value, version: 0 });
  const figures = [
    figure("art20_5.licensing", "decisions", 12),
    figure("art20_6.penalty", "decisions", 0),
    figure("art20_8.fees", "amount_wan", 3.25),
  ];
  await enterFigures(office, actor, { agencyId: "A1", figures, source: "李经办填报" });
  const { bytes, fileName } = await exportFigures(office, actor, { agencyId: "A1", year: 2025 });
  const tried = await importFigures(office, actor, { agencyId: "A1", fileName, bytes, isDryRun: true });
  expect(tried).toEqual({ changes: [], unchanged: 3, faults: [], isWritten: false });
  expect((await listFigures(office, { agencyId: "A1", year: 2025 })).figures).toHaveLength(3);
});
