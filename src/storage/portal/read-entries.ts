import type { SearchTerms } from "../../document/search-tokens.js";
import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { PublishedGuide, PublishedRule } from "../../register/portal/public-guide.js";
import type { PublicRequestStatus } from "../../register/portal/public-request.js";
import type { PublishedAnswer } from "../../register/portal/public-search.js";
import { onlyRow, type PortalReader } from "./portal-pool.js";
import { tsQuery } from "./search-items.js";

export async function readAgencies(reader: PortalReader): Promise<PublicAgency[]> {
  const rows = await reader.rows<{ body: PublicAgency }>(
    { name: "agencies", text: "select body from portal.agency where body is not null order by id" },
    [],
  );
  return rows.map(({ body }) => body);
}

export async function readGuide(reader: PortalReader, agencyId: string): Promise<PublishedGuide | null> {
  const rows = await reader.rows<{ body: PublishedGuide | null }>(
    { name: "guide", text: "select body from portal.guide where id = $1" },
    [agencyId],
  );
  return rows[0]?.body ?? null;
}

export async function readRules(reader: PortalReader, agencyId: string): Promise<PublishedRule[]> {
  const rows = await reader.rows<{ body: PublishedRule }>(
    {
      name: "rules",
      text: `select body from portal.rule where agency_id = $1 and body is not null
        order by body ->> 'madeOn' desc nulls last, body ->> 'publishedAt' desc, id`,
    },
    [agencyId],
  );
  return rows.map(({ body }) => body);
}

/** The names of what stands in the columns beside the items: the newest edition of each report, each rule, and which agency has a guide. */
export async function readColumnNames(
  reader: PortalReader,
): Promise<{ kind: "report" | "rule" | "guide"; agency_id: string; title: string | null; year: number | null }[]> {
  return reader.rows(
    {
      name: "column-names",
      text: `
        select * from (
          select distinct on (year, agency_id) 'report' as kind, agency_id, body -> 'summary' ->> 'title' as title, year
          from portal.report order by year desc, agency_id, edition desc) newest
        union all select 'rule', agency_id, body ->> 'title', null from portal.rule where body is not null
        union all select 'guide', id, null, null from portal.guide where body is not null`,
    },
    [],
  );
}

/** Published answers whose questions hold any of some pairs. */
export async function answersWithAny(
  reader: PortalReader,
  { terms, agencyId, limit }: { readonly terms: SearchTerms; readonly agencyId: string | null; readonly limit: number },
): Promise<PublishedAnswer[]> {
  const query = tsQuery(terms, "|");
  if (query === null) return [];
  const rows = await reader.rows<{ body: PublishedAnswer }>(
    {
      text: `select body from portal.answer where question @@ $1::tsquery and body is not null
        ${agencyId === null ? "" : "and agency_id = $3"} limit $2`,
    },
    [query, limit, ...(agencyId === null ? [] : [agencyId])],
  );
  return rows.map(({ body }) => body);
}

export interface CounterRow {
  readonly value: number;
  readonly changed_at: string;
  readonly mode: "attached" | "standalone";
}

export async function readCounter(reader: PortalReader): Promise<CounterRow> {
  return onlyRow(
    await reader.rows<CounterRow>({ name: "counter", text: "select value, changed_at, mode from portal.counter" }, []),
    "计数",
  );
}

/** The key requests are sealed to now; null when the office has not given one. */
export async function readOfficeKey(reader: PortalReader): Promise<{ id: string; public_key: Buffer } | null> {
  const [row] = await reader.rows<{ id: string; public_key: Buffer }>(
    { name: "office-key", text: "select id, public_key from portal.office_key where is_current" },
    [],
  );
  return row ?? null;
}

/** A sealed request as the database function takes it. */
export interface SealedRequest {
  readonly number: string;
  readonly agencyId: string;
  readonly tokenHash: Buffer;
  readonly contentMac: Buffer;
  readonly codeHash: Buffer;
  readonly keyId: string;
  readonly sealed: Buffer;
}

export interface Submitted {
  readonly outcome: "stored" | "again" | "changed" | "refused" | "full";
  readonly number: string | null;
  readonly submitted_at: string | null;
}

/** Stores a sealed request by the only way there is. */
export async function submitSealed(reader: PortalReader, request: SealedRequest): Promise<Submitted> {
  const { number, agencyId, tokenHash, contentMac, codeHash, keyId, sealed } = request;
  return onlyRow(
    await reader.rows<Submitted>({ name: "submit", text: "select * from portal.submit_request($1, $2, $3, $4, $5, $6, $7)" }, [
      number,
      agencyId,
      tokenHash,
      contentMac,
      codeHash,
      keyId,
      sealed,
    ]),
    "收件",
  );
}

export interface StatusRow {
  readonly outcome: "found" | "wrong" | "locked";
  readonly agency_id: string | null;
  readonly submitted_at: string | null;
  readonly body: PublicRequestStatus | null;
  readonly locked_until: string | null;
}

export async function askStatus(reader: PortalReader, number: string, codeHash: Buffer): Promise<StatusRow> {
  return onlyRow(
    await reader.rows<StatusRow>({ name: "status", text: "select * from portal.status_of($1, $2)" }, [number, codeHash]),
    "查询",
  );
}
