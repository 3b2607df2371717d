import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM_ACTOR } from "../../src/operations/office.js";
import { type BundleSide, officeSide, openBundleSide, sideOver } from "../../src/operations/portal/bundle-side.js";
import { attachPublicSite, openPublicSite } from "../../src/operations/portal/open-public-site.js";
import type { PublicSite } from "../../src/operations/portal/public-site.js";
import { takeInSubmissions } from "../../src/operations/portal/take-in-submissions.js";
import { portalSigner } from "../../src/storage/portal/bundle-keys.js";
import { openStandalone, type Standalone } from "../../src/storage/portal/open-standalone.js";
import { loadCase } from "../../src/storage/stores/case-store.js";
import { testConfiguration } from "../storage/test-database.js";
import { AGENCY, attachment, publish, publishedItem, submission, type TestPortal, testPortal } from "./portal-builder.js";

let folder: string;
let office: TestPortal;
let officeBundles: BundleSide;
let standalone: Standalone;
let portalBundles: BundleSide;
let site: PublicSite;
let carried = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bundles-"));
  office = await testPortal();
  officeBundles = await officeSide(office.database, async () => undefined);
  const name = `${office.database.name}_far`;
  const configuration = testConfiguration(name);
  standalone = await openStandalone(configuration, name);
  const signer = portalSigner({ dataDirectory: folder });
  portalBundles = sideOver(standalone, { signer, isOffice: false, close: async () => undefined });
  site = await attachPublicSite(configuration, name);
  await portalBundles.trust(officeBundles.key.publicKey);
  await officeBundles.trust(portalBundles.key.publicKey);
});
afterAll(async () => {
  await site.close();
  await standalone.close();
  await office.close();
  rmSync(folder, { recursive: true });
});

async function carry(from: BundleSide, to: BundleSide, since: number | null = null): Promise<string> {
  const path = join(folder, `${carried++}.zip`);
  await from.export(path, since);
  await to.import(path);
  return path;
}

test("a portal without any connection shows what the office has published, with its files, and no table of the office is there", async () => {
  const { file, meta } = attachment("far-1", "名单.txt", "低保对象名单");
  const item = publishedItem({ title: "远方的通知", attachments: [meta] });
  await publish(office, item, [file]);
  await carry(officeBundles, portalBundles);
  expect((await site.item(item.id))?.item.title).toBe("远方的通知");
  expect(Buffer.from((await site.attachment("far-1"))?.bytes ?? [])).toEqual(file.bytes);
  expect((await site.search({ text: "低保对象" })).hits[0]).toMatchObject({ inAttachment: "名单.txt" });
  expect((await site.agencies()).map(({ id }) => id)).toEqual(["A1", "A2"]);
  expect((await site.state()).mode).toBe("standalone");
  const { rows } =
    await sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'`.execute(
      standalone.db,
    );
  expect(rows).toEqual([]);
});

test("the next bundle holds only what changed since; a withdrawal crosses over", async () => {
  const item = publishedItem({ title: "将要撤回" });
  await publish(office, item);
  await carry(officeBundles, portalBundles);
  const tombstone = { withdrawnAt: "2026-03-01T00:00:00.000Z", authority: "A1市民政局", reason: "有误" };
  await publish(office, { ...item, version: 2, tombstone, blocks: [] });
  const path = await carry(officeBundles, portalBundles);
  expect((await site.item(item.id))?.item.tombstone).toEqual(tombstone);
  const rows = Object.entries(unzipSync(readFileSync(path))).filter(([name]) => name.startsWith("rows/"));
  expect(rows.flatMap(([, bytes]) => Buffer.from(bytes).toString("utf8").trim().split("\n")).length).toBe(1);
});

test("a request goes there sealed, becomes a case, and its status comes back; the far copy is cleared", async () => {
  const { number, code } = await site.submit(submission({ description: "远方提出的申请内容" }));
  expect(await site.statusOf(number, code)).toMatchObject({ status: { state: "submitted" } });
  const path = await carry(portalBundles, officeBundles);
  expect(readFileSync(path).includes(Buffer.from("远方提出"))).toBe(false);
  const { taken } = await takeInSubmissions(office.office, SYSTEM_ACTOR);
  expect(taken.map((one) => one.number)).toEqual([number]);
  expect((await loadCase(office.database, taken[0]?.caseId ?? ""))?.request.description).toBe("远方提出的申请内容");
  await carry(officeBundles, portalBundles);
  expect(await site.statusOf(number, code)).toMatchObject({ kind: "found", status: { state: "unconfirmed" } });
  const { rows } = await sql`select state, sealed from portal.inbox where number = ${number}`.execute(standalone.db);
  expect(rows).toEqual([{ state: "taken", sealed: null }]);
  // The same requests carried once more, from the beginning: nothing twice.
  await carry(portalBundles, officeBundles, 0).catch(() => undefined);
  expect((await takeInSubmissions(office.office, SYSTEM_ACTOR)).taken).toEqual([]);
});

