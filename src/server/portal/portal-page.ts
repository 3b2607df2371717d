import { hash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { render } from "preact-render-to-string";
import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { ColumnId, Frame, Step } from "../../web/portal/frame.js";
import { agencyPath, COLUMNS } from "../../web/portal/frame.js";
import type { PageTags } from "../../web/portal/page-tags.js";
import { siteTags } from "./page-meta.js";
import type { PortalOptions } from "./portal-options.js";

export const LARGE_TEXT = "large-text";
/** Of a page that holds nothing of its reader: asked again before each use, kept by nobody in between. */
export const PUBLIC_PAGE = "private, no-cache";

/** Whether the reader has chosen large letters; also before the cookies of the request are read. */
export function choosesLarge({ headers: { cookie = "" }, server }: FastifyRequest): boolean {
  return cookie.includes(LARGE_TEXT) && server.parseCookie(cookie)[LARGE_TEXT] === "1";
}

interface FrameInput {
  readonly title: string;
  readonly path: string;
  readonly agency?: PublicAgency | null;
  readonly column?: ColumnId;
  readonly trail?: readonly Step[];
  readonly tags?: Frame["tags"];
  readonly isPrivate?: boolean;
  readonly structured?: Frame["structured"];
}

/** The frame of a page for one reader: with the size of letters that was chosen, and the steps that lead here. */
export async function frameFor(options: PortalOptions, request: FastifyRequest, input: FrameInput): Promise<Frame> {
  const { title, path, agency = null, column = null, trail, tags, isPrivate, structured } = input;
  const agencies = await options.site.agencies();
  const owner = agencies[0] ?? null;
  return {
    title,
    path,
    site: { name: options.name, origin: options.origin, owner },
    agency,
    column,
    trail: trail ?? trailTo(options, { agency, column, title }),
    isLarge: choosesLarge(request),
    isSample: options.isSample,
    tags: withSiteTags(tags ?? [], siteTags(options, agency ?? owner)),
    ...(isPrivate && { isPrivate }),
    ...(structured && { structured }),
  };
}

/** What a page says of its site itself stands; what it leaves open is said of the site as a whole. */
function withSiteTags(own: PageTags, site: PageTags): PageTags {
  const said = new Set(own.map(([name]) => name));
  return [...site.filter(([name]) => !said.has(name)), ...own];
}

function trailTo(
  { name }: PortalOptions,
  { agency, column, title }: Required<Pick<FrameInput, "agency" | "column" | "title">>,
): Step[] {
  const steps: Step[] = [{ name: "首页", path: "/" }];
  if (agency !== null && agency.name !== title && agency.name !== name)
    steps.push({ name: agency.name, path: agencyPath(agency.id) });
  const own = COLUMNS.find(({ id }) => id === column);
  if (own !== undefined && own.name !== title)
    steps.push({ name: own.name, path: `${agency === null ? "" : agencyPath(agency.id)}/${own.path}` });
  return steps;
}

/** Sends a page. One that holds nothing of the reader gets a tag, so that it travels once. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: VNode,
  { isPrivate = false }: { readonly isPrivate?: boolean } = {},
) {
  const html = `<!doctype html>${render(page)}`;
  reply.type("text/html; charset=utf-8").header("vary", "accept-encoding, cookie");
  if (isPrivate) return reply.header("cache-control", "no-store").send(html);
  // Made into bytes once: for the tag, for packing, for sending.
  const bytes = Buffer.from(html);
  // Weak: the same page travels packed and as it is.
  const tag = `W/"${hash("sha256", bytes, "base64url").slice(0, 22)}"`;
  reply.header("etag", tag).header("cache-control", PUBLIC_PAGE);
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  return reply.send(bytes);
}
