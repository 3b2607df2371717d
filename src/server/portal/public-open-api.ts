import { z } from "zod";
import { itemRecord } from "./open-data.js";

interface Described {
  readonly origin: string;
  readonly name: string;
}

interface Path {
  readonly summary: string;
  readonly type: string;
  readonly parameters?: readonly Parameter[];
  readonly schema?: object;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly description: string;
  readonly schema: object;
}

const text = { type: "string" } as const;
const inPath = (name: string, description: string, schema: object = text): Parameter => ({
  name,
  in: "path",
  description,
  schema,
});
const inQuery = (name: string, description: string, schema: object = text): Parameter => ({
  ...{ name, in: "query", description, schema },
});

const AGENCY = inPath("agency", "机关的编号");
const YEAR = inPath("year", "报告年度", { type: "integer" });
const FILTERS = [
  inQuery("agency", "机关的编号，可以重复", { type: "array", items: text }),
  inQuery("item", "公开事项，如 art20-11"),
  inQuery("theme", "主题分类代码"),
  inQuery("genre", "体裁"),
  inQuery("validity", "有效性代码"),
  inQuery("year", "公开的年份", { type: "integer" }),
];
const ITEMS = [...FILTERS, inQuery("after", "只取这一序号之后的变动", { type: "integer", minimum: 0, default: 0 })];
const JSON_TYPE = "application/json";
const ITEM = { $ref: "#/components/schemas/Item" };

/** Every address a program may use. What is not here serves pages for people. */
const PATHS: Readonly<Record<string, Path>> = {
  "/data/items.jsonl": {
    ...{ summary: "全部公开信息，一行一条 json，按变动先后", type: "application/jsonl", parameters: ITEMS, schema: ITEM },
  },
  "/data/items.csv": { summary: "全部公开信息，csv（RFC 4180，UTF-8）", type: "text/csv", parameters: ITEMS, schema: text },
  "/data/items.schema.json": {
    summary: "公开信息一行的 JSON Schema",
    type: "application/schema+json",
    schema: { type: "object" },
  },
  "/data/checksums.txt": { summary: "各数据文件的 SHA-256，可以用 sha256sum -c 核对", type: "text/plain", schema: text },
  "/data/reports.json": {
    ...{ summary: "年度报告的清单和各种下载地址", type: JSON_TYPE },
    schema: {
      type: "object",
      required: ["licence", "sequence", "reports"],
      properties: {
        licence: text,
        sequence: { type: "integer" },
        reports: { type: "array", items: { $ref: "#/components/schemas/ReportEntry" } },
      },
    },
  },
  "/data/figures.json": {
    ...{ summary: "各机关各年度报告的数字，一个机关一年一行；没有填的是 null", type: JSON_TYPE },
    schema: {
      type: "object",
      required: ["licence", "sequence", "columns", "figures"],
      properties: {
        licence: text,
        sequence: { type: "integer" },
        columns: { type: "array", items: { type: "object", properties: { id: text, name: text } } },
        figures: { type: "array", items: { type: "object" } },
      },
    },
  },
  "/data/figures.csv": { summary: "各机关各年度报告的数字，csv（UTF-8）", type: "text/csv", schema: text },
  "/data/reports/{agency}/{year}.json": {
    ...{ summary: "一份年度报告的数据", type: JSON_TYPE, parameters: [AGENCY, YEAR], schema: { type: "object" } },
  },
  "/data/reports/{agency}/{year}.csv": {
    ...{ summary: "一份年度报告的三张表", type: "text/csv", parameters: [AGENCY, YEAR], schema: text },
  },
  "/items/{id}.json": {
    ...{ summary: "一条信息的全文、关联和附件清单（附校验值）；已撤回的只有撤回的时间、机关和理由", type: JSON_TYPE },
    ...{ parameters: [inPath("id", "信息的编号")], schema: { type: "object" } },
  },
  "/attachments/{id}/{name}": {
    ...{ summary: "附件", type: "application/octet-stream", schema: { type: "string", format: "binary" } },
    parameters: [inPath("id", "附件的编号"), inPath("name", "文件名，只为下载时好看")],
  },
  "/suggest": {
    ...{ summary: "检索时的提示，至多十条", type: JSON_TYPE, schema: { type: "array", items: { type: "object" } } },
    parameters: [inQuery("q", "已经输入的字"), inQuery("agency", "机关的编号")],
  },
  "/feed.atom": {
    ...{ summary: "最新公开（Atom）", type: "application/atom+xml", schema: text, parameters: [inQuery("agency", "机关的编号")] },
  },
  "/feed.json": {
    ...{ summary: "最新公开（JSON Feed 1.1）", type: "application/feed+json", schema: { type: "object" } },
    parameters: [inQuery("agency", "机关的编号")],
  },
};

const REPORT_ENTRY = {
  type: "object",
  required: ["agency_id", "agency", "year", "edition", "title", "published_at", "url", "json", "csv", "files"],
  properties: {
    ...{ agency_id: text, agency: text, year: { type: "integer" }, edition: { type: "integer" }, title: text },
    ...{ published_at: text, signed_on: { type: ["string", "null"] }, url: text, json: text, csv: text },
    files: { type: "array", items: { type: "object", properties: { format: text, url: text } } },
  },
};

/** The description of the public API (OpenAPI 3.1). */
export function publicOpenApi({ origin, name }: Described): object {
  const { $schema: _, ...item } = z.toJSONSchema(itemRecord);
  return {
    openapi: "3.1.0",
    info: {
      title: `${name}：公开数据接口`,
      version: "1",
      description:
        "不需要登录。同一地址每分钟至多 1200 次，整份数据每分钟至多 20 次，超过时答复 429。答复带 ETag，请以 If-None-Match 询问，没有变化时答复 304。",
    },
    servers: [{ url: origin === "" ? "/" : origin }],
    paths: Object.fromEntries(Object.entries(PATHS).map(([path, described]) => [path, { get: operationOf(path, described) }])),
    components: { schemas: { Item: item, ReportEntry: REPORT_ENTRY } },
  };
}

function operationOf(path: string, { summary, type, parameters = [], schema = {} }: Path): object {
  const words = path.replaceAll(/[{}]/g, "").split(/[/.]/).filter(Boolean);
  return {
    operationId: words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join(""),
    summary,
    parameters: parameters.map((one) => ({ ...one, ...(one.in === "path" && { required: true }) })),
    responses: {
      "200": { description: "有", content: { [type]: { schema } } },
      ...(path.startsWith("/data") ? { "304": { description: "与 If-None-Match 所说的相同" } } : {}),
      ...(parameters.some((one) => one.in === "path") ? { "404": { description: "没有" } } : {}),
      "429": { description: "太频繁，过一分钟再取" },
    },
  };
}
