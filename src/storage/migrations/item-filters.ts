/**
 * What the list of items is narrowed by: the mark of validity, what is due, what nothing interprets. The mark is read from the last text or
 * change of each item; the next step of an item writes it again.
 */
export const itemFilters = `
alter table item_summary add column validity text;
update item_summary set validity = last.mark
from (
  select distinct on (item_id) item_id, coalesce(body ->> 'validity', body -> 'content' ->> 'validity') as mark
  from item_event where body ->> 'type' in ('drafted', 'revised', 'imported', 'validity-changed')
  order by item_id, sequence desc
) as last
where last.item_id = item_summary.item_id;
create index item_summary_validity on item_summary (agency_id, validity, changed_at desc) where validity is not null;
create index item_summary_due on item_summary (agency_id, due_on) where due_on is not null;
create index item_summary_interprets on item_summary using gin (interprets);
`;
