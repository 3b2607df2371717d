import { createHash } from "node:crypto";
import type { Database } from "../database.js";
import { inOneSnapshot } from "../portal/in-one-snapshot.js";
import { migrationsDone } from "./load-rows.js";
import type { RowView } from "./open-rows.js";
import { readRows } from "./read-rows.js";
import { type TableShape, tableShapes } from "./table-shape.js";

export interface SnapshotTable {
  readonly name: string;
  readonly columns: string[];
  readonly rows: number;
  readonly sha256: string;
}

export interface SnapshotChain {
  readonly chain: string;
  readonly length: number;
  readonly hash: string;
}

/** Whoever takes the rows of a snapshot, table by table. */
export interface SnapshotTaker {
  begin(shape: TableShape): Promise<void>;
  take(shape: TableShape, lines: readonly string[]): Promise<void>;
}

/** Goes through everything as of one moment, while the office goes on working; gives what there was, as `view` shows it. */
export async function takeSnapshot(
  { db }: Pick<Database, "db">,
  taker: SnapshotTaker | null,
  view: RowView = (_shape, line) => line,
): Promise<{ readonly migrations: string[]; readonly tables: SnapshotTable[]; readonly chains: SnapshotChain[] }> {
  return inOneSnapshot(db, async (trx) => {
    const tables: SnapshotTable[] = [];
    const migrations = await migrationsDone(trx);
    for (const shape of await tableShapes(trx)) {
      await taker?.begin(shape);
      const hash = createHash("sha256");
      let rows = 0;
      for await (const stored of readRows(trx, shape)) {
        const lines = stored.map((line) => view(shape, line)).filter((line) => line !== null);
        for (const line of lines) hash.update(line).update("\n");
        rows += lines.length;
        await taker?.take(shape, lines);
      }
      tables.push({ name: shape.name, columns: shape.columns.map(([name]) => name), rows, sha256: hash.digest("hex") });
    }
    const chains = await trx.selectFrom("audit_chain").select(["id", "length", "head"]).orderBy("id").execute();
    return {
      ...{ migrations, tables },
      chains: chains.map(({ id, length, head }) => ({ chain: id, length, hash: head.toString("hex") })),
    };
  });
}
