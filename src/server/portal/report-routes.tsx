import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { PublicAgency } from "../../register/portal/public-agency.js";
import { FIGURE_GROUPS } from "../../web/portal/figure-groups.js";
import { FiguresPage } from "../../web/portal/figures-page.js";
import { agencyPath } from "../../web/portal/frame.js";
import { ReportListPage, reportPath } from "../../web/portal/report-list-page.js";
import { ReportPage } from "../../web/portal/report-page.js";
import { SeriesPage } from "../../web/portal/series-page.js";
import { reportArticle } from "../../writers/annual-report/write-html.js";
import { agencyChart } from "./agency-charts.js";
import { contentDisposition } from "./content-disposition.js";
import { columnTags, reportTags } from "./page-meta.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";
import { seriesCharts } from "./series-charts.js";

const chosen = z.object({
  year: z.coerce.number().int().optional().catch(undefined),
  edition: z.coerce.number().int().min(1).optional().catch(undefined),
});
const FORMAT = /^[a-z]{3,5}$/;

type With<Names extends string> = FastifyRequest<{ Params: Record<Names, string> }>;

/** Annual reports: lists, pages, files, and the figures over the years. */
export function reportRoutes(server: FastifyInstance, options: PortalOptions): void {
  const { site } = options;
  server.get("/reports", (request, reply) => sendList(options, null, request, reply));
  server.get("/agencies/:agencyId/reports", async (request: With<"agencyId">, reply) => {
    const agency = await site.agency(request.params.agencyId);
    return agency === null ? reply.callNotFound() : sendList(options, agency, request, reply);
  });
  server.get("/figures", (request, reply) => sendFigures(options, request, reply));
  server.get("/reports/:agencyId", (request: With<"agencyId">, reply) => sendSeries(options, request, reply));
  server.get("/reports/:agencyId/:year", (request: With<"agencyId" | "year">, reply) => sendReport(options, request, reply));
  server.get("/reports/:agencyId/:year/:edition/:format", (request: With<FileNames>, reply) => sendFile(options, request, reply));
}

async function sendList(options: PortalOptions, agency: PublicAgency | null, request: FastifyRequest, reply: FastifyReply) {
  const { site } = options;
  const { year } = chosen.parse(request.query ?? {});
  const path = agency === null ? "/reports" : `${agencyPath(agency.id)}/reports`;
  const title = "政府信息公开年报";
  const frame = await frameFor(options, request, {
    title,
    path,
    agency,
    column: "reports",
    tags: columnTags({ options, agency, name: title, id: "reports" }),
  });
  const [agencies, reports] = await Promise.all([site.agencies(), site.reports(agency?.id)]);
  return sendPage(
    request,
    reply,
    <ReportListPage frame={frame} agencies={agencies} reports={reports} year={year ?? null} path={path} />,
  );
}

async function sendSeries(options: PortalOptions, request: With<"agencyId">, reply: FastifyReply) {
  const { site } = options;
  const { agencyId } = request.params;
  const [series] = await site.series([agencyId]);
  const agency = await site.agency(agencyId);
  if (series === undefined || agency === null) return reply.callNotFound();
  const frame = await frameFor(options, request, {
    title: "历年变化",
    path: `/reports/${encodeURIComponent(agencyId)}`,
    agency,
    column: "reports",
  });
  return sendPage(request, reply, <SeriesPage frame={frame} series={series} charts={seriesCharts(series)} />);
}

async function sendFigures(options: PortalOptions, request: FastifyRequest, reply: FastifyReply) {
  const { site } = options;
  const agencies = await site.agencies();
  const all = await site.series(agencies.map(({ id }) => id));
  const years = [...new Set(all.flatMap((one) => one.years.map(({ year }) => year)))].sort((one, other) => other - one);
  const asked = chosen.parse(request.query ?? {}).year;
  const year = asked !== undefined && years.includes(asked) ? asked : years[0];
  if (year === undefined) return reply.callNotFound();
  const rows = all.flatMap(({ agencyId, agencyName, years: its }) =>
    its.filter((one) => one.year === year).map((figures) => ({ agencyId, agencyName, figures })),
  );
  const reporting = new Set(rows.map(({ agencyId }) => agencyId));
  const frame = await frameFor(options, request, {
    title: `${year}年各机关数字`,
    path: "/figures",
    column: "reports",
    tags: columnTags({ options, agency: null, name: "政府信息公开年报", id: "reports" }),
  });
  return sendPage(
    request,
    reply,
    <FiguresPage
      {...{ frame, years, year, rows }}
      without={agencies.filter(({ id }) => !reporting.has(id)).map(({ name }) => name)}
      groups={FIGURE_GROUPS.map((group) => ({ group, picture: agencyChart(group, rows) }))}
    />,
  );
}

async function sendReport(options: PortalOptions, request: With<"agencyId" | "year">, reply: FastifyReply) {
  const { site } = options;
  const { agencyId, year } = request.params;
  const { edition } = chosen.parse(request.query ?? {});
  const found = /^\d{4}$/.test(year) ? await site.report(agencyId, Number(year), edition) : null;
  if (found === null) return reply.callNotFound();
  const agency = await site.agency(agencyId);
  const reports = await site.reports(agencyId);
  const frame = await frameFor(options, request, {
    title: found.summary.title,
    path: reportPath(agencyId, Number(year)),
    agency,
    column: "reports",
    tags: reportTags(options, agency, found.summary),
  });
  const article = reportArticle(found.report);
  const years = [...new Set(reports.map((one) => one.year))];
  return sendPage(request, reply, <ReportPage frame={frame} found={found} article={article} years={years} />);
}

type FileNames = "agencyId" | "year" | "edition" | "format";

async function sendFile({ site }: PortalOptions, request: With<FileNames>, reply: FastifyReply) {
  const { agencyId, year, edition, format } = request.params;
  if (!/^\d{4}$/.test(year) || !/^\d{1,4}$/.test(edition) || !FORMAT.test(format)) return reply.callNotFound();
  const file = await site.reportFile({ agencyId, year: Number(year), edition: Number(edition), format });
  if (file === null) return reply.callNotFound();
  return reply
    .type(file.mediaType)
    .header("etag", `"${file.sha256.slice(0, 32)}"`)
    .header("cache-control", "public, max-age=3600")
    .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header("content-disposition", contentDisposition(file.name))
    .send(Buffer.from(file.bytes));
}
