import { compoundFile, type Streams } from "./compound-file.js";

/** A run of text with the modifiers of its characters. */
export interface RunSpec {
  readonly text: string;
  readonly modifiers?: readonly number[];
}

/** A paragraph: its runs, the mark that ends it, the modifiers of the paragraph. */
export interface ParagraphSpec {
  readonly runs: readonly RunSpec[];
  /** "\r" unless said: "\x07" ends a cell or a row, "\f" a page. */
  readonly end?: string;
  readonly endModifiers?: readonly number[];
  readonly modifiers?: readonly number[];
  readonly style?: number;
}

/** What a document has besides its text. */
export interface WordParts {
  readonly data?: readonly number[];
  readonly styles?: readonly StyleSpec[];
  /** The levels of list 1: counting system and text, "\0" to "\b" standing for the numbers. */
  readonly list?: readonly { readonly system: number; readonly text: string }[];
  readonly flags?: number;
  readonly magic?: number;
  readonly textBoxes?: readonly { readonly anchor: number; readonly text: string }[];
  /** Modifiers laid over the whole text as by a fast save. */
  readonly pieceModifiers?: readonly number[];
  readonly otherStreams?: Streams;
}

export interface StyleSpec {
  readonly builtIn: number;
  readonly base?: number;
  readonly modifiers?: readonly number[];
}

const TEXT_AT = 0x600;
const PAGE = 512;

const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16((value >>> 16) & 0xffff)];

/** A modifier: its code and its operand; the count byte of operands of variable size is for the caller. */
export function sprm(code: number, ...operand: readonly number[]): number[] {
  return [...u16(code), ...operand];
}

/** sprmTDefTable: edges in twips and the merge bits of each cell. */
export function rowShape(edges: readonly number[], flags: readonly number[] = []): number[] {
  const shapes = flags.flatMap((bits) => [...u16(bits), ...new Array<number>(18).fill(0)]);
  const operand = [edges.length - 1, ...edges.flatMap(u16), ...shapes];
  return sprm(0xd608, ...u16(operand.length + 1), ...operand);
}

export const IN_TABLE = sprm(0x2416, 1);
export const ROW_END = sprm(0x2417, 1);
export const DELETED = sprm(0x0800, 1);
export const HIDDEN = sprm(0x083c, 1);
export const SPECIAL = sprm(0x0855, 1);

/** A plain paragraph. */
export function line(text: string, modifiers: readonly number[] = []): ParagraphSpec {
  return { runs: [{ text }], modifiers };
}

/** A row of cells with one paragraph each and its end. */
export function row(texts: readonly string[], edges: readonly number[], flags?: readonly number[]): ParagraphSpec[] {
  const cells = texts.map((text) => ({ runs: [{ text }], end: "\x07", modifiers: IN_TABLE }));
  return [...cells, { runs: [], end: "\x07", modifiers: [...IN_TABLE, ...ROW_END, ...rowShape(edges, flags)] }];
}

/** A Word 97 document of these paragraphs ([MS-DOC]): one piece of UTF-16 text, formatted pages, styles, one list. */
export function word97File(paragraphs: readonly ParagraphSpec[], parts: WordParts = {}): Uint8Array {
  const boxTexts = (parts.textBoxes ?? []).map(({ text }) => ({ runs: [{ text }] }));
  const all = [...paragraphs, ...boxTexts];
  const main = textOf(paragraphs);
  const text = textOf(all);
  const stream: number[] = new Array<number>(TEXT_AT).fill(0);
  for (let index = 0; index < text.length; index++) stream.push(...u16(text.charCodeAt(index)));
  const characterPages = addPages(stream, characterRuns(all), "character");
  const paragraphPages = addPages(stream, paragraphRuns(all), "paragraph");

  const table: number[] = [];
  const places = new Map<number, readonly [number, number]>();
  const addPart = (index: number, bytes: readonly number[], counted = bytes.length) => {
    places.set(index, [table.length, counted]);
    table.push(...bytes);
  };
  addPart(1, styleSheet(parts.styles ?? []));
  addPart(12, characterPages);
  addPart(13, paragraphPages);
  addPart(33, pieceTable(text.length, parts.pieceModifiers ?? []));
  if (parts.textBoxes) {
    addPart(40, anchorsOf(parts.textBoxes));
    addPart(56, boxStories(parts.textBoxes));
  }
  if (parts.list) {
    addPart(74, [...u32(1), ...u32(7), ...new Array<number>(8).fill(0), 0, 0, 0, 0, ...u32(0xffffffff)]);
    addPart(73, listDefinition(parts.list), 2 + 28);
  }
  writeHead(stream, { main: main.length, boxes: text.length - main.length, places, parts });
  return compoundFile({
    WordDocument: Uint8Array.from(stream),
    "1Table": Uint8Array.from(table),
    ...(parts.data && { Data: Uint8Array.from(parts.data) }),
    ...parts.otherStreams,
  });
}

