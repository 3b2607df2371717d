import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { checkReport } from "../src/findings/check-report.js";
import { readReport } from "../src/operations/read-report.js";

const WRITTEN = join(import.meta.dirname, "corpus", "written");

const Planted = z.array(
  z.object({ checkId: z.string(), messageId: z.string(), severity: z.enum(["error", "warning", "question"]) }),
);

const FILES = readdirSync(WRITTEN)
  .filter((name) => !name.endsWith(".findings.json"))
  .toSorted();

const planted = (file: string) => Planted.parse(JSON.parse(readFileSync(join(WRITTEN, `${file}.findings.json`), "utf8")));

test("half of the written reports are controls, in which there is nothing to find", () => {
  expect(FILES).toHaveLength(20);
  expect(FILES.filter((file) => planted(file).length === 0)).toEqual(FILES.filter((file) => file.startsWith("clean-")));
  expect(FILES.filter((file) => file.startsWith("clean-"))).toHaveLength(10);
});

test.each(FILES)("%s: the faults planted in it are found, and nothing else is held against it", async (file) => {
  const { report } = await readReport(join(WRITTEN, file));
  const found = checkReport(report)
    .filter(({ severity }) => severity !== "question")
    .map(({ checkId, messageId, severity }) => `${severity} ${checkId}/${messageId}`);
  expect(found.toSorted()).toEqual(
    planted(file)
      .map(({ checkId, messageId, severity }) => `${severity} ${checkId}/${messageId}`)
      .toSorted(),
  );
});
