import type { PublicFile } from "../../register/portal/public-item.js";
import type { PublicReport, ReportSummary, YearFigures } from "../../report/public-report.js";
import type { PortalReader } from "./portal-pool.js";

/** The newest edition of each report, the newest year first. */
export async function listReports(reader: PortalReader, agencyId: string | null): Promise<ReportSummary[]> {
  const rows = await reader.rows<{ summary: ReportSummary; editions: number }>(
    {
      name: agencyId === null ? "reports" : "reports of",
      text: `
        select distinct on (year, agency_id) body -> 'summary' as summary, count(*) over (partition by year, agency_id) as editions
        from portal.report ${agencyId === null ? "" : "where agency_id = $1"} order by year desc, agency_id, edition desc`,
    },
    agencyId === null ? [] : [agencyId],
  );
  return rows.map(({ summary, editions }) => ({ ...summary, editions }));
}

/** An edition of a report; the newest when none is named. */
export async function readReport(
  reader: PortalReader,
  { agencyId, year, edition }: { readonly agencyId: string; readonly year: number; readonly edition: number | null },
): Promise<PublicReport | null> {
  const [row] = await reader.rows<{ body: PublicReport; editions: number }>(
    {
      name: "report",
      text: `
        select body, (select count(*) from portal.report where agency_id = $1 and year = $2) as editions
        from portal.report where agency_id = $1 and year = $2 and ($3::int is null or edition = $3) order by edition desc limit 1`,
    },
    [agencyId, year, edition],
  );
  return row === undefined ? null : { ...row.body, summary: { ...row.body.summary, editions: row.editions } };
}

export async function readReportFile(
  reader: PortalReader,
  file: { readonly agencyId: string; readonly year: number; readonly edition: number; readonly format: string },
): Promise<PublicFile | null> {
  const [row] = await reader.rows<{ name: string; media_type: string; sha256: Buffer; bytes: Buffer }>(
    {
      name: "report-file",
      text: `select name, media_type, sha256, bytes from portal.report_file join portal.blob using (sha256)
        where agency_id = $1 and year = $2 and edition = $3 and format = $4`,
    },
    [file.agencyId, file.year, file.edition, file.format],
  );
  if (row === undefined) return null;
  return { name: row.name, mediaType: row.media_type, sha256: row.sha256.toString("hex"), bytes: row.bytes };
}

/** The figures of the newest edition of each year, in the order of the years. */
export async function readFigures(
  reader: PortalReader,
  agencyIds: readonly string[],
): Promise<{ agency_id: string; figures: YearFigures }[]> {
  return reader.rows(
    {
      name: "figures",
      text: `select distinct on (agency_id, year) agency_id, figures from portal.report where agency_id = any($1::text[])
        order by agency_id, year, edition desc`,
    },
    [agencyIds],
  );
}
