import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isAppError } from "../../errors.js";
import { readHtml } from "./read-html.js";

const CORPUS = join(import.meta.dirname, "../../../test/corpus");
const PAGES = [
  "made/f1-cms-utf8.html",
  "made/f2-nested-tables.html",
  "made/f0-gb18030-meta.html",
  "real/jiangsu-shuyang_ndrc-2023.html",
];
const INPUTS = 120;
/** Pieces of markup that break the structure around them. */
const BREAKS = [
  "<",
  ">",
  "</td>",
  "<table>",
  "</table>",
  "<tr><td rowspan=0 colspan=9999>",
  "<!--",
  "<del>",
  "<li>",
  "<a>",
  "<svg>",
  '"',
  "\0",
];

/** Numbers that come in the same order in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function mutated(source: Uint8Array, next: (below: number) => number): Uint8Array {
  const bytes = source.slice();
  for (let change = 1 + next(20); change > 0; change--) {
    const at = next(bytes.length - 64);
    if (next(2) === 0) bytes[at] = next(256);
    else bytes.set(new TextEncoder().encode(BREAKS[next(BREAKS.length)]), at);
  }
  return next(10) === 0 ? bytes.subarray(0, next(bytes.length)) : bytes;
}

test("a mutated page is read or ends in a coded error", () => {
  const next = sequence(8);
  const sources = PAGES.map((name) => new Uint8Array(readFileSync(join(CORPUS, name))));
  const failures: unknown[] = [];
  let blocks = 0;
  for (let input = 0; input < INPUTS; input++) {
    try {
      blocks += readHtml(mutated(sources[next(sources.length)] ?? new Uint8Array(0), next)).blocks.length;
    } catch (error) {
      if (!isAppError(error)) failures.push(error);
    }
  }
  expect(failures).toEqual([]);
  expect(blocks).toBeGreaterThan(INPUTS);
});

test.each(["adopt.html", "colspan.html", "manyrowspan.html", "html-as-doc.doc"])(
  "%s is read or ends in a coded error",
  (name) => {
    let failure: unknown = null;
    try {
      readHtml(new Uint8Array(readFileSync(join(CORPUS, "refuse", name))));
    } catch (error) {
      failure = error;
    }
    expect(failure === null || isAppError(failure)).toBe(true);
  },
);
