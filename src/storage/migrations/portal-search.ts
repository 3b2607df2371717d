/**
 * The search of the portal over very many items. The filters and the month of publishing become tokens beside the words, so that one
 * index answers "these words, of this agency, of the last two months"; without that the newest of a few thousand matches were found
 * only by reading tens of thousands of rows. The long list of tokens is laid apart, so that the rows that are counted and sorted are
 * narrow; and what is published goes into the index at once: a list of what is still to be put there was read by every question.
 */
export const portalSearch = `
alter table portal.item_search set (toast_tuple_target = 512);
-- The text as the search shows it; null for what was published before, whose snapshot is read instead.
alter table portal.item_snapshot add column plain text;

-- Made anew: to change them row by row takes many times as long.
drop index portal.item_search_title, portal.item_search_body;
update portal.item_search set title = title || tokens, body = body || tokens
from (select id, array_to_tsvector(array_remove(array[
  '#a:' || agency_id, '#d:' || disclosure_item, '#t:' || theme, '#g:' || genre, '#v:' || validity,
  '#y:' || to_char(published_at at time zone interval '8 hours', 'YYYY'),
  '#m:' || to_char(published_at at time zone interval '8 hours', 'YYYYMM')], null)) as tokens
  from portal.item_search) filters
where filters.id = item_search.id;
create index item_search_title on portal.item_search using gin (title) with (fastupdate = off);
create index item_search_body on portal.item_search using gin (body) with (fastupdate = off);
`;
