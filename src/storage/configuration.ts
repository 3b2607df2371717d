import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import { AppError } from "../errors.js";
import { type MailSettings, mailSchema, mailSettings } from "./mail-settings.js";
import { type OfficeSettings, officeSchema, officeSettings } from "./office-settings.js";

const megabytes = z.number().int().min(0).max(1_000_000);

/** The configuration file: every setting is optional. docs/operating/configuration.md has a row for each. */
const fileSchema = z.strictObject({
  dataDirectory: z.string().min(1).optional(),
  keyFile: z.string().min(1).optional(),
  database: z
    .strictObject({
      url: z
        .string()
        .regex(/^postgres(ql)?:\/\//, "应以 postgres:// 或 postgresql:// 开头")
        .optional(),
      binaries: z.string().min(1).optional(),
      port: z.number().int().min(1024).max(65_535).optional(),
      connections: z.number().int().min(1).max(100).optional(),
      startSeconds: z.number().int().min(5).max(3_600).optional(),
      connectSeconds: z.number().int().min(1).max(300).optional(),
      statementSeconds: z.number().int().min(1).max(3_600).optional(),
      freeMegabytes: megabytes.optional(),
    })
    .optional(),
  office: officeSchema.optional(),
  mail: mailSchema.optional(),
  portal: z
    .strictObject({
      databaseUrl: z
        .string()
        .regex(/^postgres(ql)?:\/\//, "应以 postgres:// 或 postgresql:// 开头")
        .optional(),
      connections: z.number().int().min(1).max(40).optional(),
      searchCap: z.number().int().min(200).max(50_000).optional(),
    })
    .optional(),
});

/** Settings from the environment, by the place they have in the file. The environment wins over the file. */
const ENVIRONMENT = [
  { name: "DATABASE_URL", at: ["database", "url"] },
  { name: "PGBIN", at: ["database", "binaries"] },
  { name: "YANGGUANG_DATA_DIRECTORY", at: ["dataDirectory"] },
  { name: "YANGGUANG_KEY_FILE", at: ["keyFile"] },
  { name: "YANGGUANG_DATABASE_PORT", at: ["database", "port"], isNumber: true },
  { name: "YANGGUANG_DATABASE_CONNECTIONS", at: ["database", "connections"], isNumber: true },
  { name: "YANGGUANG_DATABASE_START_SECONDS", at: ["database", "startSeconds"], isNumber: true },
  { name: "YANGGUANG_DATABASE_CONNECT_SECONDS", at: ["database", "connectSeconds"], isNumber: true },
  { name: "YANGGUANG_DATABASE_STATEMENT_SECONDS", at: ["database", "statementSeconds"], isNumber: true },
  { name: "YANGGUANG_DATABASE_FREE_MEGABYTES", at: ["database", "freeMegabytes"], isNumber: true },
  { name: "YANGGUANG_PORTAL_DATABASE_URL", at: ["portal", "databaseUrl"] },
  { name: "YANGGUANG_PORTAL_CONNECTIONS", at: ["portal", "connections"], isNumber: true },
  { name: "YANGGUANG_PORTAL_SEARCH_CAP", at: ["portal", "searchCap"], isNumber: true },
  { name: "YANGGUANG_OFFICE_HOST", at: ["office", "host"] },
  { name: "YANGGUANG_OFFICE_PORT", at: ["office", "port"], isNumber: true },
  { name: "YANGGUANG_PUBLIC_URL", at: ["office", "publicUrl"] },
  { name: "YANGGUANG_MAIL_HOST", at: ["mail", "host"] },
  { name: "YANGGUANG_MAIL_PORT", at: ["mail", "port"], isNumber: true },
  { name: "YANGGUANG_MAIL_USER", at: ["mail", "user"] },
  { name: "YANGGUANG_MAIL_PASSWORD", at: ["mail", "password"] },
  { name: "YANGGUANG_MAIL_FROM", at: ["mail", "from"] },
] as const;

/** Where the register lives and what it may use. */
export interface StorageConfiguration {
  /** Holds what is ours alone: the files of the embedded server, its password, the key file. Absolute. */
  readonly dataDirectory: string;
  readonly keyFile: string;
  readonly database: {
    /** A server that somebody else runs; null when we start one. */
    readonly url: string | null;
    /** The folder of `initdb` and `postgres` to use before any other; null when there is no wish. */
    readonly binaries: string | null;
    /** The port of the embedded server; null lets it choose a free one, so that nothing can clash. */
    readonly port: number | null;
    readonly connections: number;
    readonly startSeconds: number;
    readonly connectSeconds: number;
    readonly statementSeconds: number;
    /** Below this much free space the server is not started. */
    readonly freeMegabytes: number;
  };
  readonly portal: {
    /** Where the public portal reads, with its own role; null where the office has left its address in a file. */
    readonly databaseUrl: string | null;
    readonly connections: number;
    /** How many matches a search fetches before it says "more than". */
    readonly searchCap: number;
  };
  readonly office: OfficeSettings;
  /** Null: notices stay inside the office. */
  readonly mail: MailSettings | null;
}

export interface ConfigurationSource {
  /** The text of the configuration file, or null when there is none. */
  readonly text: string | null;
  /** Its name for messages. */
  readonly path: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Paths in the file are relative to its folder. */
  readonly folder: string;
}

/** The configuration as file and environment give it, with defaults filled in. Throws CONFIG_INVALID with what is wrong. */
export function parseConfiguration({ text, path, environment, folder }: ConfigurationSource): StorageConfiguration {
  const given = withEnvironment(parseJson(text ?? "{}", path), environment);
  const parsed = fileSchema.safeParse(given, { error: chineseFault });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = issue?.path.join(".");
    throw new AppError("CONFIG_INVALID", { path, detail: `${at ? `${at}：` : ""}${issue?.message ?? "结构不符"}` });
  }
  const { database = {}, portal = {}, ...rest } = parsed.data;
  const mail = mailSettings(rest.mail);
  const absolute = (one: string) => (isAbsolute(one) ? one : resolve(folder, one));
  const dataDirectory = absolute(rest.dataDirectory ?? defaultDataDirectory(environment));
  return {
    dataDirectory,
    keyFile: absolute(rest.keyFile ?? join(dataDirectory, "identity-keys.json")),
    database: {
      url: database.url ?? null,
      binaries: database.binaries === undefined ? null : absolute(database.binaries),
      port: database.port ?? null,
      connections: database.connections ?? 10,
      startSeconds: database.startSeconds ?? 60,
      connectSeconds: database.connectSeconds ?? 10,
      statementSeconds: database.statementSeconds ?? 120,
      freeMegabytes: database.freeMegabytes ?? 256,
    },
    portal: {
      databaseUrl: portal.databaseUrl ?? null,
      connections: portal.connections ?? 12,
      searchCap: portal.searchCap ?? 1_000,
    },
    office: officeSettings(rest.office, mail),
    mail,
  };
}

/**
 * Outside the checkout, where the system keeps data of its users (XDG Base Directory). The server cannot run as root, and the
 * home of root is closed to everybody else, so for root it is /var/lib.
 */
function defaultDataDirectory(environment: ConfigurationSource["environment"]): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = environment;
  if (process.getuid?.() === 0) return "/var/lib/yangguang";
  if (XDG_DATA_HOME !== undefined && isAbsolute(XDG_DATA_HOME)) return join(XDG_DATA_HOME, "yangguang");
  if (process.platform === "win32" && LOCALAPPDATA !== undefined) return join(LOCALAPPDATA, "yangguang");
  return join(homedir(), ".local", "share", "yangguang");
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("CONFIG_INVALID", { path, detail: "不是有效的 JSON" });
  }
}

function withEnvironment(given: unknown, environment: ConfigurationSource["environment"]): unknown {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  const whole: Record<string, unknown> = { ...given };
  for (const setting of ENVIRONMENT) {
    const text = environment[setting.name];
    if (text === undefined || text === "") continue;
    const value = "isNumber" in setting && /^\d{1,9}$/.test(text) ? Number(text) : text;
    const [first, second] = setting.at;
    if (second === undefined) whole[first] = value;
    else whole[first] = { ...(typeof whole[first] === "object" ? whole[first] : {}), [second]: value };
  }
  return whole;
}

function chineseFault(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "unrecognized_keys":
      return `没有名为“${issue.keys.join("”“")}”的设置`;
    case "invalid_type":
      return `应为${TYPE_NAMES.get(issue.expected) ?? issue.expected}`;
    case "too_small":
      return issue.origin === "string" ? "不能为空" : `不能小于 ${issue.minimum}`;
    case "too_big":
      return `不能大于 ${issue.maximum}`;
    default:
      return undefined;
  }
}

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ["string", "文字"],
  ["number", "数字"],
  ["int", "整数"],
  ["object", "对象（花括号）"],
]);
