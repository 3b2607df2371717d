import { createHash } from "node:crypto";
import { AppError } from "../../errors.js";
import type { Database } from "../../storage/database.js";
import { isSigned, trustedKey } from "../../storage/portal/bundle-keys.js";
import { applyRow, type BundleDirection, type BundleRow, lastBundle, recordBundle } from "../../storage/portal/bundle-rows.js";
import { putBlob } from "../../storage/portal/publish-snapshot.js";
import { type BundleHead, type BundleManifest, MANIFEST, readHead, readParts, SIGNATURE } from "./bundle-file.js";
import { refreshPortalTerms } from "./refresh-portal-terms.js";

export interface ImportedBundle {
  readonly after: number;
  readonly upTo: number;
  readonly rows: number;
}

/**
 * Takes in a bundle of the other side: signed by somebody who is trusted, whole, next in order and not taken before; then all of it
 * in one transaction, or nothing. Throws BUNDLE_INVALID with what is wrong.
 */
export async function importBundle(
  { db }: Pick<Database, "db">,
  { path, direction }: { readonly path: string; readonly direction: BundleDirection },
): Promise<ImportedBundle> {
  const head = await readHead(path);
  await refuseUntrusted(db, path, head, direction);
  const { manifest, manifestBytes } = head;
  const { signer, after, upTo } = manifest;
  const manifestHash = createHash("sha256").update(manifestBytes).digest();
  const rows = await db.transaction().execute(async (trx) => {
    const invalid = (detail: string) => new AppError("BUNDLE_INVALID", { path, detail });
    const record = { direction, isOurs: false, after, upTo, manifestHash, signedBy: signer };
    const last = await lastBundle(trx, record);
    if (!(await recordBundle(trx, record))) throw invalid("已经导入过");
    if (after > last)
      throw invalid(
        `中间缺少一段（已导入到第 ${last} 号，本包从第 ${after} 号以后开始），请先导入前面的数据包，或者请对方用 --since ${last} 重新导出`,
      );
    if (upTo < last) throw invalid(`内容比已导入的旧（已导入到第 ${last} 号，本包到第 ${upTo} 号）`);
    return applyParts(trx, path, manifest);
  });
  if (direction === "to-portal") await refreshPortalTerms({ db });
  return { after, upTo, rows };
}

async function refuseUntrusted(
  db: Database["db"],
  path: string,
  { manifest, manifestBytes, signature }: BundleHead,
  direction: BundleDirection,
): Promise<void> {
  const invalid = (detail: string) => new AppError("BUNDLE_INVALID", { path, detail });
  const key = await trustedKey(db, manifest.signer);
  if (key === null) throw invalid(`签名者 ${manifest.signer} 不在信任之列，请核对后用 yangguang bundle trust 登记对方的公钥`);
  if (!isSigned(manifestBytes, signature, key)) throw invalid("签名不符，内容可能被改动");
  if (manifest.direction !== direction) {
    throw invalid(manifest.direction === "to-portal" ? "这是发往公开平台的数据包" : "这是发往内部系统的数据包");
  }
}

/** Reads the file a second time; every part is proved again, because the file may have been changed in between. */
async function applyParts(trx: Database["db"], path: string, manifest: BundleManifest): Promise<number> {
  const expected = new Map(manifest.parts.map(({ name, sha256 }) => [name, sha256]));
  let rows = 0;
  await readParts(path, async ({ name, bytes }) => {
    if (name === MANIFEST || name === SIGNATURE) return;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (expected.get(name) !== sha256) throw new AppError("BUNDLE_INVALID", { path, detail: `“${name}”在导入时变了` });
    if (name.startsWith("files/")) {
      await putBlob(trx, sha256, bytes);
      return;
    }
    for (const line of Buffer.from(bytes).toString("utf8").split("\n")) {
      if (line === "") continue;
      const row = JSON.parse(line) as BundleRow; // signed by somebody who is trusted
      const isTheirs = (row.row === "request") === (manifest.direction === "to-office");
      if (!isTheirs) throw new AppError("BUNDLE_INVALID", { path, detail: "含有另一方向的内容" });
      await applyRow(trx, row);
      rows += 1;
    }
  });
  if (rows !== manifest.rows) throw new AppError("BUNDLE_INVALID", { path, detail: "行数与清单不符" });
  return rows;
}
