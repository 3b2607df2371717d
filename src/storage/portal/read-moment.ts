import { onlyRow, type PortalReader } from "./portal-pool.js";

/** Of more items than these it is not told which they are. */
const MOST_TOLD = 200;

/** What has happened to the portal since a number. */
export interface PortalMoment {
  readonly sequence: number;
  /** Items that say something else, and those that name them or are named by them; null where anything may have changed. */
  readonly items: readonly string[] | null;
  /** The agencies of the items that say something else. */
  readonly agencies: readonly string[];
}

/**
 * The number of the portal now and what changed behind an earlier one. A number that no item accounts for (an agency, a guide, a
 * report, an item changed twice or taken out) means that anything may have.
 */
export async function readMoment(reader: PortalReader, after: number): Promise<PortalMoment> {
  const rows = await reader.rows<{ value: number; changed: string[]; agencies: string[]; around: string[] | null }>(
    {
      name: "moment",
      text: `
        with changed as materialized (select id, agency_id from portal.item where sequence > $1 order by sequence limit ${MOST_TOLD + 1})
        select value, array(select id from changed) as changed,
          array(select distinct agency_id from changed) as agencies,
          case when exists (select from changed) then array(
            select to_id from portal.item_link where from_id in (select id from changed)
            union select from_id from portal.item_link where to_id in (select id from changed)) end as around
        from portal.counter`,
    },
    [after],
  );
  const { value, changed, agencies, around } = onlyRow(rows, "计数");
  const isAccounted = value - after === changed.length && changed.length <= MOST_TOLD;
  return { sequence: value, items: isAccounted ? [...changed, ...(around ?? [])] : null, agencies };
}