const refusal = async (path: string, side: BundleSide = portalBundles): Promise<string> => {
  try {
    await side.import(path);
    return "taken";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

test("the same bundle twice, a gap, an older one, one for the other side: refused, and nothing of them is written", async () => {
  const [first, second] = [join(folder, "first.zip"), join(folder, "second.zip")];
  await publish(office, publishedItem());
  await officeBundles.export(first, null);
  await publish(office, publishedItem());
  await officeBundles.export(second, null);
  const before = await site.state();
  expect(await refusal(second)).toContain("缺少一段");
  expect(await site.state()).toEqual(before);
  expect(await refusal(first)).toBe("taken");
  expect(await refusal(second)).toBe("taken");
  expect(await refusal(second)).toContain("已经导入过");
  expect(await refusal(first)).toContain("已经导入过");
  expect(await refusal(second, officeBundles)).toMatch(/不在信任之列|发往公开平台/);
});

test("everything from the beginning may come at any time", async () => {
  const all = join(folder, "all.zip");
  await officeBundles.export(all, 0);
  expect(await refusal(all)).toBe("taken");
});

test.each([
  [
    "a changed row",
    (parts: Record<string, Uint8Array>) => {
      const name = Object.keys(parts).find((one) => one.startsWith("rows/")) ?? "";
      parts[name] = strToU8('{"row":"key","id":"x","publicKey":""}\n');
    },
    "与清单不符",
  ],
  [
    "a changed list",
    (parts: Record<string, Uint8Array>) => {
      parts["manifest.json"] = strToU8(
        Buffer.from(parts["manifest.json"] ?? [])
          .toString("utf8")
          .replace('"rows":', '"rows": '),
      );
    },
    "签名不符",
  ],
  [
    "something added",
    (parts: Record<string, Uint8Array>) => {
      parts["rows/99999999.ndjson"] = strToU8("{}\n");
    },
    "清单以外",
  ],
  [
    "something taken out",
    (parts: Record<string, Uint8Array>) => {
      delete parts[Object.keys(parts).find((one) => one.startsWith("rows/")) ?? ""];
    },
    "缺失",
  ],
  [
    "no signature",
    (parts: Record<string, Uint8Array>) => {
      delete parts["manifest.sig"];
    },
    "没有清单或者签名",
  ],
])("%s is refused", async (_, change, said) => {
  await publish(office, publishedItem());
  const path = join(folder, `bad-${carried++}.zip`);
  await officeBundles.export(path, null);
  const parts = unzipSync(readFileSync(path));
  change(parts);
  writeFileSync(path, zipSync(parts));
  expect(await refusal(path)).toContain(said);
  await carry(officeBundles, portalBundles, 0);
});

test("a file that is no bundle, or half of one, is refused", async () => {
  const path = join(folder, "half.zip");
  await officeBundles.export(path, 0);
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, bytes.length / 2));
  expect(await refusal(path)).toMatch(/不完整|没有清单/);
  writeFileSync(path, "not a bundle at all");
  expect(await refusal(path)).toContain("不是数据包");
  expect(await refusal(join(folder, "none.zip"))).toContain("找不到文件");
});

test("a signer nobody trusts is refused", async () => {
  const stranger = sideOver(office.database, {
    signer: portalSigner({ dataDirectory: mkdtempSync(join(tmpdir(), "stranger-")) }),
    isOffice: true,
    close: async () => undefined,
  });
  const path = join(folder, "stranger.zip");
  await stranger.export(path, 0);
  expect(await refusal(path)).toContain("不在信任之列");
});

test("agencies that take requests are known over there", async () => {
  expect(await site.takesRequests(AGENCY)).toBe(true);
  expect(await site.takesRequests("A2")).toBe(false);
});

test("the command's side in an empty folder: its own database, its own key, and the site over it", async () => {
  // Not below the private folder: as root the server runs under an account that must get in.
  const own = mkdtempSync(join(tmpdir(), "far-"));
  const side = await openBundleSide({ portal: own, data: null });
  await side.trust(officeBundles.key.publicKey);
  const path = join(folder, "to-own.zip");
  await officeBundles.export(path, 0);
  await side.import(path);
  const [found] = (await site.items({})).items;
  await side.close();
  const opened = await openPublicSite(own);
  expect((await opened.item(found?.id ?? ""))?.item.title).toBe(found?.title);
  expect(await opened.state()).toMatchObject({ mode: "standalone" });
  await opened.close();
  rmSync(own, { recursive: true });
});
