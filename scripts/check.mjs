// npm test: sets up a fresh clone, then runs everything that must hold before a change lands, in order.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run, setUp } from "./setup.mjs";

setUp();
for (const script of ["lint", "typecheck"]) {
  process.stderr.write(`\n— npm run ${script}\n`);
  run("npm", ["run", "--silent", script]);
}
mkdirSync(join(ROOT, "out"), { recursive: true });
const outcome = join(ROOT, "out", "tests.json");
process.stderr.write("\n— vitest\n");
run("npm", ["run", "--silent", "test:unit", "--", "--reporter=default", "--reporter=json", `--outputFile.json=${outcome}`]);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(outcome, "utf8"));
process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
