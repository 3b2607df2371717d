import { listNumber } from "../list-number.js";
import { type ListDefinition, type ListLevel, readListDefinitions } from "./list-definitions.js";

const MAX_LEVELS = 9;
/** A label that ends in one of these needs no gap before the text: 「一、总体情况」, 「（一）主动公开」. */
const CLOSED = /[、。，．：；）】〕》」\s]$/u;

/**
 * The automatic numbers of paragraphs. Many reports number their headings only so, and their text alone would begin with
 * 「总体情况」 where everybody sees 「一、总体情况」.
 */
export class ListLabels {
  readonly #load: () => Uint8Array | null;
  #definitions: ReadonlyMap<number, ListDefinition> | null = null;
  readonly #counters = new Map<string, number[]>();
  readonly #used = new Set<number>();

  constructor(load: () => Uint8Array | null) {
    this.#load = load;
  }

  /** Counts a paragraph of a list and gives its label. Bullets give none: they number nothing. */
  next(numId: number, level: number | null, styleId: string | null): string {
    if (numId <= 0) return "";
    if (!this.#definitions) {
      const part = this.#load();
      this.#definitions = part ? readListDefinitions(part) : new Map();
    }
    const definition = this.#definitions.get(numId);
    if (!definition) return "";
    const at = Math.min(Math.max(level ?? levelOfStyle(definition, styleId), 0), MAX_LEVELS - 1);
    const counters = this.#count(definition, numId, at);
    const shown = definition.levels.get(at);
    return shown ? labelText(definition, shown, counters) : "";
  }

  #count(definition: ListDefinition, numId: number, at: number): number[] {
    let counters = this.#counters.get(definition.abstractId);
    if (!counters) {
      counters = [];
      this.#counters.set(definition.abstractId, counters);
    }
    if (!this.#used.has(numId)) {
      this.#used.add(numId);
      for (const level of definition.startOverrides.keys()) delete counters[level];
    }
    for (let level = 0; level < at; level++) counters[level] ??= startOf(definition, level);
    const current = counters[at];
    counters[at] = current === undefined ? startOf(definition, at) : current + 1;
    for (let level = at + 1; level < MAX_LEVELS; level++) {
      const restart = definition.levels.get(level)?.restart ?? null;
      // w:lvlRestart counts levels from 1: the level starts anew when that level, or one above it, goes on.
      if (restart === null || at < restart) delete counters[level];
    }
    return counters;
  }
}

function startOf(definition: ListDefinition, level: number): number {
  return definition.startOverrides.get(level) ?? definition.levels.get(level)?.start ?? 1;
}

function levelOfStyle(definition: ListDefinition, styleId: string | null): number {
  if (styleId !== null) for (const [level, { styleId: linked }] of definition.levels) if (linked === styleId) return level;
  return 0;
}

function labelText(definition: ListDefinition, level: ListLevel, counters: readonly number[]): string {
  if (level.format === "bullet" || level.format === "none") return "";
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = level.isArabic ? "decimal" : (definition.levels.get(at)?.format ?? "decimal");
    return listNumber(counters[at] ?? startOf(definition, at), format);
  });
  if (text === "" || level.suffix === "nothing") return text;
  return CLOSED.test(text) ? text : `${text} `;
}
