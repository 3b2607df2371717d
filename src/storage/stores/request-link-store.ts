import { AppError } from "../../errors.js";
import type { RequestLink } from "../../register/request-link.js";
import type { Writing } from "../write.js";

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
