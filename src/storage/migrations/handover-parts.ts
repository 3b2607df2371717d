/** What a handover lists: everything first published in a period, whatever became of it, and what was withdrawn in it. */
export const handoverParts = `
create index item_event_withdrawn on item_event (chain_id, recorded_at) where body ->> 'type' = 'withdrawn';
create index item_summary_published on item_summary (agency_id, published_at, item_id) where published_at is not null;
`;
