/** An attribute as it is asked for: its local name, and the namespaces it may be in (none for an unprefixed one). */
export interface AttributeName {
  readonly local: Uint8Array;
  readonly uris: ReadonlySet<string> | null;
}

/**
 * The names a reader knows, written with the prefixes of its standard ("w:tbl"), found by namespace whatever prefix a file
 * uses. A prefix may stand for several namespaces: strict and transitional OOXML differ in nothing else that matters here.
 */
export class Vocabulary<Element extends string, Attribute extends string> {
  readonly #elements = new Map<string, Map<string, Element>>();
  readonly #attributes = new Map<Attribute, AttributeName>();

  constructor(spec: {
    readonly namespaces: Readonly<Record<string, readonly string[]>>;
    readonly elements: readonly Element[];
    readonly attributes: readonly Attribute[];
  }) {
    const uris = new Map(Object.entries(spec.namespaces));
    for (const element of spec.elements) {
      const { prefix, local } = split(element);
      for (const uri of uris.get(prefix) ?? []) {
        const names = this.#elements.get(uri) ?? new Map<string, Element>();
        this.#elements.set(uri, names.set(local, element));
      }
    }
    const sets = new Map([...uris].map(([prefix, known]) => [prefix, new Set(known)]));
    for (const attribute of spec.attributes) {
      const { prefix, local } = split(attribute);
      const known = prefix === "" ? null : (sets.get(prefix) ?? new Set<string>());
      this.#attributes.set(attribute, { local: new TextEncoder().encode(local), uris: known });
    }
  }

  element(uri: string, local: string): Element | "" {
    return this.#elements.get(uri)?.get(local) ?? "";
  }

  attribute(name: Attribute): AttributeName | undefined {
    return this.#attributes.get(name);
  }
}

function split(name: string): { prefix: string; local: string } {
  const colon = name.indexOf(":");
  return colon < 0 ? { prefix: "", local: name } : { prefix: name.slice(0, colon), local: name.slice(colon + 1) };
}
