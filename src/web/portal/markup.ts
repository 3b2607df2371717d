/** Markup that is whole: everything in it that came from elsewhere is escaped. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Part = string | number | Markup | null | undefined | false | readonly Part[];

/**
 * A template of markup; what is put into it is escaped, for text and for attributes in quotes alike, as in all other pages. For the
 * parts that nearly every page has many of, where a tree of nodes costs several times what the text itself does.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let html = strings[0] ?? "";
  for (let at = 0; at < parts.length; at++) html += `${htmlOf(parts[at])}${strings[at + 1] ?? ""}`;
  return new Markup(html);
}

function htmlOf(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  if (part instanceof Markup) return part.html;
  let html = "";
  for (const one of part) html += htmlOf(one);
  return html;
}

const SPECIAL = /["&<]/g;
const ENTITIES: Readonly<Record<string, string>> = { '"': "&quot;", "&": "&amp;", "<": "&lt;" };

function escaped(text: string): string {
  return text.replace(SPECIAL, (sign) => ENTITIES[sign] ?? sign);
}
