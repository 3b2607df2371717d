import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { parsePlainDate } from "../../law/plain-date.js";
import { type FileToPack, type HandoverSource, type ItemToPack, writeHandover } from "./handover-package.js";

const day = (text: string) => {
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const cover = {
  ...{ agencyName: "市民政局", receiver: "市档案馆", from: day("2025-01-01"), to: day("2025-03-31"), contact: "张同志" },
  preparedOn: day("2025-04-02"),
};

/** Bytes that do not shrink, the same for the same name. */
function noise(name: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = [...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, 7);
  for (let at = 0; at < size; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

const file = (name: string, size: number): FileToPack => ({ id: name, name, size, sha256: hash(noise(name, size)) });

function itemOf(nth: number, changes: Partial<ItemToPack> = {}): ItemToPack {
  const listed = {
    ...{ itemId: `i${nth}`, indexNumber: `004188999/2025-0000${nth}`, title: `通知${nth}`, documentNumber: null },
    ...{ agencyName: "市民政局", madeOn: day("2025-01-02"), publishedOn: day("2025-01-06"), tombstone: null },
  };
  return { listed, blocks: [{ kind: "paragraph", text: "正文。" }], files: [], ...changes };
}

async function written(items: readonly ItemToPack[], partBytes?: number, changes: Partial<HandoverSource> = {}) {
  const parts: Uint8Array[][] = [];
  const source: HandoverSource = {
    cover,
    async *items() {
      yield* items;
    },
    bytesOf: async ({ name, size }) => noise(name, size),
    hash,
    begin(part) {
      const chunks: Uint8Array[] = [];
      parts[part - 1] = chunks;
      return (chunk) => void chunks.push(chunk.slice());
    },
    ...changes,
  };
  const plan = await writeHandover(source, partBytes);
  return {
    plan,
    parts: parts.map((chunks) => unzipSync(Buffer.concat(chunks))),
    bytes: parts.map((chunks) => Buffer.concat(chunks)),
  };
}

test("what does not fit goes into further parts; the sums in the first hold for every file of all", async () => {
  const items = [itemOf(1, { files: [file("a.zip", 4000), file("b.zip", 4000)] }), itemOf(2, { files: [file("c.zip", 9000)] })];
  const { plan, parts } = await written(items, 8000);
  expect(plan.parts).toBe(3);
  const [first = {}] = parts;
  expect(Object.keys(first).slice(0, 3)).toEqual(["移送目录.csv", "移送说明.txt", "散列清单.sha256"]);
  const whole = new Map(parts.flatMap((part) => Object.entries(part)));
  const sums = strFromU8(first["散列清单.sha256"] ?? new Uint8Array())
    .trimEnd()
    .split("\n");
  expect(sums).toHaveLength(whole.size - 1);
  for (const line of sums) {
    const [sum = "", path = ""] = line.split(/ {2}(.*)/);
    expect(hash(whole.get(path) ?? new Uint8Array())).toBe(sum);
  }
  expect(strFromU8(first["移送目录.csv"] ?? new Uint8Array())).toContain("正文.html；a.zip；b.zip,1、2,公开");
  expect(strFromU8(first["移送说明.txt"] ?? new Uint8Array())).toContain("本次移送分为3卷");
});

test("the same items give the same bytes", async () => {
  const items = [itemOf(1, { files: [file("a.zip", 4000)] })];
  expect((await written(items)).bytes).toEqual((await written(items)).bytes);
});

test("what was withdrawn is listed with when, by whom and why, and its page has no text", async () => {
  const tombstone = { withdrawnAt: "2025-03-01T02:00:00.000Z", authority: "市民政局", reason: "内容有误" };
  const gone = itemOf(2, { listed: { ...itemOf(2).listed, tombstone }, blocks: [], files: [] });
  const { parts } = await written([itemOf(1), gone]);
  const [part = {}] = parts;
  const texts = Object.entries(part).map(([path, bytes]) => [path, strFromU8(bytes)] as const);
  const text = (end: string) => texts.find(([path]) => path.endsWith(end))?.[1] ?? "";
  expect(text("移送目录.csv")).toContain("正文.html,1,已撤回,2025-03-01T02:00:00.000Z,市民政局,内容有误");
  expect(text("移送说明.txt")).toContain("政府信息1件");
  expect(text("移送说明.txt")).toContain("另有1件信息已经撤回");
  expect(texts.at(-1)?.[1]).toContain("本信息已经撤回");
});

test("a picture in the text is shown from the files beside it, with what it shows in words", async () => {
  const picture = itemOf(1, {
    blocks: [{ kind: "picture", attachmentId: "图 1.png", alt: "“低保”办理流程图" }],
    files: [file("图 1.png", 10)],
  });
  const { parts } = await written([picture]);
  const page = Object.entries(parts[0] ?? {}).find(([path]) => path.endsWith(".html"))?.[1] ?? new Uint8Array();
  expect(strFromU8(page)).toContain(
    `<figure><img src="${encodeURIComponent("附件")}/${encodeURIComponent("图 1.png")}" alt="“低保”办理流程图"></figure>`,
  );
});

test("a hundred and eighty megabytes are written with one file in memory at a time", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void; // V8 gives it once the flag is set
  const SIZE = 12 * 2 ** 20;
  const one = noise("x", SIZE);
  const sum = hash(one);
  const held: number[] = [];
  collect();
  const before = process.memoryUsage().arrayBuffers;
  const sizes: number[] = [];
  const { parts } = await writeHandover({
    cover,
    async *items() {
      for (let nth = 1; nth <= 3; nth += 1) {
        yield itemOf(nth, {
          files: [1, 2, 3, 4, 5].map((at) => ({ id: `${nth}-${at}`, name: `${at}.zip`, size: SIZE, sha256: sum })),
        });
      }
    },
    async bytesOf() {
      collect();
      held.push(process.memoryUsage().arrayBuffers - before);
      return one.slice();
    },
    hash,
    begin(part) {
      sizes[part - 1] = 0;
      return (chunk) => {
        sizes[part - 1] = (sizes[part - 1] ?? 0) + chunk.length;
      };
    },
  });
  expect(parts).toBe(5);
  expect(sizes.reduce((sum_, size) => sum_ + size)).toBeGreaterThanOrEqual(180 * 2 ** 20);
  expect(Math.max(...sizes)).toBeLessThan(64 * 2 ** 20);
  expect(Math.max(...held)).toBeLessThan(4 * SIZE);
});
