import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { PublicAgency } from "../../register/portal/public-agency.js";
import { AgenciesPage } from "../../web/portal/agencies-page.js";
import { CataloguePage } from "../../web/portal/catalogue-page.js";
import { agencyPath, COLUMNS, type ColumnId } from "../../web/portal/frame.js";
import { GuidePage } from "../../web/portal/guide-page.js";
import { HomePage } from "../../web/portal/home-page.js";
import { RulesPage } from "../../web/portal/rules-page.js";
import { tellShown } from "./kept-pages.js";
import { columnTags } from "./page-meta.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";
import { readFilter } from "./read-filter.js";

type Asked = FastifyRequest<{ Params: { agencyId: string } }>;
/** Serves a page of an agency that is in the portal; 404 where there is none. */
type AgencyPage = (agency: PublicAgency, request: Asked, reply: FastifyReply) => Promise<unknown>;

const LATEST = 8;

/** The first page and the four columns, of the whole portal and of each agency. */
export function columnRoutes(server: FastifyInstance, options: PortalOptions): void {
  const { site } = options;
  const ofAgency = (serve: AgencyPage) => async (request: Asked, reply: FastifyReply) => {
    const agency = await site.agency(request.params.agencyId);
    return agency === null ? reply.callNotFound() : serve(agency, request, reply);
  };

  server.get("/", async (request, reply) => {
    const agencies = await site.agencies();
    const [only] = agencies;
    if (agencies.length === 1 && only !== undefined) return sendHome(options, request, reply, only);
    return sendHome(options, request, reply, null);
  });
  server.get(
    "/agencies/:agencyId",
    ofAgency((agency, request, reply) => sendHome(options, request, reply, agency)),
  );
  for (const id of ["guide", "rules"] as const) {
    server.get(`/${id}`, async (request, reply) => {
      const frame = await frameFor(options, request, column(options, id, null));
      return sendPage(request, reply, <AgenciesPage frame={frame} agencies={await site.agencies()} path={id} />);
    });
  }
  server.get(
    "/agencies/:agencyId/guide",
    ofAgency(async (agency, request, reply) => {
      const frame = await frameFor(options, request, column(options, "guide", agency));
      return sendPage(request, reply, <GuidePage frame={frame} guide={await site.guide(agency.id)} />);
    }),
  );
  server.get(
    "/agencies/:agencyId/rules",
    ofAgency(async (agency, request, reply) => {
      const frame = await frameFor(options, request, column(options, "rules", agency));
      return sendPage(request, reply, <RulesPage frame={frame} rules={await site.rules(agency.id)} />);
    }),
  );
  server.get("/catalogue", (request, reply) => sendCatalogue(options, request, reply, null));
  server.get(
    "/agencies/:agencyId/catalogue",
    ofAgency((agency, request, reply) => sendCatalogue(options, request, reply, agency)),
  );
}

/** What the frame of a page of a column says: of an agency, or of the whole portal. */
function column(options: PortalOptions, id: Exclude<ColumnId, null | "ask">, agency: PublicAgency | null) {
  const own = COLUMNS.find((one) => one.id === id);
  const title = own?.name ?? "";
  const path = `${agency === null ? "" : agencyPath(agency.id)}/${own?.path ?? ""}`;
  return { title, path, agency, column: id, tags: columnTags({ options, agency, name: title, id }) };
}

async function sendCatalogue(options: PortalOptions, request: FastifyRequest, reply: FastifyReply, agency: PublicAgency | null) {
  const { site } = options;
  const { filter: asked, page, showsAllFilters } = readFilter(request.query);
  const filter = agency === null ? asked : { ...asked, agencyIds: [agency.id] };
  const [found, facets] = await Promise.all([site.items({ ...filter, page }), site.facets(filter)]);
  const { agencyIds = [] } = filter;
  // A list of agencies changes with their items alone; one of all, with any.
  if (agencyIds.length > 0) tellShown(request, { itemIds: found.items.map(({ id }) => id), agencyIds });
  const input = column(options, "catalogue", agency);
  const frame = await frameFor(options, request, input);
  return sendPage(
    request,
    reply,
    <CataloguePage frame={frame} page={found} facets={facets} path={input.path} {...{ filter, showsAllFilters }} />,
  );
}

async function sendHome(options: PortalOptions, request: FastifyRequest, reply: FastifyReply, agency: PublicAgency | null) {
  const { site, name } = options;
  const filter = agency === null ? {} : { agencyIds: [agency.id] };
  const [agencies, latest, reports, takesRequests] = await Promise.all([
    site.agencies(),
    site.items({ ...filter, pageSize: LATEST, withoutTombstones: true }),
    site.reports(agency?.id),
    agency === null ? false : site.takesRequests(agency.id),
  ]);
  if (agency !== null) tellShown(request, { itemIds: latest.items.map(({ id }) => id), agencyIds: [agency.id] });
  const title = agency?.name ?? name;
  const path = agency === null ? "/" : agencyPath(agency.id);
  const frame = await frameFor(options, request, {
    title,
    path,
    agency,
    trail: agency === null || agencies.length === 1 ? [] : [{ name: "首页", path: "/" }],
    tags: columnTags({ options, agency, name: "政府信息公开", id: "home" }),
  });
  return sendPage(
    request,
    reply,
    <HomePage
      frame={frame}
      agencies={agencies}
      latest={latest.items}
      reports={reports.slice(0, 6)}
      takesRequests={takesRequests}
    />,
  );
}
