import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isAppError } from "../../errors.js";
import { readDoc } from "./read-doc.js";

const MADE = join(import.meta.dirname, "../../../test/corpus/made");
const INPUTS = 300;
/** Bytes that mean something in the format: marks of fields, cells and paragraphs, ends of chains, odd lengths. */
const TELLING = [0, 1, 2, 7, 0x0d, 0x13, 0x14, 0x15, 0x7f, 0x80, 0xfe, 0xff];

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
  const centre = next(bytes.length);
  const isScattered = next(2) === 0;
  for (let change = 1 + next(30); change > 0; change--) {
    const at = isScattered ? next(bytes.length) : Math.min(bytes.length - 1, centre + next(512));
    bytes[at] = next(2) === 0 ? (TELLING[next(TELLING.length)] ?? 0) : next(256);
  }
  return next(20) === 0 ? bytes.subarray(0, next(bytes.length)) : bytes;
}

test("a mutated Word file is read or ends in a coded error", () => {
  const next = sequence(97);
  const files = readdirSync(MADE).filter((name) => name.endsWith(".doc"));
  const sources = files.map((name) => new Uint8Array(readFileSync(join(MADE, name))));
  let read = 0;
  const failures: unknown[] = [];
  for (let input = 0; input < INPUTS; input++) {
    const source = sources[next(sources.length)] ?? new Uint8Array(0);
    try {
      readDoc(mutated(source, next));
      read++;
    } catch (error) {
      if (!isAppError(error)) failures.push(error);
    }
  }
  expect(failures).toEqual([]);
  expect(read).toBeGreaterThan(INPUTS / 4);
  expect(read).toBeLessThan(INPUTS);
});

test.each(["fatloop.doc", "truncated.doc"])("%s is read or ends in a coded error", (name) => {
  const bytes = new Uint8Array(readFileSync(join(MADE, "../refuse", name)));
  let failure: unknown = null;
  try {
    readDoc(bytes);
  } catch (error) {
    failure = error;
  }
  expect(failure === null || isAppError(failure)).toBe(true);
});
