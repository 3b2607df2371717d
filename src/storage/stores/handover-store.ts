import type { Selectable } from "kysely";
import type { HandoverEventBody, HandoverRecord } from "../../register/publishing/handover.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import type { Writing } from "../write.js";
import { recordedOf } from "./append-outcome.js";
import { groupedBy } from "./grouped-by.js";

/** Records something about a handover: that it was prepared, that it was received. */
export async function addHandoverEvent(
  writing: Writing,
  { handoverId, id, body }: { readonly handoverId: string; readonly id: string; readonly body: HandoverEventBody },
): Promise<void> {
  const { trx, chain, recordedAt, recordedBy } = writing;
  const last = await trx
    .selectFrom("handover_event")
    .select(({ fn }) => fn.max<number | null>("sequence").as("sequence"))
    .where("handover_id", "=", handoverId)
    .executeTakeFirst();
  await writing.add("handover_event", [
    {
      ...{ handover_id: handoverId, sequence: (last?.sequence ?? 0) + 1, id, chain_id: chain, body: JSON.stringify(body) },
      ...{ recorded_at: recordedAt, recorded_by: recordedBy, reason: null },
    },
  ]);
}

/** Everything an agency handed over, the latest first. */
export async function loadHandovers({ db }: Pick<Database, "db">, agencyId: string): Promise<HandoverRecord[]> {
  const rows = await db
    .selectFrom("handover_event")
    .selectAll()
    .where("chain_id", "=", agencyId)
    .orderBy("handover_id")
    .orderBy("sequence")
    .execute();
  return [...groupedBy(rows, (row) => row.handover_id)]
    .map(([id, events]): HandoverRecord => ({ id, agencyId, events: events.map(eventOf) }))
    .sort((one, other) => ((one.events[0]?.recordedAt ?? "") < (other.events[0]?.recordedAt ?? "") ? 1 : -1));
}

function eventOf(row: Selectable<Tables["handover_event"]>): HandoverRecord["events"][number] {
  return { ...recordedOf(row), body: row.body as HandoverEventBody }; // written as such
}
