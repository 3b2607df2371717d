import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { KeptFor } from "../../operations/portal/kept-for.js";
import type { PublicSite } from "../../operations/portal/public-site.js";
import type { ReportSummary } from "../../report/public-report.js";
import { OpenDataPage } from "../../web/portal/open-data-page.js";
import { reportPath } from "../../web/portal/report-list-page.js";
import { writeCsv } from "../../writers/annual-report/write-csv.js";
import { writeJson } from "../../writers/annual-report/write-json.js";
import { contentDisposition } from "./content-disposition.js";
import { FIGURE_NAMES, figureRecords, figureTable } from "./figure-data.js";
import { checksumOf, ITEM_MEDIA_TYPES, type ItemFormat, itemLines, itemRecord } from "./open-data.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";
import { publicOpenApi } from "./public-open-api.js";
import { readFilter } from "./read-filter.js";
import { sendTagged } from "./send-tagged.js";
import { siteOrigin } from "./site-origin.js";

/** What stands where the operator has chosen no words. It is an offer of theirs, not a rule of law. */
const LICENCE = "本页数据可以免费下载、使用，使用时请注明来源和下载日期。";

const WHOLE_A_MINUTE = 20;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const continued = z.object({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0) });
const limited = { config: { rateLimit: { max: WHOLE_A_MINUTE, timeWindow: "1 minute" } } };

/** Everything published as data: items, reports, their schema and checksums, and a description of it all. */
export function openDataRoutes(server: FastifyInstance, options: PortalOptions): void {
  const { site } = options;
  const licence = options.licence ?? LICENCE;
  server.get("/open-data", async (request, reply) => {
    const frame = await frameFor(options, request, {
      title: "开放数据",
      path: "/open-data",
      trail: [{ name: "首页", path: "/" }],
    });
    const state = await site.state();
    return sendPage(request, reply, <OpenDataPage frame={frame} licence={licence} changedAt={state.changedAt} />);
  });
  for (const format of ["csv", "jsonl"] as const)
    server.get(`/data/items.${format}`, limited, (request, reply) => sendItems(options, { request, reply, format }));
  server.get("/data/reports.json", async (request, reply) => {
    const { sequence } = await site.state();
    const reports = (await site.reports()).map((report) => reportRecord(report, siteOrigin(options, request)));
    return sendJson(request, reply, { licence, sequence, reports });
  });
  const series = async () => site.series((await site.agencies()).map(({ id }) => id));
  server.get("/data/figures.json", limited, async (request, reply) => {
    const { sequence } = await site.state();
    const figures = figureRecords(await series(), siteOrigin(options, request));
    return sendJson(request, reply, { licence, sequence, columns: FIGURE_NAMES, figures });
  });
  server.get("/data/figures.csv", limited, async (request, reply) => {
    reply.type("text/csv; charset=utf-8").header("content-disposition", contentDisposition("各机关年度报告数字.csv"));
    return sendTagged(request, reply, Buffer.from(figureTable(await series(), siteOrigin(options, request))));
  });
  server.get(
    "/data/reports/:agencyId/:file",
    async (request: FastifyRequest<{ Params: { agencyId: string; file: string } }>, reply) => {
      const [, year, format] = /^(\d{4})\.(json|csv)$/.exec(request.params.file) ?? [];
      const found = year === undefined ? null : await site.report(request.params.agencyId, Number(year));
      if (found === null) return reply.callNotFound();
      const bytes = format === "json" ? writeJson(found.report) : writeCsv(found.report);
      reply.type(format === "json" ? "application/json; charset=utf-8" : "text/csv; charset=utf-8");
      return sendTagged(request, reply, Buffer.from(bytes));
    },
  );
  const checksums = new KeptFor<string>(DAY_MILLISECONDS, 2);
  server.get("/data/checksums.txt", limited, async (request, reply) => {
    const { sequence } = await site.state();
    const origin = siteOrigin(options, request);
    const text = await checksums.get(`${sequence} ${origin}`, () => checksumList(site, origin, sequence));
    return sendTagged(request, reply.type("text/plain; charset=utf-8").header("x-sequence", sequence), Buffer.from(text));
  });
  server.get("/data/items.schema.json", (request, reply) =>
    sendJson(request, reply, { $id: `${siteOrigin(options, request)}/data/items.schema.json`, ...z.toJSONSchema(itemRecord) }),
  );
  server.get("/openapi.json", (request, reply) =>
    sendJson(request, reply, publicOpenApi({ origin: siteOrigin(options, request), name: options.name })),
  );
}

interface ItemsAsked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly format: ItemFormat;
}

/** The whole list, or what changed behind a number, in pages that the connection carries away as it can. */
async function sendItems(options: PortalOptions, { request, reply, format }: ItemsAsked) {
  const { site } = options;
  const origin = siteOrigin(options, request);
  const { filter } = readFilter(request.query);
  const { after } = continued.parse(request.query ?? {});
  const { sequence } = await site.state();
  const asked = JSON.stringify([filter, after, format, origin]);
  const tag = `"${sequence}-${createHash("sha256").update(asked).digest("base64url").slice(0, 12)}"`;
  reply.header("etag", tag).header("cache-control", "public, no-cache").header("x-sequence", sequence);
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  reply
    .type(ITEM_MEDIA_TYPES[format])
    .header("content-disposition", `attachment; filename="items.${format}"`)
    .header("access-control-allow-origin", "*");
  return reply.send(Readable.from(itemLines(site, { filter, after, upTo: sequence, format, origin }), { objectMode: false }));
}

/** As sha256sum writes and checks it. */
async function checksumList(site: PublicSite, origin: string, upTo: number): Promise<string> {
  const lines: string[] = [];
  for (const format of ["csv", "jsonl"] as const)
    lines.push(`${await checksumOf(itemLines(site, { filter: {}, after: 0, upTo, format, origin }))}  items.${format}`);
  for (const { agencyId, year } of await site.reports()) {
    const found = await site.report(agencyId, year);
    if (found === null) continue;
    for (const [format, bytes] of [["json", writeJson(found.report)] as const, ["csv", writeCsv(found.report)] as const])
      lines.push(
        `${createHash("sha256").update(bytes).digest("hex")}  reports/${encodeURIComponent(agencyId)}/${year}.${format}`,
      );
  }
  return `${lines.join("\n")}\n`;
}

function reportRecord(
  { agencyId, agencyName, year, edition, title, publishedAt, signedOn, formats }: ReportSummary,
  origin: string,
) {
  const base = `${origin}${reportPath(agencyId, year)}`;
  const data = `${origin}/data/reports/${encodeURIComponent(agencyId)}/${year}`;
  return {
    ...{ agency_id: agencyId, agency: agencyName, year, edition, title, published_at: publishedAt, signed_on: signedOn },
    ...{ url: base, json: `${data}.json`, csv: `${data}.csv` },
    files: formats.map((format) => ({ format, url: `${base}/${edition}/${format}` })),
  };
}

function sendJson(request: FastifyRequest, reply: FastifyReply, value: unknown) {
  return sendTagged(request, reply.type("application/json; charset=utf-8"), Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
}
