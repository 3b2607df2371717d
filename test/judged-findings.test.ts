import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { checkReport } from "../src/findings/check-report.js";
import { readReport } from "../src/operations/read-report.js";

const CORPUS = join(import.meta.dirname, "corpus");

/** Long stretches are named by their beginning. */
const EXCERPT = 60;

const Judged = z.object({
  file: z.string(),
  checkId: z.string(),
  messageId: z.string(),
  severity: z.enum(["error", "warning", "question"]),
  where: z.string(),
  excerpt: z.string(),
  /** What a person says who read the file: does the report deserve it? */
  judged: z.boolean(),
  reason: z.string().min(1),
});

const JUDGED = z.array(Judged).parse(JSON.parse(readFileSync(join(CORPUS, "judged-findings.json"), "utf8")));

/** Every published report of the corpus; the blank form is none. */
const FILES = ["seeds", "real"].flatMap((folder) =>
  readdirSync(join(CORPUS, folder))
    .filter((name) => !name.endsWith(".json") && !name.startsWith("template"))
    .toSorted()
    .map((name) => `${folder}/${name}`),
);

type Named = Pick<z.infer<typeof Judged>, "checkId" | "messageId" | "severity" | "where" | "excerpt">;

const nameOf = ({ checkId, messageId, severity, where, excerpt }: Named): string =>
  `${severity} ${checkId}/${messageId} · ${where.slice(0, EXCERPT)} · ${excerpt.slice(0, EXCERPT)}`;

describe("the findings on published reports, judged by hand", () => {
  test("the list speaks of every published report of the corpus, and of no other", () => {
    expect(FILES).toHaveLength(21);
    expect(JUDGED.map(({ file }) => file).filter((file) => !FILES.includes(file))).toEqual([]);
  });

  test("no finding of severity error was judged undeserved", () => {
    expect(JUDGED.filter(({ judged, severity }) => !judged && severity === "error")).toEqual([]);
  });

  describe.each(FILES)("%s", (file) => {
    let found: string[] = [];

    beforeAll(async () => {
      const { report } = await readReport(join(CORPUS, file));
      found = checkReport(report).map(nameOf);
    }, 30_000);

    test("has exactly the findings that were judged", () => {
      expect(found.toSorted()).toEqual(
        JUDGED.filter((judged) => judged.file === file)
          .map(nameOf)
          .toSorted(),
      );
    });
  });
});
