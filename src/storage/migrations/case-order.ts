/**
 * Lists by the last day, and the desk, walk an index in their order instead of sorting the register: the expression is that of `DUE_ORDER`
 * in stores/case-list-store. A summary is changed with every step, so its pages keep room for that.
 */
export const caseOrder = `
drop index case_summary_open;
create index case_summary_due on case_summary (agency_id, (coalesce(due_on, date '9999-12-31')), case_id);
create index case_summary_open on case_summary (agency_id, (coalesce(due_on, date '9999-12-31')), case_id) where is_open;
alter table case_summary set (fillfactor = 85);
`;
