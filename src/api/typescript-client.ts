import type { Route } from "./define-route.js";
import { openApi } from "./open-api.js";
import { type JsonSchema, nameOf, schemaType } from "./schema-type.js";

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: JsonSchema;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>> }>>;
}

/** The source of a client for other programs, made from the description of the API: one file, no dependencies. */
export function typescriptClient(routes: readonly Route[]): string {
  const { components, paths } = openApi(routes) as {
    components: { schemas: Readonly<Record<string, JsonSchema>> };
    paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  }; // made there
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${nameOf(name)} = ${schemaType(schema)};\n`,
  );
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const known = new Map(operations.map((one) => [one.operation.operationId, one]));
  const inOrder = routes.flatMap(({ id }) => known.get(id) ?? []);
  return [
    HEAD,
    ...types,
    ...inOrder.map(({ operation }) => inputType(operation)),
    CLIENT_HEAD,
    inOrder.map(({ path, method, operation }) => methodOf(path, method, operation)).join("\n\n"),
    CLIENT_TAIL,
  ].join("\n");
}

const pascal = (id: string): string =>
  id
    .split("-")
    .map((part) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`)
    .join("");

const camel = (id: string): string => `${id.slice(0, 1)}${pascal(id).slice(1)}`;

const FILE_BODY = "application/octet-stream";

function fieldsOf({ parameters }: Operation, place: "path" | "query"): readonly Parameter[] {
  return parameters.filter((one) => one.in === place);
}

function inputType(operation: Operation): string {
  const parts: string[] = [];
  for (const place of ["path", "query"] as const) {
    const fields = fieldsOf(operation, place).filter(({ name }) => !(takesFile(operation) && name === "name"));
    if (fields.length === 0) continue;
    const properties = Object.fromEntries(fields.map(({ name, schema }) => [name, schema]));
    const required = fields.filter((field) => field.required).map(({ name }) => name);
    const isOptional = required.length === 0;
    const name = place === "path" ? "params" : "query";
    parts.push(`  readonly ${name}${isOptional ? "?" : ""}: ${schemaType({ type: "object", properties, required }, "  ")};`);
  }
  const body = operation.requestBody?.content["application/json"];
  if (body !== undefined) parts.push(`  readonly body: ${schemaType(body.schema, "  ")};`);
  if (takesFile(operation)) parts.push("  readonly file: SentFile;");
  const name = pascal(operation.operationId);
  const input = parts.length === 0 ? "" : `export interface ${name}Input {\n${parts.join("\n")}\n}\n`;
  const reply = replySchema(operation);
  return `${input}${reply === null ? "" : `export type ${name}Reply = ${schemaType(reply)};\n`}`;
}

function takesFile({ requestBody }: Operation): boolean {
  return requestBody?.content[FILE_BODY] !== undefined;
}

function replySchema({ responses }: Operation): JsonSchema | null {
  return responses["200"]?.content?.["application/json"]?.schema ?? null;
}

function givesFile(operation: Operation): boolean {
  return responsesOf(operation) && replySchema(operation) === null;
}

function responsesOf({ responses }: Operation): boolean {
  return responses["200"] !== undefined;
}

function methodOf(path: string, method: string, operation: Operation): string {
  const { operationId, summary, description } = operation;
  const name = pascal(operationId);
  const hasInput =
    fieldsOf(operation, "path").length + fieldsOf(operation, "query").length > 0 || operation.requestBody !== undefined;
  const isOptional = fieldsOf(operation, "path").length === 0 && operation.requestBody === undefined;
  const needsNothing = isOptional && fieldsOf(operation, "query").every((field) => !field.required);
  const input = hasInput ? `input: ${name}Input${needsNothing ? " = {}" : ""}, ` : "";
  const given = hasInput ? "input" : "{}";
  const [reply, ask] = givesFile(operation)
    ? ["ReceivedFile", "file"]
    : replySchema(operation) === null
      ? ["void", "nothing"]
      : [`${name}Reply`, "json"];
  return [
    `  /** ${summary}。${description} */`,
    `  ${camel(operationId)}(${input}options: CallOptions = {}): Promise<${reply}> {`,
    `    return this.#${ask}("${method}", "${path}", ${given}, options);`,
    "  }",
  ].join("\n");
}

const HEAD = `// Made by scripts/make-api-client.mjs from the description of the API. Do not edit: change src/api and make it again.

/** What could not be done: a code that never changes (docs/errors.md) and a sentence in Chinese. */
export class YangguangProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;

  constructor(problem: { readonly status: number; readonly code: string; readonly detail: string; readonly details: unknown }) {
    super(problem.detail);
    this.name = "YangguangProblem";
    this.status = problem.status;
    this.code = problem.code;
    this.details = problem.details;
  }
}

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ReceivedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface CallOptions {
  /** The same key sends the same write once, within 24 hours. Left out: a new one for each call. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}
`;

const CLIENT_HEAD = `export interface ClientOptions {
  /** Where the office is served: "https://office.example.gov.cn". */
  readonly baseUrl: string;
  /** An access token, made by the security administrator. */
  readonly token: string;
}

interface Given {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: SentFile;
}

export class YangguangClient {
  readonly #baseUrl: string;
  readonly #token: string;

  constructor({ baseUrl, token }: ClientOptions) {
    this.#baseUrl = baseUrl.replace(/\\/+$/, "");
    this.#token = token;
  }
`;

const CLIENT_TAIL = `
  async #json<Reply>(method: string, path: string, given: Given, options: CallOptions): Promise<Reply> {
    return (await (await this.#send(method, path, given, options)).json()) as Reply; // the server proves it against its schema
  }

  async #nothing(method: string, path: string, given: Given, options: CallOptions): Promise<void> {
    await this.#send(method, path, given, options);
  }

  async #file(method: string, path: string, given: Given, options: CallOptions): Promise<ReceivedFile> {
    const response = await this.#send(method, path, given, options);
    const encoded = /filename\\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "";
    return {
      name: decodeURIComponent(encoded),
      mediaType: response.headers.get("content-type") ?? "application/octet-stream",
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  }

  async #send(method: string, path: string, { params = {}, query = {}, body, file }: Given, options: CallOptions): Promise<Response> {
    const values = new Map(Object.entries(params));
    const address = path.replaceAll(/\\{(\\w+)\\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
    const url = new URL(\`\${this.#baseUrl}/api\${address}\`);
    for (const [name, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null) url.searchParams.append(name, String(one));
    }
    if (file !== undefined) url.searchParams.set("name", file.name);
    const headers = new Headers({ accept: "application/json", authorization: \`Bearer \${this.#token}\` });
    if (method !== "GET") headers.set("idempotency-key", options.idempotencyKey ?? crypto.randomUUID());
    if (file !== undefined) headers.set("content-type", "application/octet-stream");
    else if (body !== undefined) headers.set("content-type", "application/json");
    const response = await fetch(url, {
      method,
      headers,
      ...(file !== undefined ? { body: file.bytes } : body !== undefined ? { body: JSON.stringify(body) } : {}),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    if (response.ok) return response;
    throw new YangguangProblem((await response.json()) as ConstructorParameters<typeof YangguangProblem>[0]); // problem+json
  }
}
`;
