import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { composedFrom } from "../report/composed-from.js";
import { endChild } from "./child-reader.js";
import { readReport } from "./read-report.js";
import { RELEASE_FORMATS, releaseReport } from "./release-report.js";

const CORPUS = join(import.meta.dirname, "..", "..", "test", "corpus");
const seeds = readdirSync(join(CORPUS, "seeds"))
  .filter((file) => file.endsWith(".txt"))
  .map((file) => join("seeds", file));

afterAll(endChild);

describe("a report that was read is written anew and reads back equal", () => {
  test.each([...seeds, "made/f0.docx", "made/f1.docx", "made/f2.docx"].flatMap((file) => RELEASE_FORMATS.map((format) => [file, format] as const)))(
    "%s as %s",
    async (file, format) => {
      const { report } = await readReport(join(CORPUS, file));
      const [released] = await releaseReport(composedFrom(report), { formats: [format] });
      expect(released?.bytes.length).toBeGreaterThan(0);
    },
  );
});
