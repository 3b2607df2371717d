import { z } from "zod";
import type { MailSettings } from "./mail-settings.js";

/** The part of the configuration file about the office, as it is written there. */
export const officeSchema = z.strictObject({
  host: z.string().min(1).optional(),
  port: z.number().int().min(0).max(65_535).optional(),
  publicUrl: z.url({ protocol: /^https?$/ }).optional(),
  trustProxy: z.union([z.boolean(), z.string().min(1)]).optional(),
  requestsPerMinute: z.number().int().min(1).max(1_000_000).optional(),
  signInsPerMinute: z.number().int().min(1).max(1_000_000).optional(),
  identityService: z
    .strictObject({
      issuer: z.url({ protocol: /^https?$/ }),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
      label: z.string().min(1).max(30).optional(),
      scope: z.string().min(1).optional(),
      loginNameClaim: z.string().min(1).optional(),
    })
    .optional(),
});

/** A city's own service that people sign in with (OpenID Connect). */
export interface IdentityServiceSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button. */
  readonly label: string;
  readonly scope: string;
  /** What the service says of somebody that is the name for signing in here; null: only those who were linked by hand. */
  readonly loginNameClaim: string | null;
}

/** How the office is served. */
export interface OfficeSettings {
  readonly host: string;
  readonly port: number;
  /** The address people use; null: the one they called. With https, cookies are kept to it. */
  readonly publicUrl: string | null;
  /** Which proxies may say who is calling: true for all, an address or a network. */
  readonly trustProxy: boolean | string;
  /** For one session or token; a third of it for an address that is not signed in. */
  readonly requestsPerMinute: number;
  /** For one address. */
  readonly signInsPerMinute: number;
  readonly identityService: IdentityServiceSettings | null;
  /** By what notices go out by mail, as far as people may know it; null: no mail. */
  readonly mail: MailThrough | null;
}

export type MailThrough = Pick<MailSettings, "host" | "port" | "from" | "quietFrom" | "quietUntil">;

export const OFFICE_DEFAULTS: OfficeSettings = {
  host: "127.0.0.1",
  port: 8080,
  publicUrl: null,
  trustProxy: false,
  requestsPerMinute: 1_500,
  signInsPerMinute: 30,
  identityService: null,
  mail: null,
};

/** The settings as the file gives them, with defaults filled in. */
export function officeSettings(given: z.output<typeof officeSchema> = {}, mail: MailSettings | null = null): OfficeSettings {
  const { identityService: service } = given;
  return {
    mail: mail && { host: mail.host, port: mail.port, from: mail.from, quietFrom: mail.quietFrom, quietUntil: mail.quietUntil },
    host: given.host ?? OFFICE_DEFAULTS.host,
    port: given.port ?? OFFICE_DEFAULTS.port,
    publicUrl: given.publicUrl ?? null,
    trustProxy: given.trustProxy ?? false,
    requestsPerMinute: given.requestsPerMinute ?? OFFICE_DEFAULTS.requestsPerMinute,
    signInsPerMinute: given.signInsPerMinute ?? OFFICE_DEFAULTS.signInsPerMinute,
    identityService:
      service === undefined
        ? null
        : {
            issuer: service.issuer,
            clientId: service.clientId,
            clientSecret: service.clientSecret,
            label: service.label ?? "统一身份认证",
            scope: service.scope ?? "openid profile",
            loginNameClaim: service.loginNameClaim ?? null,
          },
  };
}
