import { z } from "zod";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "应为 20:00 这样的时刻");

/** The part of the configuration file about mail, as it is written there. */
export const mailSchema = z.strictObject({
  host: z.string().min(1),
  port: z.number().int().min(1).max(65_535).optional(),
  secure: z.boolean().optional(),
  user: z.string().min(1).optional(),
  password: z.string().min(1).optional(),
  from: z.string().min(3).max(200),
  quietFrom: clock.optional(),
  quietUntil: clock.optional(),
  digestMinutes: z.number().int().min(0).max(1_440).optional(),
});

/** How notices go out by mail. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; without it STARTTLS where the server offers it. */
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: string | null;
  readonly from: string;
  /** No mail goes out between these times of day in China; what comes up waits. */
  readonly quietFrom: string;
  readonly quietUntil: string;
  /** To one person at most one mail in so many minutes, with all that came up. */
  readonly digestMinutes: number;
}

/** The settings as the file gives them, with defaults; null: no mail. */
export function mailSettings(given: z.output<typeof mailSchema> | undefined): MailSettings | null {
  if (given === undefined) return null;
  const secure = given.secure ?? given.port === 465;
  return {
    host: given.host,
    port: given.port ?? (secure ? 465 : 25),
    secure,
    user: given.user ?? null,
    password: given.password ?? null,
    from: given.from,
    quietFrom: given.quietFrom ?? "20:00",
    quietUntil: given.quietUntil ?? "08:00",
    digestMinutes: given.digestMinutes ?? 60,
  };
}
