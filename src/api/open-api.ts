import { z } from "zod";
import type { Route } from "./define-route.js";
import { problem } from "./problem.js";
import { RIGHTS } from "./rights.js";
import { withSharedSchemas } from "./shared-schemas.js";

type Json = { [key: string]: unknown };

/** The description of the API (OpenAPI 3.1), made from the schemas that the server checks with. */
export function openApi(routes: readonly Route[]): Json {
  const components = new Map<string, unknown>();
  const describe = (schema: z.ZodType, io: "input" | "output") => hoisted(schema, io, components);
  const problemReply = { content: { "application/problem+json": { schema: describe(problem, "output") } } };
  const paths = new Map<string, Json>();
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths.set(path, { ...paths.get(path), [route.method.toLowerCase()]: operationOf(route, describe, problemReply) });
  }
  const shared = withSharedSchemas(Object.fromEntries(paths), components);
  return {
    openapi: "3.1.0",
    info: {
      title: "阳光 · 政府信息公开办公室接口",
      version: "1",
      description: "与办公室页面使用同一套接口、同一套权限。错误一律为 application/problem+json，code 见 docs/errors.md。",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api" }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: shared.paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "其他系统的访问令牌：限于一个机关和所列权限，有期限，可撤销" },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "yangguang-session",
          description: "浏览器登录；写操作须带 X-Requested-With",
        },
      },
      schemas: shared.schemas,
    },
  };
}

type Describe = (schema: z.ZodType, io: "input" | "output") => Json;

function operationOf(route: Route, describe: Describe, problemReply: Json): Json {
  const isWrite = route.method !== "GET";
  const right = RIGHTS[route.right];
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.tag],
    description: `权限：${right.label}${route.right === "public" ? "（不必登录）" : `（${route.right}）`}`,
    "x-right": route.right,
    ...(route.right === "public" ? { security: [] } : {}),
    parameters: [
      ...fieldsOf(route.params, describe).map(({ name, schema }) => ({ name, in: "path", required: true, schema })),
      ...fieldsOf(route.query, describe).map(({ name, schema, isRequired }) => ({
        name,
        in: "query",
        required: isRequired,
        schema,
      })),
      ...(route.takesFile
        ? [{ name: "name", in: "query", required: true, description: "文件名", schema: { type: "string" } }]
        : []),
      ...(isWrite ? [IDEMPOTENCY_KEY] : []),
    ],
    ...requestOf(route, describe),
    responses: { ...replyOf(route, describe), default: { description: "不能完成，原因见 code 和 detail", ...problemReply } },
  };
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "同一次写操作重发时不变，24 小时内只执行一次，重发得到同样的回答",
  schema: { type: "string", pattern: "^[\\w.:-]{8,128}$" },
};

function requestOf(route: Route, describe: Describe): Json {
  if (route.takesFile) {
    return {
      requestBody: { required: true, content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } },
    };
  }
  if (route.body === undefined) return {};
  return { requestBody: { required: true, content: { "application/json": { schema: describe(route.body, "input") } } } };
}

function replyOf(route: Route, describe: Describe): Json {
  if (route.file !== undefined) {
    return {
      200: { description: "文件", content: { [route.file.mediaType]: { schema: { type: "string", format: "binary" } } } },
    };
  }
  if (route.reply === undefined) return { 204: { description: "已完成" } };
  return { 200: { description: "已完成", content: { "application/json": { schema: describe(route.reply, "output") } } } };
}

function fieldsOf(schema: z.ZodObject | undefined, describe: Describe) {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = describe(schema, "input") as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  }; // what z.toJSONSchema makes of an object
  return Object.entries(properties).map(([name, one]) => ({ name, schema: one, isRequired: required.includes(name) }));
}

/** A schema as JSON Schema; what bears an id goes to the components, once. */
function hoisted(schema: z.ZodType, io: "input" | "output", components: Map<string, unknown>): Json {
  const {
    $schema: _,
    $defs = {},
    ...own
  } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" }) as Json & {
    $defs?: Readonly<Record<string, Json>>;
  }; // as its documentation has it
  const moved = (name: string) => `${name}${io === "input" ? "Input" : ""}`;
  const keep = (name: string, given: Json) => {
    const kept = relinked(given, moved);
    const known = components.get(moved(name));
    // Two schemas of one name would be taken for each other.
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(kept)) throw new Error(`Two schemas are called ${name}.`);
    components.set(moved(name), kept);
  };
  for (const [name, one] of Object.entries($defs)) keep(name, one);
  const { id, ...named } = own;
  if (typeof id !== "string") return relinked(own, moved) as Json; // an object stays one
  keep(id, named);
  return { $ref: `#/components/schemas/${moved(id)}` };
}

/** References into `$defs` as references to the components; ids are names here, not addresses. */
function relinked(value: unknown, moved: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => relinked(one, moved));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, one]) => key !== "id" || typeof one !== "string")
      .map(([key, one]) => [
        key,
        key === "$ref" && typeof one === "string"
          ? one.replace(/^#\/\$defs\/(.+)$/, (_, name: string) => `#/components/schemas/${moved(name)}`)
          : relinked(one, moved),
      ]),
  );
}
