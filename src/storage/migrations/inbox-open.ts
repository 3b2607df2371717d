/** The office lists and counts what is not a case yet; what was taken in stays in the inbox and is by far the most. */
export const inboxOpen = `
create index inbox_open on portal.inbox (agency_id, submitted_at desc) where state <> 'taken';
`;
