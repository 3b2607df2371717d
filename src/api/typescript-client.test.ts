import { expect, test } from "vitest";
import { apiPage } from "./api-page.js";
import { openApi } from "./open-api.js";
import { ROUTES } from "./routes.js";
import { schemaType } from "./schema-type.js";
import { typescriptClient } from "./typescript-client.js";

// After a change of src/api: npm run build && node scripts/make-api-client.mjs (or vitest -u on this file).
test("the client is the one the routes make", async () => {
  await expect(typescriptClient(ROUTES)).toMatchFileSnapshot("../../clients/typescript/yangguang-client.ts");
});

test("docs/api/README.md is the one the routes make", async () => {
  await expect(apiPage(ROUTES)).toMatchFileSnapshot("../../docs/api/README.md");
});

test("the description names every route once, every reference in it leads somewhere, and it is in Chinese", () => {
  const description = openApi(ROUTES);
  const text = JSON.stringify(description);
  const { schemas } = description.components as { schemas: Record<string, unknown> };
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = ""]) => to);
  expect(references.filter((to) => !(to.replace("#/components/schemas/", "") in schemas))).toEqual([]);
  expect([...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id).sort()).toEqual(ROUTES.map(({ id }) => id).sort());
  expect(ROUTES.filter(({ summary }) => !/[一-鿿]/.test(summary)).map(({ id }) => id)).toEqual([]);
});

test.each([
  [{ type: "string" }, "string"],
  [{ type: ["integer", "null"] }, "number | null"],
  [{ enum: ["a", 1] }, '"a" | 1'],
  [{ type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } }, "readonly (string | null)[]"],
  [{ type: "object", additionalProperties: { type: "number" } }, "Readonly<Record<string, number>>"],
  [{ $ref: "#/components/schemas/Problem" }, "Problem"],
  [{}, "unknown"],
])("%j is %s", (schema, type) => {
  expect(schemaType(schema)).toBe(type);
});
