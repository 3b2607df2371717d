// Makes clients/typescript/yangguang-client.ts and docs/api/README.md from the routes in src/api. Run `npm run build` first.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { apiPage } from "../dist/api/api-page.js";
import { ROUTES } from "../dist/api/routes.js";
import { typescriptClient } from "../dist/api/typescript-client.js";

const ROOT = join(import.meta.dirname, "..");

for (const [path, content] of [
  ["clients/typescript/yangguang-client.ts", typescriptClient(ROUTES)],
  ["docs/api/README.md", apiPage(ROUTES)],
]) {
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  process.stdout.write(`${path}: ${content.split("\n").length} lines\n`);
}
