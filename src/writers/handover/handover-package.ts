import { strToU8 } from "fflate";
import type { HandoverFile, HandoverItem } from "../../register/publishing/handover.js";
import type { ItemBlock } from "../../register/publishing/item-block.js";
import { type HandoverCover, listText, noteText, sumsText } from "./handover-lists.js";
import { handoverPage } from "./handover-page.js";
import { ZipPart } from "./zip-part.js";

/** A part takes files until it would be larger; a larger file has a part of its own. */
export const PART_BYTES = 48 * 2 ** 20;

/** A file of an item, known before its bytes are read. */
export interface FileToPack {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

/** One item with its text and the names of its files. */
export interface ItemToPack {
  readonly listed: HandoverItem;
  readonly blocks: readonly ItemBlock[];
  readonly files: readonly FileToPack[];
}

/** What a package needs from outside. Items are asked for twice and must be the same; of files one is held at a time. */
export interface HandoverSource {
  readonly cover: HandoverCover;
  items(): AsyncIterable<ItemToPack>;
  bytesOf(file: FileToPack): Promise<Uint8Array>;
  hash(bytes: Uint8Array): string;
  /** Begins the next numbered part; what it gives takes the part as it is made. */
  begin(part: number): (chunk: Uint8Array) => void;
}

export interface HandoverPlan {
  readonly items: readonly HandoverItem[];
  readonly files: readonly HandoverFile[];
  readonly parts: number;
}

const LISTS = { list: "移送目录.csv", note: "移送说明.txt", sums: "散列清单.sha256" } as const;

/** Writes a package in numbered parts: in the first the list, the note and the sums of all, in each the texts and files it has room for. */
export async function writeHandover(source: HandoverSource, partBytes: number = PART_BYTES): Promise<HandoverPlan> {
  const plan = await planned(source, partBytes);
  const lists = listsOf(source, plan);
  let part = 1;
  let zip = new ZipPart(source.begin(part));
  for (const [path, bytes] of lists.entries) zip.add(path, bytes);
  const open = (wanted: number): ZipPart => {
    if (wanted === part) return zip;
    zip.end();
    part = wanted;
    zip = new ZipPart(source.begin(part));
    return zip;
  };
  let at = 0;
  const next = (): PlacedFile => {
    const placed = plan.placed[at];
    if (placed === undefined) throw new Error("The items of a handover have changed while it was written.");
    at += 1;
    return placed;
  };
  for await (const item of source.items()) {
    const page = next();
    open(page.part).add(page.path, pageBytes(item));
    for (const file of item.files) {
      const placed = next();
      open(placed.part).add(placed.path, await source.bytesOf(file));
    }
  }
  zip.end();
  return { items: plan.items, files: [...lists.files, ...plan.placed], parts: part };
}

type PlacedFile = HandoverFile & { readonly part: number };

interface Planned {
  readonly items: readonly HandoverItem[];
  readonly placed: readonly PlacedFile[];
  readonly fileNames: readonly (readonly string[])[];
  readonly itemParts: readonly (readonly number[])[];
  readonly parts: number;
}

/** Where each file goes, worked out without reading one. */
async function planned(source: HandoverSource, partBytes: number): Promise<Planned> {
  const items: HandoverItem[] = [];
  const placed: PlacedFile[] = [];
  const fileNames: string[][] = [];
  const itemParts: number[][] = [];
  let part = 1;
  let filled = 0;
  const place = (path: string, { sha256, size }: Pick<HandoverFile, "sha256" | "size">): number => {
    if (filled > 0 && filled + size > partBytes) {
      part += 1;
      filled = 0;
    }
    filled += size;
    placed.push({ path, sha256, size, part });
    return part;
  };
  for await (const item of source.items()) {
    items.push(item.listed);
    const folder = folderOf(items.length, item.listed);
    const page = pageBytes(item);
    const parts = new Set([place(`${folder}/正文.html`, { sha256: source.hash(page), size: page.length })]);
    for (const [file, path] of pathsIn(item)) parts.add(place(`${folder}/${path}`, file));
    fileNames.push(["正文.html", ...item.files.map(({ name }) => name)]);
    itemParts.push([...parts]);
  }
  return { items, placed, fileNames, itemParts, parts: part };
}

function listsOf({ cover, hash }: HandoverSource, { items, placed, fileNames, itemParts, parts }: Planned) {
  const listed = items.map((item, index) => ({ listed: item, fileNames: fileNames[index] ?? [], parts: itemParts[index] ?? [] }));
  const texts = [
    [LISTS.list, strToU8(listText(listed))],
    [LISTS.note, strToU8(noteText(cover, { items, files: placed.length, parts }))],
  ] as const;
  const files = texts.map(([path, bytes]): PlacedFile => ({ path, sha256: hash(bytes), size: bytes.length, part: 1 }));
  return { files, entries: [...texts, [LISTS.sums, strToU8(sumsText([...files, ...placed]))] as const] };
}

function pageBytes(item: ItemToPack): Uint8Array {
  const paths = new Map([...pathsIn(item)].map(([{ id }, path]) => [id, path]));
  return strToU8(handoverPage(item.listed, item.blocks, (id) => paths.get(id) ?? null));
}

/** Where in the folder of its item each file stands. */
function pathsIn({ files }: ItemToPack): Map<FileToPack, string> {
  const names = new Set<string>();
  return new Map(files.map((file) => [file, `附件/${unused(safeName(file.name), names)}`]));
}

const folderOf = (nth: number, { indexNumber }: HandoverItem): string =>
  `${String(nth).padStart(4, "0")} ${safeName(indexNumber)}`;

/** A name that every file system takes. */
function safeName(name: string): string {
  const safe = [...name].map((sign) => (sign < " " || '\\/:*?"<>|'.includes(sign) ? "-" : sign)).join("");
  return safe.replace(/^\.+|[. ]+$/g, "").slice(0, 120) || "未命名";
}

function unused(name: string, names: Set<string>): string {
  for (let nth = 1; ; nth += 1) {
    const candidate = nth === 1 ? name : name.replace(/(\.[^.]*)?$/, (extension) => `（${nth}）${extension}`);
    if (names.has(candidate)) continue;
    names.add(candidate);
    return candidate;
  }
}
