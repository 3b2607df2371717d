import { type BinaryView, damaged } from "./binary-view.js";
import { isBullet, numberText } from "./number-text.js";

/** One of the nine levels of a list. [MS-DOC] 2.9.150 */
interface Level {
  readonly start: number;
  readonly system: number;
  /** Numbers of outer levels are printed in Arabic digits whatever their own system (正规形式编号). */
  readonly legal: boolean;
  readonly restarts: boolean;
  /** The printed text; characters 0 to 8 stand for the number of that level. */
  readonly template: string;
}

interface List {
  readonly id: number;
  /** The styles linked to the levels. */
  readonly styles: readonly number[];
  readonly levels: readonly Level[];
}

interface Override {
  readonly id: number;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

const LEVELS = 9;
const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const OVERRIDE_BYTES = 16;
/** A paragraph cannot name more. [MS-DOC] 2.6.2 sprmPIlfo */
const MAX_OVERRIDES = 0x07fe;
/** Longer number texts are damage: they would be printed before every paragraph of the list. */
const MAX_TEMPLATE = 64;
/** Text that is set close to what follows needs no blank behind it. */
const CLOSES = /[、，。．：；）】〕》\s]$/u;

/**
 * Writes the automatic numbers of paragraphs. Offices number the headings of their reports by machine, so 一、 and （二）
 * stand nowhere in the text of the file.
 */
export class ListNumbering {
  readonly #lists = new Map<number, List>();
  readonly #overrides: readonly Override[];
  readonly #counters = new Map<number, (number | null)[]>();
  readonly #begun = new Set<string>();

  /** `definitions` runs to the end of the table stream, since the levels stand behind the counted part. */
  constructor(definitions: BinaryView, overrides: BinaryView) {
    for (const list of definitions.length === 0 ? [] : readLists(definitions)) this.#lists.set(list.id, list);
    this.#overrides = overrides.length === 0 ? [] : readOverrides(overrides);
  }

  /** The level a paragraph style takes in a list when the paragraph does not say. */
  levelOfStyle(list: number, style: number): number {
    const levels = this.#lists.get(this.#overrides[list - 1]?.id ?? 0)?.styles ?? [];
    return Math.max(0, levels.indexOf(style));
  }

  /** The number of the next paragraph at a level (from 0) of a list (from 1), or "" where none is printed. */
  next(list: number, level: number): string {
    const override = this.#overrides[list - 1];
    const found = override && this.#lists.get(override.id);
    if (!override || !found || level < 0 || level >= LEVELS) return "";
    const levels = found.levels.map((own, index) => override.levels.get(index) ?? own);
    const current = levels[level];
    if (!current) return "";
    const counters = this.#count(list, level, { override, levels });
    if (isBullet(current.system)) return "";
    const text = [...current.template].map((sign) => this.#sign(sign, { counters, levels, legal: current.legal })).join("");
    return text === "" || CLOSES.test(text) ? text : `${text} `;
  }

  #count(list: number, level: number, { override, levels }: { override: Override; levels: readonly Level[] }): (number | null)[] {
    const counters = this.#counters.get(override.id) ?? new Array<number | null>(LEVELS).fill(null);
    this.#counters.set(override.id, counters);
    const startOf = (index: number) => override.starts.get(index) ?? levels[index]?.start ?? 1;
    const first = !this.#begun.has(`${list}/${level}`) && override.starts.has(level);
    this.#begun.add(`${list}/${level}`);
    const before = counters[level] ?? null;
    counters[level] = first || before === null ? startOf(level) : before + 1;
    for (let outer = 0; outer < level; outer++) counters[outer] ??= startOf(outer);
    for (let inner = level + 1; inner < LEVELS; inner++) if (levels[inner]?.restarts !== false) counters[inner] = null;
    return counters;
  }

  #sign(sign: string, scene: { counters: readonly (number | null)[]; levels: readonly Level[]; legal: boolean }): string {
    const level = sign.charCodeAt(0);
    if (level >= LEVELS) return sign;
    return numberText(scene.counters[level] ?? 1, scene.legal ? 0 : (scene.levels[level]?.system ?? 0));
  }
}

function readLists(view: BinaryView): List[] {
  const count = view.u16(0);
  if (2 + count * LIST_BYTES > view.length) throw damaged("Word 编号定义");
  let at = 2 + count * LIST_BYTES;
  const lists: List[] = [];
  for (let index = 0; index < count; index++) {
    const head = 2 + index * LIST_BYTES;
    const simple = (view.u8(head + 26) & 1) === 1;
    const levels: Level[] = [];
    for (let level = 0; level < (simple ? 1 : LEVELS); level++) {
      const read = readLevel(view, at);
      levels.push(read.level);
      at = read.end;
    }
    const styles = Array.from({ length: LEVELS }, (_, level) => view.u16(head + 8 + 2 * level));
    lists.push({ id: view.i32(head), styles, levels });
  }
  return lists;
}

function readLevel(view: BinaryView, at: number): { level: Level; end: number } {
  const flags = view.u8(at + 5);
  const textAt = at + LEVEL_BYTES + view.u8(at + 24) + view.u8(at + 25);
  const length = view.u16(textAt);
  let template = "";
  for (let index = 0; index < Math.min(length, MAX_TEMPLATE); index++)
    template += String.fromCharCode(view.u16(textAt + 2 + 2 * index));
  const level = {
    start: view.i32(at),
    system: view.u8(at + 4),
    legal: (flags & 0x04) !== 0,
    restarts: (flags & 0x08) === 0,
    template,
  };
  return { level, end: textAt + 2 + 2 * length };
}

function readOverrides(view: BinaryView): Override[] {
  const count = view.u32(0);
  if (4 + count * OVERRIDE_BYTES > view.length) throw damaged("Word 编号定义");
  const overrides: Override[] = [];
  let at = 4 + count * OVERRIDE_BYTES;
  for (let index = 0; index < Math.min(count, MAX_OVERRIDES); index++) {
    const head = 4 + index * OVERRIDE_BYTES;
    const starts = new Map<number, number>();
    const levels = new Map<number, Level>();
    at += 4;
    for (let changed = view.u8(head + 12); changed > 0; changed--) {
      const flags = view.u8(at + 4);
      const number = flags & 0x0f;
      if ((flags & 0x10) !== 0) starts.set(number, view.i32(at));
      at += 8;
      if ((flags & 0x20) === 0) continue;
      const read = readLevel(view, at);
      levels.set(number, read.level);
      if ((flags & 0x10) !== 0) starts.set(number, read.level.start);
      at = read.end;
    }
    overrides.push({ id: view.i32(head), starts, levels });
  }
  return overrides;
}
