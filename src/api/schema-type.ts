/** A JSON Schema as far as our descriptions use it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A JSON Schema as a type of TypeScript. What it does not know it calls unknown, never something narrower. */
export function schemaType(schema: unknown, indent = ""): string {
  if (typeof schema !== "object" || schema === null) return "unknown";
  return typeOf(schema as JsonSchema, indent); // an object, whose members are looked at one by one
}

function typeOf(schema: JsonSchema, indent: string): string {
  const { $ref, anyOf, oneOf, allOf, not, type } = schema;
  if (typeof $ref === "string") return $ref.startsWith("#/components/schemas/") ? nameOf($ref.slice(21)) : "unknown";
  if ("const" in schema) return JSON.stringify(schema.const);
  if ("enum" in schema && Array.isArray(schema.enum)) return union(schema.enum.map((one) => JSON.stringify(one)));
  if (Array.isArray(anyOf ?? oneOf)) return union(((anyOf ?? oneOf) as unknown[]).map((one) => schemaType(one, indent))); // looked at
  if (Array.isArray(allOf)) return allOf.map((one) => inBrackets(schemaType(one, indent))).join(" & ");
  if (not !== undefined) return "never";
  if (Array.isArray(type)) return union(type.map((one) => schemaType({ ...schema, type: one }, indent)));
  switch (type) {
    case "string":
      return "string";
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "null":
      return "null";
    case "array":
      return arrayType(schema, indent);
    case "object":
      return objectType(schema, indent);
    default:
      return "unknown";
  }
}

function arrayType({ items, prefixItems }: JsonSchema, indent: string): string {
  if (Array.isArray(prefixItems)) return `readonly [${prefixItems.map((one) => schemaType(one, indent)).join(", ")}]`;
  return `readonly ${inBrackets(schemaType(items, indent))}[]`;
}

function objectType({ properties, required, additionalProperties }: JsonSchema, indent: string): string {
  const fields = Object.entries((properties ?? {}) as JsonSchema); // an object of schemas
  if (fields.length === 0) {
    const values = additionalProperties;
    return typeof values === "object" && values !== null
      ? `Readonly<Record<string, ${schemaType(values, indent)}>>`
      : "Readonly<Record<string, unknown>>";
  }
  const inner = `${indent}  `;
  const needed = new Set(Array.isArray(required) ? required : []);
  const lines = fields.map(([name, field]) => {
    const said = descriptionOf(field);
    const comment = said === null ? "" : `${inner}/** ${said} */\n`;
    return `${comment}${inner}readonly ${keyOf(name)}${needed.has(name) ? "" : "?"}: ${schemaType(field, inner)};`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}

function descriptionOf(field: unknown): string | null {
  if (typeof field !== "object" || field === null) return null;
  const { title, description } = field as JsonSchema;
  const parts = [title, description].filter((part): part is string => typeof part === "string");
  return parts.length === 0 ? null : parts.join("：").replaceAll("*/", "* /").replaceAll(/\s+/g, " ");
}

/** The name of a component as a name of a type. */
export function nameOf(component: string): string {
  return component.replaceAll(/[^A-Za-z0-9_]/g, "_");
}

function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function union(parts: readonly string[]): string {
  const distinct = [...new Set(parts)];
  return distinct.includes("unknown") ? "unknown" : distinct.join(" | ") || "never";
}

function inBrackets(type: string): string {
  return /^[\w$]+$/.test(type) ? type : `(${type})`;
}
