import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A repeatable stream of numbers (mulberry32): the same seed gives the same mutations on every machine. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return { below: (limit) => (limit <= 0 ? 0 : next() % limit), pick: (items) => items[next() % items.length] };
}

const INTERESTING = [0, 1, 0x7f, 0x80, 0xff, 0x20, 0x3c, 0x3e, 0x22];

const BYTE_MUTATIONS = [
  function flipBits(bytes, random) {
    for (let count = 1 + random.below(8); count > 0; count--) bytes[random.below(bytes.length)] ^= 1 << random.below(8);
    return bytes;
  },
  function overwrite(bytes, random) {
    for (let count = 1 + random.below(16); count > 0; count--) bytes[random.below(bytes.length)] = random.pick(INTERESTING);
    return bytes;
  },
  function hugeNumber(bytes, random) {
    const at = random.below(Math.max(1, bytes.length - 4));
    bytes.set(
      random.pick([
        [0xff, 0xff, 0xff, 0xff],
        [0xff, 0xff, 0xff, 0x7f],
        [0, 0, 0, 0x80],
        [0, 0, 0, 0],
      ]),
      Math.min(at, Math.max(0, bytes.length - 4)),
    );
    return bytes;
  },
  function truncate(bytes, random) {
    return bytes.slice(0, random.below(bytes.length));
  },
  function cutOut(bytes, random) {
    const from = random.below(bytes.length);
    const to = Math.min(bytes.length, from + 1 + random.below(4096));
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  function repeat(bytes, random) {
    const from = random.below(bytes.length);
    const part = bytes.subarray(from, Math.min(bytes.length, from + 1 + random.below(2048)));
    return joined(bytes.subarray(0, from), ...Array(1 + random.below(20)).fill(part), bytes.subarray(from));
  },
  function swap(bytes, random) {
    const length = 1 + random.below(512);
    const a = random.below(Math.max(1, bytes.length - length));
    const b = random.below(Math.max(1, bytes.length - length));
    const kept = bytes.slice(a, a + length);
    bytes.copyWithin(a, b, b + length);
    bytes.set(kept.subarray(0, Math.max(0, bytes.length - b)), b);
    return bytes;
  },
];

const SNIPPETS = [
  "<",
  ">",
  "</",
  "/>",
  "<table>",
  "</table>",
  "<tr>",
  "<td>",
  "<td rowspan=65534 colspan=1000>",
  "<w:tbl>",
  "</w:tbl>",
  "<w:tc>",
  "</w:tr>",
  '<w:gridSpan w:val="2000000000"/>',
  "<!--",
  "]]>",
  "&#0;",
  "&amp;",
  "\u0000",
  "\t",
  "\n\n",
  "|",
  "|---|---|",
  "||||||",
  "一、总体情况",
  "三、收到和处理政府信息公开申请情况",
  "第二十条第（一）项",
  "（七）总计",
  "99999999999999999999",
  "-1",
  "1,2",
  "〇",
  "⼀",
  "⺠",
  "年 月 日",
  "2023年13月45日",
  "自年月日至",
  "……",
  "（",
  "》",
  "100%",
  "共计",
  "其中：",
  "件",
  "%".repeat(200),
  "0".repeat(300),
  " ".repeat(2000),
  "-".repeat(2000),
];

function mutateText(text, random) {
  let mutated = text;
  for (let count = 1 + random.below(6); count > 0; count--) {
    const at = random.below(mutated.length + 1);
    const cut = random.pick([0, 0, 1, 3, 40, 400]);
    mutated = mutated.slice(0, at) + random.pick(SNIPPETS) + mutated.slice(at + cut);
  }
  return mutated;
}

const ZIPPED = new Set(["docx", "odt", "xlsx"]);
const MARKUP = new Set(["html", "txt", "md"]);

/** One mutated version of a sample. Zip formats are mutated inside as well as outside, text as text as well as bytes. */
export function mutate(sample, kind, random) {
  const parts = ZIPPED.has(kind) ? partsOf(sample) : null;
  if (parts !== null && random.below(3) > 0) return mutatePart(parts, random);
  if (MARKUP.has(kind) && random.below(3) > 0) return strToU8(mutateText(new TextDecoder().decode(sample), random));
  let bytes = sample.slice();
  for (let count = 1 + random.below(3); count > 0 && bytes.length > 8; count--)
    bytes = random.pick(BYTE_MUTATIONS)(bytes, random);
  return bytes;
}

const unpacked = new WeakMap();

/** The parts of a zip sample, or null when the sample itself is damaged. */
function partsOf(sample) {
  if (!unpacked.has(sample)) {
    try {
      unpacked.set(sample, unzipSync(sample));
    } catch {
      unpacked.set(sample, null); // a sample from the refuse folder: it is mutated as bytes
    }
  }
  return unpacked.get(sample);
}

function mutatePart(parts, random) {
  const names = Object.keys(parts).filter((name) =>
    /document\.xml$|content\.xml$|sheet\d*\.xml$|sharedStrings\.xml$|styles\.xml$|numbering\.xml$/.test(name),
  );
  const name = random.pick(names.length > 0 ? names : Object.keys(parts));
  const part =
    random.below(4) === 0
      ? random.pick(BYTE_MUTATIONS)(parts[name].slice(), random)
      : strToU8(mutateText(strFromU8(parts[name]), random));
  return zipSync({ ...parts, [name]: part }, { level: 0 });
}

function joined(...parts) {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
