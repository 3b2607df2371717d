// A register of many agencies for measuring, made inside the database: legal courses of cases (received, confirmed where nobody signed,
// accepted, extended, decided, served), spread over a year, some late, some corrected, some still open. Not a rehearsal: no two
// requests differ in what they ask, nobody asks, and the log is not written; counting reads none of these.
import { sql } from "kysely";

const DAY = "interval '1 day'";

/** Fills an open register with `agencies` bureaus of one city and `requests` requests of `year`. Their courses are derived afterwards. */
export async function fillRegister({ db }, { requests, agencies, year, isQuick, say }) {
  const per = Math.ceil(requests / agencies);
  const [{ id: key }] = (await sql`select id from identity_key where is_current`.execute(db)).rows;
  say(`${requests} requests …`);
  // Hashing spreads the choices, so that the same plan gives the same register.
  await sql`
    create table plan as
    select 'b' || a as chain, 'b' || a || '-' || n as id, date ${sql.lit(`${year}-01-01`)} - 30 + (chance(a, n, 1) * 395)::int as arrived,
      pick(chance(a, n, 2), array[0.80, 0.92, 0.93, 0.94, 0.98], array['natural', 'business', 'research', 'welfare', 'legal_service', 'other_org']) as kind,
      pick(chance(a, n, 3), array[0.52, 0.70, 0.82, 0.91, 0.95, 0.98], array['online', 'registered_mail', 'in_person', 'email', 'ordinary_mail', 'fax', 'oral']) as channel,
      pick(chance(a, n, 4), array[0.40, 0.48, 0.49, 0.50, 0.52, 0.55, 0.58, 0.61, 0.64, 0.80, 0.83, 0.85, 0.89, 0.92, 0.93, 0.96, 0.98], array['granted', 'partial', 'denied.state_secret', 'denied.other_law', 'denied.third_party', 'denied.internal', 'denied.process', 'denied.enforcement_file', 'denied.admin_query', 'unable.not_held', 'unable.need_create', 'unable.unclear', 'rejected.petition', 'rejected.repeat', 'rejected.publication', 'rejected.massive', 'other.misc', 'other.no_payment']) as outcome,
      case when n % 17 = 0 then 'b' || a || '-' || n - 1 else 'b' || a || '-' || n end as letter,
      4 + (chance(a, n, 5) * 36)::int as took, chance(a, n, 6) as fate, chance(a, n, 7) as late
    from generate_series(1, ${agencies}::int) a, generate_series(1, ${per}::int) n
    limit ${requests}`.execute(await withFunctions(db));
  await sql`
    insert into case_file (id, chain_id, letter_id, number, channel, arrived_on, requester_kind, requester, key_id, requester_seal,
      requester_index, body, recorded_at, recorded_by)
    select id, chain, letter, id, channel, arrived, kind, '\\x00', ${key}, '\\x00', decode(md5(id), 'hex'), '{}', arrived + time '01:00', '甲'
    from plan`.execute(db);
  if (isQuick) {
    await coursesOnly(db);
    await others(db, { agencies, year });
    await sql`drop table plan`.execute(db);
    await sql.raw(`analyze`).execute(db);
    return;
  }
  say("events …");
  // Half of those of December are still open at the end of the year.
  await sql`
    create table acts as
    select id, chain, arrived as happened, arrived as noted, jsonb_build_object('type', 'received', 'on', arrived) as body, 1 as step from plan
    union all
    select id, chain, arrived + 1, arrived + 1, jsonb_build_object('type', 'confirmed', 'on', arrived + 1), 2 from plan
      where channel in ('online', 'email', 'fax', 'ordinary_mail') and fate > 0.01
    union all
    select id, chain, arrived + 1, arrived + 1, jsonb_build_object('type', 'accepted', 'on', arrived + 1, 'handler', '甲'), 3 from plan
    union all
    select id, chain, arrived + 15, arrived + 15, jsonb_build_object('type', 'extended', 'on', arrived + 15, 'workingDays', 20, 'approvedBy', '乙', 'toldOn', arrived + 15, 'grounds', '检索'), 4
      from plan where took > 36
    union all
    select id, chain, arrived + took, arrived + took + case when late < 0.06 then 20 else 0 end,
      jsonb_build_object('type', 'decided', 'on', arrived + took, 'outcome', outcome, 'grounds', '{}'::jsonb), 5
      from plan where fate < 0.985
    union all
    select id, chain, arrived + took + 40, arrived + took + 40,
      jsonb_build_object('type', 'corrected', 'on', arrived + took + 40, 'eventId', id || '-5', 'replacement',
        jsonb_build_object('type', 'decided', 'on', arrived + took, 'outcome', 'partial', 'grounds', '{}'::jsonb)), 6
      from plan where fate < 0.03`.execute(db);
  await sql`
    insert into case_event (case_id, sequence, id, chain_id, body, recorded_at, recorded_by)
    select id, row_number() over (partition by id order by noted, step), id || '-' || step, chain, body, noted + time '02:00' + step * interval '1 minute', '甲'
    from acts`.execute(db);
  await others(db, { agencies, year });
  await sql`drop table plan, acts`.execute(db);
  await sql.raw(`analyze`).execute(db);
}

