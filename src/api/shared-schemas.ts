type Json = Readonly<Record<string, unknown>>;

/** Below this many characters a schema is clearer where it stands. */
const SMALL = 300;

/** A description in which an object that is described more than once is described once, as a component under a name of its own. */
export function withSharedSchemas(paths: Json, components: ReadonlyMap<string, unknown>): { paths: Json; schemas: Json } {
  const sharing = new Sharing(components);
  sharing.count(paths);
  for (const one of components.values()) sharing.count(one);
  const shared = sharing.replace(paths, "") as Json; // an object stays one
  const own = [...components].map(([name, schema]): [string, unknown] => [name, sharing.replaceInside(schema, name)]);
  const schemas = [...own, ...sharing.made].sort(([one], [other]) => (one < other ? -1 : 1));
  return { paths: shared, schemas: Object.fromEntries(schemas) };
}

class Sharing {
  readonly #counts = new Map<string, number>();
  readonly #names = new Map<string, string>();
  readonly #taken: Set<string>;
  readonly made = new Map<string, unknown>();

  constructor(components: ReadonlyMap<string, unknown>) {
    this.#taken = new Set(components.keys());
  }

  count(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    const text = shareable(value);
    if (text !== null) {
      const times = (this.#counts.get(text) ?? 0) + 1;
      this.#counts.set(text, times);
      if (times > 1) return; // what is inside is shared with it
    }
    for (const one of Object.values(value)) this.count(one);
  }

  /** `hint` is the nearest name: of a field, or of the operation. */
  replace(value: unknown, hint: string): unknown {
    if (typeof value !== "object" || value === null) return value;
    const text = shareable(value);
    if (text === null || (this.#counts.get(text) ?? 0) < 2) return this.replaceInside(value, hint);
    let name = this.#names.get(text);
    if (name === undefined) {
      name = this.#freeName(hint);
      this.#names.set(text, name);
      this.made.set(name, this.replaceInside(value, name));
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  replaceInside(value: unknown, hint: string): unknown {
    if (Array.isArray(value)) return value.map((one) => this.replace(one, hint));
    if (typeof value !== "object" || value === null) return value;
    const operation = "operationId" in value && typeof value.operationId === "string" ? value.operationId : hint;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, this.replace(one, STEPS.has(key) ? operation : key)]),
    );
  }

  #freeName(hint: string): string {
    const words = hint.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
    const plain = words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join("") || "Shared";
    let name = plain;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${plain}${number}`;
    this.#taken.add(name);
    return name;
  }
}

/** Keys that say nothing about what is below them. */
const STEPS: ReadonlySet<string> = new Set(
  "schema items anyOf oneOf allOf properties content responses requestBody 200 application/json additionalProperties".split(" "),
);

function shareable(value: object): string | null {
  if (!("type" in value && value.type === "object" && "properties" in value)) return null;
  const text = JSON.stringify(value);
  return text.length < SMALL ? null : text;
}
