/** What the system did by itself and how it ended: the pages for the administrator read it. No fact of the register is in it. */
export const jobRun = `
create table job_run (
  id bigint generated always as identity primary key,
  job text not null,
  started_at timestamptz(3) not null,
  milliseconds int not null check (milliseconds >= 0),
  is_done boolean not null,
  -- What came of it, or why it failed: numbers and sentences, no personal data.
  detail jsonb not null
);
create index job_run_latest on job_run (job, id desc);
`;
