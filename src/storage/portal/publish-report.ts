import { type Kysely, sql } from "kysely";
import type { PublicReport, YearFigures } from "../../report/public-report.js";
import type { Tables } from "../tables.js";
import { nextSequence } from "./portal-sequence.js";
import { putBlob, sweepBlobs } from "./publish-snapshot.js";

/** A released edition of an annual report for the portal. `summary.editions` is counted when it is read. */
export interface ReportToPublish {
  readonly report: PublicReport;
  readonly figures: YearFigures;
}

export interface ReportBytes {
  readonly format: string;
  readonly bytes: Uint8Array;
}

/** Puts an edition of a report into the portal; earlier ones stay. Files whose bytes are there already need none. */
export async function putReport(
  trx: Kysely<Tables>,
  { report, figures }: ReportToPublish,
  bytes: readonly ReportBytes[],
): Promise<void> {
  const { agencyId, year, edition, publishedAt } = report.summary;
  const sequence = await nextSequence(trx);
  for (const file of report.files) {
    const given = bytes.find(({ format }) => format === file.format);
    if (given !== undefined) await putBlob(trx, file.sha256, given.bytes);
  }
  await sql`
    insert into portal.report (agency_id, year, edition, body, figures, published_at, sequence)
    values (${agencyId}, ${year}, ${edition}, ${JSON.stringify(report)}, ${JSON.stringify(figures)}, ${publishedAt}, ${sequence})
    on conflict (agency_id, year, edition) do update set body = excluded.body, figures = excluded.figures,
      published_at = excluded.published_at, sequence = excluded.sequence`.execute(trx);
  const { rows: earlier } = await sql<{ sha256: Buffer }>`
    delete from portal.report_file where agency_id = ${agencyId} and year = ${year} and edition = ${edition} returning sha256`.execute(
    trx,
  );
  for (const { format, name, mediaType, size, sha256 } of report.files) {
    await sql`
      insert into portal.report_file (agency_id, year, edition, format, name, media_type, size, sha256)
      values (${agencyId}, ${year}, ${edition}, ${format}, ${name}, ${mediaType}, ${size}, decode(${sha256}, 'hex'))`.execute(
      trx,
    );
  }
  await sweepBlobs(trx, earlier);
}
