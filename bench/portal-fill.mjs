// Fills a portal for measuring. The rows are made by the product's own code (snapshot, summary, keys, pairs of characters); only their
// way into the tables is shorter: threads write them as files, the server copies those in, indexes are made afterwards.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { sql } from "kysely";
import { AGENCIES, agencyId, agencyOf, guideOf, itemOf, load, vocabulary } from "./portal-data.mjs";

const { itemRowsOf } = await load("storage/portal/item-row.js");
const BATCH = 10_000;
const THREADS = 2;
/** Batches that may lie on the disk before they are taken. */
const AHEAD = 4;

/** A value as COPY reads it. */
const cell = (value) =>
  value === null
    ? "\\N"
    : String(value).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
const vector = (tokens) => tokens.map((token) => `'${token.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`).join(" ");

const COLUMNS = ["agency_id", "disclosure_item", "theme", "genre", "validity", "year", "published_at", "title_key"];
/** What is copied: the columns of each table and the cells of an item; of files, those of each. */
const TABLES = {
  item: ["id", ...COLUMNS, "index_number", "version", "is_tombstone", "summary", "sequence"],
  item_snapshot: ["id", "body", "plain"],
  item_search: ["id", ...COLUMNS, "number_key", "index_key", "title", "body"],
  blob: ["sha256", "bytes"],
  attachment: ["id", "item_id", "name", "media_type", "size", "sha256", "body_text"],
};

function linesOf(item, sequence) {
  const { summary, snapshot, plain, year, titleKey, numberKey, indexKey, titleTokens, bodyTokens } = itemRowsOf(item);
  const { id, agencyId, disclosureItem, theme, genre, validity, publishedAt, indexNumber, attachments } = item;
  const common = [agencyId, disclosureItem, theme, genre, validity, year, publishedAt, titleKey];
  return {
    item: [[id, ...common, indexNumber, 1, "f", JSON.stringify(summary), sequence]],
    item_snapshot: [[id, JSON.stringify(snapshot), plain]],
    item_search: [[id, ...common, numberKey, indexKey, vector(titleTokens), vector(bodyTokens)]],
    blob: attachments.map(({ sha256, text }) => [`\\x${sha256}`, `\\x${Buffer.from(text).toString("hex")}`]),
    attachment: attachments.map((file) => [file.id, id, file.name, file.mediaType, file.size, `\\x${file.sha256}`, file.text]),
  };
}

/** In a thread: writes batches until there are no more; waits for leave before each, so that the disk does not fill up. */
function writeBatches({ first, count, newest, base, folder, words }) {
  let from = first * BATCH;
  parentPort.on("message", () => {
    if (from >= count) return parentPort.close();
    const texts = Object.fromEntries(Object.keys(TABLES).map((table) => [table, []]));
    for (let n = from; n < Math.min(from + BATCH, count); n++) {
      for (const [table, rows] of Object.entries(linesOf(itemOf(n, words, newest), base + n + 1)))
        for (const row of rows) texts[table].push(`${row.map(cell).join("\t")}\n`);
    }
    for (const [table, lines] of Object.entries(texts))
      writeFileSync(join(folder, `${table}-${from}`), lines.join(""), { mode: 0o644 });
    parentPort.postMessage(from);
    from += THREADS * BATCH;
  });
}

if (!isMainThread && workerData?.task === "portal-fill") writeBatches(workerData);

/** Fills portals, each with the same `count` items of a hundred agencies that all take requests. Gives the words they are made of. */
export async function fillPortals(dbs, { count, newest, say }) {
  const words = await vocabulary();
  say(`${words.sentences.length} sentences, ${words.phrases.length} phrases; ${count} items …`);
  const restore = [];
  for (const db of dbs) {
    await putAgencies(db);
    restore.push(await withoutIndexes(db));
  }
  await copyItems(dbs, { count, newest, words, say });
  say("indexes …");
  await Promise.all(dbs.map((db, at) => finish(db, restore[at], count)));
  return words;
}