/** What the same events would make the cases count as, without the events: where there is no time to derive a million. */
async function coursesOnly(db) {
  const columns = `case_id, known_from, known_until, first_known, chain_id, letter_id, is_split, requester_kind, channel, arrived_on,
    is_registered, received_on, closed_on, outcome, is_extended`;
  const version = ([from, until], received, closed, { outcome, where }) => `
    select id, ${from}, ${until}, arrived + time '01:00', chain, letter, count(*) over (partition by letter) > 1, kind, channel, arrived, true,
      ${received}, ${closed}, ${outcome}, took > 36 from plan where ${where}`;
  const lawful = `case when channel in ('online', 'email', 'fax', 'ordinary_mail') then case when fate > 0.01 then arrived + 1 end else arrived end`;
  const ended = `arrived + took + case when late < 0.06 then 20 else 0 end + time '02:05'`;
  const corrected = `arrived + took + 40 + time '02:06'`;
  await sql
    .raw(`insert into case_course (${columns})
    ${version(["arrived + time '02:01'", `case when fate < 0.985 then ${ended} else 'infinity' end`], lawful, "null::date", { outcome: "null", where: "true" })}
    union all ${version([ended, `case when fate < 0.03 then ${corrected} else 'infinity' end`], lawful, "arrived + took", { outcome: "outcome", where: "fate < 0.985" })}
    union all ${version([corrected, "'infinity'"], lawful, "arrived + took", { outcome: "'partial'", where: "fate < 0.03" })}`)
    .execute(db);
}

async function withFunctions(db) {
  await sql
    .raw(`
    create or replace function chance(a int, n int, salt int) returns float8 immutable language sql as
      $$ select (hashint8extended(a::int8 * 100000 + n, salt) & 1048575) / 1048576.0 $$;
    create or replace function pick(at float8, shares float8[], names text[]) returns text immutable language sql as
      $$ select names[1 + width_bucket(at, shares)] $$`)
    .execute(db);
  return db;
}

/** A reconsideration for every seventieth request, ten documents and every monthly figure of each agency. */
async function others(db, { agencies, year }) {
  await sql`
    insert into proceeding (id, chain_id, body, recorded_at, recorded_by)
    select id || '-p', chain, jsonb_build_object('kind', 'reconsideration', 'route', null, 'requestId', id, 'reconsiderationId', null,
      'number', id, 'forum', '市政府', 'isCoDefendant', false), arrived + took + 60 + time '03:00', '甲'
    from plan where fate between 0.1 and 0.114`.execute(db);
  await sql`
    insert into proceeding_event (proceeding_id, sequence, id, chain_id, body, recorded_at, recorded_by)
    select id || '-p', step, id || '-p' || step, chain,
      case step when 1 then jsonb_build_object('type', 'filed', 'on', arrived + took + 50)
        else jsonb_build_object('type', 'concluded', 'on', arrived + took + 90, 'result', 'upheld', 'holding', '维持') end,
      arrived + took + 40 + step * 50 + time '03:00', '甲'
    from plan, generate_series(1, 2) step where fate between 0.1 and 0.114`.execute(db);
  await sql`
    insert into normative_document (document_id, sequence, id, chain_id, body, recorded_at, recorded_by)
    select 'b' || a || '-d' || n, 1, 'b' || a || '-d' || n, 'b' || a, jsonb_build_object('kind', 'normative_docs', 'title', '文件', 'number', '1号',
      'madeOn', date ${sql.lit(`${year - 1}-03-01`)} + n * 60, 'publishedOn', date ${sql.lit(`${year - 1}-03-01`)} + n * 60, 'repealedOn', null),
      date ${sql.lit(`${year - 1}-03-01`)} + n * 60 + time '03:00', '甲'
    from generate_series(1, ${agencies}::int) a, generate_series(1, 10) n`.execute(db);
  await sql`
    insert into monthly_figure (chain_id, table_row, table_column, month, sequence, id, value, source, recorded_at, recorded_by)
    select 'b' || a, place[1], place[2], month, 1, 'b' || a || place[1] || month, n, '人工填报', date ${sql.lit(`${year}-01-20`)} + n * ${sql.raw(DAY)} * 28, '甲'
    from generate_series(1, ${agencies}::int) a, generate_series(1, 12) n,
      lateral (select ${sql.lit(`${year}-`)} || lpad(n::text, 2, '0') as month) months,
      (values (array['art20_5.licensing', 'decisions']), (array['art20_6.penalty', 'decisions']), (array['art20_6.coercion', 'decisions']), (array['art20_8.fees', 'amount_wan'])) places (place)`.execute(
    db,
  );
}