function writeHead(
  stream: number[],
  head: {
    readonly main: number;
    readonly boxes: number;
    readonly places: ReadonlyMap<number, readonly [number, number]>;
    readonly parts: WordParts;
  },
): void {
  const put = (at: number, bytes: readonly number[]) => {
    stream.splice(at, bytes.length, ...bytes);
  };
  put(0, u16(head.parts.magic ?? 0xa5ec));
  put(2, u16(0xc1));
  put(0x0a, u16(head.parts.flags ?? 0x0200));
  put(0x20, u16(14));
  put(0x3e, u16(22));
  put(0x4c, u32(head.main));
  put(0x64, u32(head.boxes));
  put(0x98, u16(93));
  for (const [index, [at, length]] of head.places) put(0x9a + 8 * index, [...u32(at), ...u32(length)]);
}

function textOf(paragraphs: readonly ParagraphSpec[]): string {
  return paragraphs.map(({ runs, end }) => runs.map(({ text }) => text).join("") + (end ?? "\r")).join("");
}

interface Stretch {
  readonly length: number;
  readonly modifiers: readonly number[];
}

function characterRuns(paragraphs: readonly ParagraphSpec[]): Stretch[] {
  return paragraphs.flatMap(({ runs, endModifiers }) => [
    ...runs.map(({ text, modifiers }) => ({ length: text.length, modifiers: modifiers ?? [] })),
    { length: 1, modifiers: endModifiers ?? [] },
  ]);
}

function paragraphRuns(paragraphs: readonly ParagraphSpec[]): Stretch[] {
  return paragraphs.map((paragraph) => ({
    length: textOf([paragraph]).length,
    modifiers: [...u16(paragraph.style ?? 0), ...(paragraph.modifiers ?? [])],
  }));
}

/** Writes one page a run, which is wasteful and simple, and gives the bin table. */
function addPages(stream: number[], runs: readonly Stretch[], kind: "character" | "paragraph"): number[] {
  const starts: number[] = [];
  const pages: number[] = [];
  let at = TEXT_AT;
  for (const { length, modifiers } of runs) {
    if (length === 0) continue;
    while (stream.length % PAGE !== 0) stream.push(0);
    starts.push(at);
    pages.push(stream.length / PAGE);
    const page = new Array<number>(PAGE).fill(0);
    page.splice(0, 8, ...u32(at), ...u32(at + 2 * length));
    const list = kind === "character" ? [modifiers.length, ...modifiers] : counted(modifiers);
    const offset = (PAGE - 1 - list.length) & ~1;
    if (list.length > 1) page[8] = offset / 2;
    page.splice(offset, list.length, ...list);
    page[PAGE - 1] = 1;
    stream.push(...page);
    at += 2 * length;
  }
  return [...starts.flatMap(u32), ...u32(at), ...pages.flatMap(u32)];
}

function counted(modifiers: readonly number[]): number[] {
  return modifiers.length % 2 === 1 ? [(modifiers.length + 1) / 2, ...modifiers] : [0, modifiers.length / 2, ...modifiers];
}

function pieceTable(characters: number, modifiers: readonly number[]): number[] {
  const group = modifiers.length > 0 ? [1, ...u16(modifiers.length), ...modifiers] : [];
  const piece = [...u16(0), ...u32(TEXT_AT), ...u16(modifiers.length > 0 ? 1 : 0)];
  return [...group, 2, ...u32(16), ...u32(0), ...u32(characters), ...piece];
}

function styleSheet(styles: readonly StyleSpec[]): number[] {
  const head = [...u16(18), ...u16(styles.length), ...u16(10), ...new Array<number>(14).fill(0)];
  return [
    ...head,
    ...styles.flatMap(({ builtIn, base, modifiers }, index) => {
      const list = [...u16(index), ...(modifiers ?? [])];
      const upx = [...u16(list.length), ...list, ...(list.length % 2 === 1 ? [0] : [])];
      const style = [...u16(builtIn), ...u16(1 | ((base ?? 0xfff) << 4)), ...u16(2), ...u16(0), ...u16(0)];
      const named = [...style, ...u16(1), 0x53, 0, 0, 0, ...upx, ...u16(0)];
      return [...u16(named.length), ...named];
    }),
  ];
}

function listDefinition(levels: readonly { readonly system: number; readonly text: string }[]): number[] {
  const head = [...u16(1), ...u32(7), ...u32(0), ...new Array<number>(18).fill(0xff), 0, 0];
  const all = Array.from({ length: 9 }, (_, index) => levels[index] ?? { system: 0, text: "" });
  return [
    ...head,
    ...all.flatMap(({ system, text }) => [
      ...u32(1),
      system,
      0,
      ...new Array<number>(22).fill(0),
      ...u16(text.length),
      ...[...text].flatMap((sign) => u16(sign.charCodeAt(0))),
    ]),
  ];
}

function anchorsOf(boxes: readonly { readonly anchor: number }[]): number[] {
  const places = boxes.map(({ anchor }) => anchor);
  return [
    ...places.flatMap(u32),
    ...u32(99_999),
    ...boxes.flatMap((_, index) => [...u32(1000 + index), ...new Array<number>(22).fill(0)]),
  ];
}

function boxStories(boxes: readonly { readonly text: string }[]): number[] {
  const starts = boxes.map((_, index) => textOf(boxes.slice(0, index).map(({ text }) => ({ runs: [{ text }] }))).length);
  const end = textOf(boxes.map(({ text }) => ({ runs: [{ text }] }))).length;
  const entries = boxes.flatMap((_, index) => [...new Array<number>(14).fill(0), ...u32(1000 + index), 0, 0, 0, 0]);
  return [...starts.flatMap(u32), ...u32(end), ...entries];
}