async function putAgencies(db) {
  const { putEntry } = await load("storage/portal/portal-entries.js");
  await db.transaction().execute(async (trx) => {
    for (let at = 0; at < AGENCIES; at++) {
      await putEntry(trx, { kind: "agency", id: agencyId(at), agencyId: agencyId(at), body: agencyOf(at) });
      await putEntry(trx, { kind: "guide", id: agencyId(at), agencyId: agencyId(at), body: guideOf(at) });
    }
  });
}

async function finish(db, restore, count) {
  const { refreshGrams } = await load("storage/portal/refresh-grams.js");
  await sql`update portal.counter set value = value + ${count}, changed_at = clock_timestamp()`.execute(db);
  await restore();
  await refreshGrams(db);
  await db.connection().execute(async (one) => {
    await sql`set statement_timeout = 0`.execute(one);
    await sql`vacuum (analyze) portal.item, portal.item_snapshot, portal.item_search, portal.gram, portal.attachment, portal.blob`.execute(
      one,
    );
    await sql`checkpoint`.execute(one);
  });
}

async function copyItems(dbs, { count, newest, words, say }) {
  // The same in all of them, because all were made a moment ago.
  const [{ value }] = (await sql`select value from portal.counter`.execute(dbs[0])).rows;
  const base = Number(value);
  const folder = mkdtempSync(join(tmpdir(), "yangguang-fill-"));
  const files = join(folder, "rows");
  mkdirSync(files);
  // The server is another user of the machine.
  for (const each of [folder, files]) chmodSync(each, 0o755);
  const ready = [];
  let wake = () => {};
  const threads = Array.from({ length: THREADS }, (_, first) => {
    const data = { task: "portal-fill", first, count, newest, base, folder: files, words };
    const worker = new Worker(new URL(import.meta.url), { workerData: data });
    worker.on("message", (from) => {
      ready.push({ from, worker });
      wake();
    });
    worker.on("error", (error) => {
      ready.push({ error });
      wake();
    });
    for (let ahead = 0; ahead < AHEAD / THREADS; ahead++) worker.postMessage("go");
    return worker;
  });
  try {
    for (let done = 0; done < Math.ceil(count / BATCH); done++) {
      while (ready.length === 0) await new Promise((resolve) => (wake = resolve));
      const { from, worker, error } = ready.shift();
      if (error !== undefined) throw error;
      const path = (table) => join(files, `${table}-${from}`);
      const copied = (db, table) =>
        sql.raw(`copy portal.${table} (${TABLES[table].join(", ")}) from '${path(table)}'`).execute(db);
      await Promise.all(
        dbs.map(async (db) => {
          await copied(db, "blob");
          await Promise.all(["item", "item_snapshot", "item_search"].map((table) => copied(db, table)));
          await copied(db, "attachment");
        }),
      );
      for (const table of Object.keys(TABLES)) rmSync(path(table));
      worker.postMessage("go");
      if (done % 10 === 0) say(`${done * BATCH} …`);
    }
  } finally {
    for (const thread of threads) await thread.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes the indexes and references of the large tables away, and gives what puts them back as they were. */
async function withoutIndexes(db) {
  const { rows: references } = await sql`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and confrelid = 'portal.item'::regclass
      and conrelid in ('portal.item_snapshot'::regclass, 'portal.item_search'::regclass, 'portal.attachment'::regclass)`.execute(
    db,
  );
  const { rows: indexes } = await sql`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid in ('portal.item'::regclass, 'portal.item_search'::regclass) and not indisprimary
      and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))`.execute(db);
  for (const { table, name } of references) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(db);
  for (const { name } of indexes) await sql.raw(`drop index ${name}`).execute(db);
  return async () => {
    const build = (statements) =>
      db.connection().execute(async (one) => {
        await sql`set maintenance_work_mem = '2GB'`.execute(one);
        await sql`set statement_timeout = 0`.execute(one);
        await sql`set lock_timeout = 0`.execute(one);
        for (const statement of statements) await sql.raw(statement).execute(one);
        await sql`reset all`.execute(one);
      });
    // The two large ones at the same time as the rest.
    const isLarge = ({ definition }) => definition.includes("USING gin (body");
    await Promise.all([
      build(indexes.filter(isLarge).map(({ definition }) => definition)),
      build(indexes.filter((one) => !isLarge(one)).map(({ definition }) => definition)),
    ]);
    await build(references.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`));
  };
}
