import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import type { OfficeSettings } from "../../operations/office-settings.js";

/** The content security policies of answers. */
export interface Policies {
  /** That of a page whose styles bear a nonce: the components of Ant Design put theirs into the page while it runs. */
  ofPage(nonce: string): string;
}

/** The headers of every answer: scripts, styles, fonts and calls only from here, nothing inline. Gives the policy of pages. */
export async function addSecurityHeaders(app: FastifyInstance, { publicUrl }: OfficeSettings): Promise<Policies> {
  const isSecure = publicUrl?.startsWith("https:") ?? false;
  const policyWith = (styles: string): string =>
    [...DIRECTIVES, ["style-src", styles], ...(isSecure ? [["upgrade-insecure-requests"]] : [])]
      .map((directive) => directive.join(" "))
      .join("; ");
  const strict = policyWith("'self'");
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    // Addresses name cases: they are told to nobody.
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "sameorigin" },
  });
  app.addHook("onRequest", async (_, reply) => {
    reply.header("content-security-policy", strict);
  });
  return { ofPage: (nonce) => policyWith(`'self' 'nonce-${nonce}'`) };
}

const DIRECTIVES: readonly (readonly string[])[] = [
  ["default-src", "'self'"],
  ["script-src", "'self'"],
  ["img-src", "'self' data: blob:"],
  ["font-src", "'self' data:"],
  ["connect-src", "'self'"],
  ["frame-src", "'self' blob:"],
  ["worker-src", "'self' blob:"],
  ["object-src", "'none'"],
  ["base-uri", "'none'"],
  ["form-action", "'self'"],
  ["frame-ancestors", "'self'"],
];
