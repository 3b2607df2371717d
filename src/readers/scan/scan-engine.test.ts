import { describe, expect, test } from "vitest";
import { keepParts } from "./language-data.js";
import { readingsByPicture } from "./tesseract-words.js";
import { turnstile } from "./turnstile.js";
import { withWidePunctuation } from "./word-reading.js";

const row = (...fields: (string | number)[]): string => fields.join("\t");

describe("tesseract's table of words", () => {
  test("gives one reading for each picture, as sure as its letters on the whole", () => {
    const tsv = [
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
      row(1, 1, 0, 0, 0, 0, 0, 0, 90, 30, -1, ""),
      row(5, 1, 1, 1, 1, 1, 0, 0, 40, 30, 90, "行政"),
      row(5, 1, 1, 1, 1, 2, 40, 0, 40, 30, 60, "复议"),
      row(1, 2, 0, 0, 0, 0, 0, 0, 90, 30, -1, ""),
      row(5, 3, 1, 1, 1, 1, 0, 0, 40, 30, 80, "open"),
      row(5, 3, 1, 1, 1, 2, 40, 0, 40, 30, 80, "data"),
    ].join("\n");
    expect(readingsByPicture(tsv, 3)).toEqual([
      { text: "行政复议", confidence: 0.75 },
      { text: "", confidence: 0 },
      { text: "open data", confidence: 0.8 },
    ]);
  });
});

describe("language data", () => {
  const dataFile = (parts: ReadonlyMap<number, string>, count: number): Buffer => {
    const head = Buffer.alloc(4 + 8 * count);
    head.writeInt32LE(count, 0);
    let at = head.length;
    for (let part = 0; part < count; part++) {
      const content = parts.get(part);
      head.writeBigInt64LE(content === undefined ? -1n : BigInt(at), 4 + 8 * part);
      at += content?.length ?? 0;
    }
    return Buffer.concat([head, ...[...parts].sort(([a], [b]) => a - b).map(([, content]) => Buffer.from(content))]);
  };

  async function* inChunks(file: Buffer, size: number): AsyncGenerator<Buffer> {
    for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
  }

  test.each([1, 7, 64, 4096])("keeps only the parts that are used, whatever the size of the chunks (%i)", async (size) => {
    const whole = dataFile(
      new Map([
        [0, "settings"],
        [3, "templates of the old recogniser"],
        [17, "network"],
        [23, "4.00"],
      ]),
      24,
    );
    const kept = dataFile(
      new Map([
        [0, "settings"],
        [17, "network"],
        [23, "4.00"],
      ]),
      24,
    );
    expect(await keepParts(inChunks(whole, size), new Set([0, 17, 23]))).toEqual(kept);
  });

  test("a file that is something else is refused", async () => {
    await expect(keepParts(inChunks(Buffer.from("not data at all"), 4), new Set([0]))).rejects.toThrow(
      "not a tesseract data file",
    );
  });
});

test("a turnstile lets only so many in at once, and nobody waits for ever", async () => {
  const enter = turnstile(2);
  let inside = 0;
  let most = 0;
  const tasks = Array.from({ length: 9 }, (_, index) =>
    enter(async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside--;
      if (index === 4) throw new Error("one of them fails");
      return index;
    }),
  );
  const ended = await Promise.allSettled(tasks);
  expect(most).toBe(2);
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(8);
});

test.each([
  ["加强领导,创新形式", "加强领导，创新形式"],
  ["(一)予以公开", "（一）予以公开"],
  ["1,204", "1,204"],
  ["http://a.gov.cn", "http://a.gov.cn"],
])("punctuation between Chinese letters is wide: %j", (read, text) => {
  expect(withWidePunctuation(read)).toBe(text);
});
