import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = join(import.meta.dirname, "..", "src");

/** What each layer may import of ours, besides itself. docs/architecture.md says why. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  errors: ["document"],
  law: [],
  document: [],
  report: ["law", "document"],
  register: ["law", "document"],
  tally: ["law", "document", "report", "register"],
  storage: ["law", "document", "report", "register", "errors"],
  recognition: ["law", "document", "report"],
  checks: ["law", "document", "report"],
  findings: ["law", "document", "report", "checks"],
  readers: ["document", "errors"],
  writers: ["law", "document", "report", "register", "tally", "checks", "findings", "errors"],
  operations: [
    "law",
    "document",
    "report",
    "register",
    "tally",
    "storage",
    "recognition",
    "checks",
    "findings",
    "readers",
    "writers",
    "errors",
  ],
  api: ["law", "document", "report", "register", "errors"],
  web: ["law", "document", "report", "register", "tally", "checks", "findings", "api", "errors"],
  server: ["law", "document", "report", "register", "tally", "api", "operations", "web", "writers", "errors"],
  cli: ["law", "document", "report", "register", "tally", "checks", "findings", "writers", "operations", "server", "errors"],
  index: ["law", "document", "report", "checks", "findings", "writers", "operations", "errors"],
};

/**
 * Rooms of a layer that put other layers together, and so may import more than their layer. The check of a report in the browser is one:
 * it reads, recognises, checks and shows where the server's operations would, and has nothing of theirs.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "web/portal-check": ["document", "errors", "findings", "readers", "recognition", "report", "writers"],
};
const BROWSER_ROOM = "web/portal-check/";

/** Layers whose members must not import one another: each check and each reader stands alone. */
const ISLANDS: Readonly<Record<string, (file: string) => string | null>> = {
  checks: (file) => (file.split("/").length > 2 ? file : null),
  readers: (file) => (file.split("/").length > 2 ? (file.split("/")[1] ?? null) : null),
};

/** Folders inside an island that exist to be shared. */
const SHARED = new Set(["readers/zip", "readers/xml", "readers/ooxml"]);

const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(SRC, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"?]+)"/g)].map(([, path]) =>
    relative(SRC, join(SRC, dirname(file), path ?? ""))
      .replaceAll("\\", "/")
      .replace(/\.js$/, ".ts"),
  );

/** Everything that is loaded with a file, in the end. */
function reachedFrom(start: readonly string[]): Set<string> {
  const reached = new Set(start);
  for (const file of reached) for (const target of importsOf(file)) if (sources.includes(target)) reached.add(target);
  return reached;
}

const layerOf = (file: string): string => (file.includes("/") ? file.split("/")[0] : file.replace(/\.ts$/, "")) ?? "";

const mayImport = (file: string): readonly string[] =>
  ROOMS[file.split("/").slice(0, 2).join("/")] ?? MAY_IMPORT[layerOf(file)] ?? [];

describe("layers", () => {
  test("no file lies deeper than src/a/b/c.ts", () => {
    expect(sources.filter((file) => file.split("/").length > 3)).toEqual([]);
  });

  test("every file imports only what its layer may", () => {
    const forbidden = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => layerOf(target) !== layerOf(file) && !mayImport(file).includes(layerOf(target)))
        .map((target) => `${file} -> ${target}`),
    );
    expect(forbidden).toEqual([]);
  });

  test("checks do not import checks, readers do not import readers", () => {
    const crossing = sources.flatMap((file) => {
      const island = ISLANDS[layerOf(file)];
      if (!island || file.endsWith("/index.ts")) return [];
      return importsOf(file)
        .filter((target) => layerOf(target) === layerOf(file))
        .filter((target) => !SHARED.has(target.split("/").slice(0, 2).join("/")))
        .filter((target) => island(target) !== null && island(file) !== island(target) && island(file) !== null)
        .map((target) => `${file} -> ${target}`);
    });
    expect(crossing).toEqual([]);
  });

  test("there is no import cycle", () => {
    const cycles: string[] = [];
    const state = new Map<string, "open" | "done">();
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === "done") return;
      if (state.get(file) === "open") {
        cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
        return;
      }
      state.set(file, "open");
      for (const target of importsOf(file)) if (sources.includes(target)) visit(target, [...path, file]);
      state.set(file, "done");
    };
    for (const file of sources) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test("what runs in a reader's browser asks nothing of Node", () => {
    const reached = reachedFrom(sources.filter((file) => file.startsWith(BROWSER_ROOM)));
    expect([...reached].some((file) => file.startsWith("readers/pdf/"))).toBe(true);
    const bound = [...reached].filter((file) =>
      /from "node:|import\("node:|import "node:|\bBuffer\.|\bprocess\./.test(readFileSync(join(SRC, file), "utf8")),
    );
    expect(bound).toEqual([]);
  });

  test("what reads on Node uses what Node is better at", () => {
    const reading = sources.filter((file) => layerOf(file) === "operations" && file !== "operations/native-machine.ts");
    const slow = reading.filter((file) => {
      const reached = reachedFrom([file]);
      return reached.has("readers/machine.ts") && !reached.has("operations/native-machine.ts");
    });
    expect(slow).toEqual([]);
  });

  test("no file is named after nothing", () => {
    expect(sources.filter((file) => /(^|\/)(utils?|helpers?|common|core|misc)(\/|\.ts$)/.test(file))).toEqual([]);
  });
});
