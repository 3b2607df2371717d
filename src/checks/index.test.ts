import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SEVERITIES } from "./finding.js";
import { CHECKS } from "./index.js";

const CHECKS_FOLDER = import.meta.dirname;
const DOCS = join(import.meta.dirname, "..", "..", "docs", "checks");
const HEADINGS = ["依据", "检查什么", "例", "何时不适用"];

/** family/name of every file of a folder of families that ends in one of the endings. */
const idsIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: family }) =>
      readdirSync(join(folder, family))
        .filter((file) => file.endsWith(ending) && !(ending === ".ts" && file.endsWith(".test.ts")))
        .map((file) => `${family}/${file.slice(0, -ending.length)}`),
    )
    .toSorted();

const ids = CHECKS.map(({ id }) => id).toSorted();

const camelCase = (words: string): string => words.replace(/-(\w)/g, (_whole, sign: string) => sign.toUpperCase());

/** The name of a check is that of its file and then its family: columnTotalsFooting, sameYearDates. */
const exportName = (id: string): string => {
  const [family = "", name = ""] = id.split("/");
  return camelCase(`${name}-${family}`);
};

describe("the register of checks", () => {
  test("holds each check once", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("lists what is in the folders, and nothing else", () => {
    expect(ids).toEqual(idsIn(CHECKS_FOLDER, ".ts"));
  });

  test("has a test beside every check and a page for every check", () => {
    expect(idsIn(CHECKS_FOLDER, ".test.ts")).toEqual(ids);
    expect(idsIn(DOCS, ".md")).toEqual(ids);
  });
});

describe.each(CHECKS.map((check) => [check.id, check] as const))("%s", (id, check) => {
  const source = readFileSync(join(CHECKS_FOLDER, `${id}.ts`), "utf8");
  const page = readFileSync(join(DOCS, `${id}.md`), "utf8");

  test("is exported under the name of its file and family", () => {
    expect(source).toContain(`export const ${exportName(id)} = defineCheck(`);
  });

  test("says where it is written, for which formats and how grave it is", () => {
    expect(check.basis.length).toBeGreaterThan(0);
    expect(check.formats.length).toBeGreaterThan(0);
    expect(SEVERITIES).toContain(check.severity);
    expect(check.title).not.toBe("");
  });

  test("has a page with its title, its id and the four headings in order", () => {
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(HEADINGS);
    expect(page).toContain(`# ${check.title}\n`);
    expect(page).toContain(`\`${id}\``);
  });

  test("names on its page every instrument it rests on", () => {
    for (const { instrument } of check.basis) expect(page).toContain(instrument);
  });

  test("is tested through testCheck", () => {
    const file = join(CHECKS_FOLDER, `${id}.test.ts`);
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    expect(text).toContain(`testCheck(${exportName(id)}`);
  });
});
