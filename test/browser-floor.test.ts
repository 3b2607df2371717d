import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { UserConfig } from "vite";
import { describe, expect, test } from "vitest";
import { PORTAL_STYLE } from "../src/web/portal/portal-style.js";
import office from "../vite.config.js";
import portal from "../vite.portal.config.js";

/*
 * The oldest browsers the office promises (docs/architecture.md): Chromium 105, Firefox 115, Safari 16. Vite writes the syntax for them; what it does
 * not replace — methods and style sheets — is looked for here. Versions are those of MDN's tables.
 */
const FLOOR = ["chrome105", "firefox115", "safari16"];
const SRC = join(import.meta.dirname, "..", "src");

/** What a browser of the floor has not, and what is not put in its place by portal-check/older-browsers. */
const NEWER_METHODS = [
  /\b(?:Object|Map)\.groupBy\(/, // Chrome 117, Firefox 119, Safari 17.4
  /\bPromise\.(?:withResolvers|try)\(/, // 119, 121, 17.4
  /\bArray\.fromAsync\(/, // 121, 115, 16.4
  /\bnew Intl\.(?:Segmenter|DurationFormat)\(/, // Firefox 125
  /\bURL\.(?:canParse|parse)\(/, // 120, 115, 17
  /\bAbortSignal\.any\(/, // 116, 124, 17.4
  /(?<!\bz\s*)\.(?:union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/, // of sets, not of zod: 122, 127, 17
  /\.(?:isWellFormed|toWellFormed)\(/, // 111, 119, 16.4
  /\bRegExp\.escape\(/,
  /\brequestIdleCallback\(/, // never in Safari
  /\.(?:showPopover|startViewTransition|checkVisibility|getOrInsert)\(/,
  /\/[dgimsuy]*v[dgimsuy]*\.(?:test|exec)\(/, // the flag v of regular expressions: 112, 116, 17
];
const NEWER_STYLES = [
  /:has\(/, // Firefox 121
  /\bcolor-mix\(/, // 111, 113, 16.2
  /\d(?:dvh|svh|lvh|dvw|svw)\b/, // 108, 101, 15.4
  /\blight-dark\(|@starting-style|@scope|\bsubgrid\b|\banchor\(|\bfield-sizing\b|:popover-open/,
  /[{;]\s*&/, // nested rules: 112, 117, 16.5
];

const files = (folder: string, end: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => end.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));

/** Every file that a browser gets, with what it imports from other layers. */
function reached(): Set<string> {
  const found = new Set(files(join(SRC, "web"), /\.tsx?$/));
  for (const file of found)
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"?]+)\.js"/g))
      for (const end of [".ts", ".tsx"]) {
        const target = join(dirname(file), path + end);
        if (existsSync(target)) found.add(target);
      }
  return found;
}

const marked = (text: string, newer: readonly RegExp[], place: string): string[] =>
  newer.flatMap((pattern) => (pattern.test(text) ? [`${place}: ${pattern.exec(text)?.[0]}`] : []));

describe("the oldest browsers that are promised", () => {
  test("the office is built for them, the script of the public site for older ones still", () => {
    expect((office as UserConfig).build?.target).toEqual(FLOOR);
    expect((portal as UserConfig).build?.target).toEqual(["chrome80", "firefox78", "safari14"]);
  });

  test("no file a browser gets calls what they have not", () => {
    const found = [...reached()].flatMap((file) => marked(readFileSync(file, "utf8"), NEWER_METHODS, relative(SRC, file)));
    expect(found).toEqual([]);
  });

  test("no style sheet says what they do not understand", () => {
    const sheets = files(join(SRC, "web"), /\.css$/).map((file) => [relative(SRC, file), readFileSync(file, "utf8")] as const);
    const found = [...sheets, ["portal", PORTAL_STYLE] as const].flatMap(([place, text]) => marked(text, NEWER_STYLES, place));
    expect(found).toEqual([]);
  });

  test("what Chromium before 110 has not is given to it before anything else runs", () => {
    const first = readFileSync(join(SRC, "web", "office", "main.tsx"), "utf8").split("\n")[0];
    expect(first).toBe('import "../portal-check/older-browsers.js";');
  });
});
