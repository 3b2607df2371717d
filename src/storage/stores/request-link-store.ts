import { AppError } from "../../errors.js";
import type { RequestLink } from "../../register/request-link.js";
import type { Database } from "../database.js";
import type { Writing } from "../write.js";
import { recordedOf } from "./append-outcome.js";

export interface NewLink extends Pick<RequestLink, "id" | "requestId" | "earlierId" | "kind"> {
  readonly isRemoved: boolean;
  readonly reason?: string | undefined;
}

/** Records that two requests belong together, or that they do not. The same under the same id is written once. */
export async function addLink(writing: Writing, link: NewLink): Promise<void> {
  const { trx, chain, recordedAt, recordedBy } = writing;
  const { id, requestId, earlierId, kind, isRemoved, reason } = link;
  const known = await trx.selectFrom("request_link").selectAll().where("id", "=", id).executeTakeFirst();
  if (known !== undefined) {
    const isSame =
      known.request_id === requestId && known.earlier_id === earlierId && known.kind === kind && known.is_removed === isRemoved;
    if (!isSame) throw new AppError("RECORD_ID_REUSED", { id });
    return;
  }
  const last = await trx
    .selectFrom("request_link")
    .select(({ fn }) => fn.max<number | null>("sequence").as("sequence"))
    .where("chain_id", "=", chain)
    .executeTakeFirst();
  await writing.add("request_link", [
    {
      ...{ id, chain_id: chain, sequence: (last?.sequence ?? 0) + 1, request_id: requestId, earlier_id: earlierId, kind },
      ...{ is_removed: isRemoved, recorded_at: recordedAt, recorded_by: recordedBy, reason: reason ?? null },
    },
  ]);
}

/** Every record about links of a request, the removed ones among them. */
export async function linksOf({ db }: Database, requestId: string): Promise<RequestLink[]> {
  const rows = await db
    .selectFrom("request_link")
    .selectAll()
    .where((eb) => eb.or([eb("request_id", "=", requestId), eb("earlier_id", "=", requestId)]))
    .orderBy("sequence")
    .execute();
  return rows.map((row) => ({
    ...recordedOf(row),
    requestId: row.request_id,
    earlierId: row.earlier_id,
    kind: row.kind as RequestLink["kind"], // written as such
    ...(row.is_removed ? { isRemoved: true as const } : {}),
  }));
}
