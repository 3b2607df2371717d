import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import type { OfficeSettings } from "../../operations/office-settings.js";

/**
 * The headers of every answer. Scripts, fonts and calls only from here. Styles may be inline: the components of Ant Design put
 * theirs into the page while it runs (docs/operating/accounts.md).
 */
export async function addSecurityHeaders(app: FastifyInstance, { publicUrl }: OfficeSettings): Promise<void> {
  const isSecure = publicUrl?.startsWith("https:") ?? false;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "frame-src": ["'self'", "blob:"],
        "worker-src": ["'self'", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
        ...(isSecure ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    // Addresses name cases: they are told to nobody.
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "sameorigin" },
  });
}
