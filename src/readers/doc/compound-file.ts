import { BinaryView, damaged } from "./binary-view.js";

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Sector numbers above this are marks: free, end of chain, sector of the FAT itself. [MS-CFB] 2.1 */
const MAX_SECTOR = 0xfffffffa;
const NO_STREAM = 0xffffffff;

const ENTRY_BYTES = 128;
const STREAM_ENTRY = 2;
const HEADER_DIFAT = 109;
/** Shorter streams lie in the mini stream; the header repeats the number, which must be this one. [MS-CFB] 2.2 */
const MINI_CUTOFF = 4096;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** True when the bytes begin as a compound file does: Word 97, Excel 97, an encrypted docx. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * The streams of a compound file ([MS-CFB]) that lie directly under its root. Embedded objects repeat the names of the
 * main streams in storages of their own, so those are not looked into. Names compare without case.
 */
export class CompoundFile {
  readonly #file: BinaryView;
  readonly #sectorBytes: number;
  readonly #miniSectorBytes: number;
  readonly #fat: Uint32Array;
  readonly #streams = new Map<string, Entry>();
  readonly #root: Entry;
  readonly #firstMiniFat: number;
  #miniFat: Uint32Array | null = null;
  #miniStream: Uint8Array | null = null;

  constructor(bytes: Uint8Array) {
    if (!isCompoundFile(bytes)) throw damaged("文件头");
    const file = BinaryView.of(bytes, "复合文档");
    const sectorShift = file.u16(30);
    const miniShift = file.u16(32);
    if ((sectorShift !== 9 && sectorShift !== 12) || miniShift > 9 || miniShift < 2) throw damaged("复合文档的扇区大小");
    this.#file = file;
    this.#sectorBytes = 1 << sectorShift;
    this.#miniSectorBytes = 1 << miniShift;
    this.#firstMiniFat = file.u32(60);
    this.#fat = this.#readFat();
    const directory = BinaryView.of(this.#readChain(file.u32(48), null), "复合文档目录");
    this.#root = entryAt(directory, 0);
    this.#collectStreams(directory);
  }

  /** The names of the streams and storages under the root, in lower case. */
  get names(): readonly string[] {
    return [...this.#streams.keys()];
  }

  has(name: string): boolean {
    return this.#streams.has(name.toLowerCase());
  }

  /** The bytes of a stream, or null when there is none of that name. */
  stream(name: string): Uint8Array | null {
    const entry = this.#streams.get(name.toLowerCase());
    if (entry?.type !== STREAM_ENTRY) return null;
    if (entry.size >= MINI_CUTOFF) return this.#readChain(entry.start, entry.size);
    return this.#readMiniChain(entry);
  }

  #sectorCount(): number {
    return Math.ceil(this.#file.length / this.#sectorBytes) - 1;
  }

  #sectorAt(sector: number): number {
    const at = (sector + 1) * this.#sectorBytes;
    if (sector >= MAX_SECTOR || at >= this.#file.length) throw damaged("复合文档的扇区越界");
    return at;
  }

  /** The file allocation table; its own sectors are listed in the header and in the chain of DIFAT sectors. */
  #readFat(): Uint32Array {
    const file = this.#file;
    const perSector = this.#sectorBytes / 4;
    const needed = Math.ceil(this.#sectorCount() / perSector);
    const fat = new Uint32Array(needed * perSector).fill(NO_STREAM);
    let filled = 0;
    const take = (sector: number): void => {
      if (sector >= MAX_SECTOR || filled >= needed) return;
      const at = this.#sectorAt(sector);
      for (let index = 0; index < perSector; index++) fat[filled * perSector + index] = file.u32(at + 4 * index);
      filled++;
    };
    for (let index = 0; index < HEADER_DIFAT; index++) take(file.u32(76 + 4 * index));
    let difat = file.u32(68);
    for (let step = 0; difat < MAX_SECTOR && filled < needed && step <= needed; step++) {
      const at = this.#sectorAt(difat);
      for (let index = 0; index < perSector - 1; index++) take(file.u32(at + 4 * index));
      difat = file.u32(at + this.#sectorBytes - 4);
    }
    return fat;
  }

  /** The sectors of a chain in order; a chain longer than the file has run into a cycle. */
  #chain(first: number, wanted: number): number[] {
    const sectors: number[] = [];
    const limit = Math.min(wanted, this.#sectorCount() + 1);
    for (let sector = first; sector < MAX_SECTOR && sectors.length < limit; sector = this.#fat[sector] ?? NO_STREAM) {
      sectors.push(sector);
    }
    return sectors;
  }

  /** A stream in ordinary sectors; `size` is null where only the chain itself says how long it is. */
  #readChain(first: number, size: number | null): Uint8Array {
    const wanted = size === null ? Number.POSITIVE_INFINITY : Math.ceil(size / this.#sectorBytes);
    const sectors = this.#chain(first, wanted);
    if (size === null ? sectors.length > this.#sectorCount() : sectors.length < wanted) throw damaged("复合文档的扇区链");
    const whole = new Uint8Array(sectors.length * this.#sectorBytes);
    sectors.forEach((sector, index) => {
      const at = this.#sectorAt(sector);
      whole.set(this.#file.bytes.subarray(at, at + this.#sectorBytes), index * this.#sectorBytes);
    });
    const last = sectors.at(-1);
    const available =
      last === undefined ? 0 : whole.length - Math.max(0, this.#sectorAt(last) + this.#sectorBytes - this.#file.length);
    if (size !== null && size > available) throw damaged("文件被截断");
    return size === null ? whole : whole.subarray(0, size);
  }

  #readMiniChain({ start, size }: Entry): Uint8Array {
    this.#miniFat ??= this.#readMiniFat();
    this.#miniStream ??= this.#readChain(this.#root.start, this.#root.size);
    const fat = this.#miniFat;
    const store = this.#miniStream;
    const bytes = this.#miniSectorBytes;
    const whole = new Uint8Array(size);
    let sector = start;
    for (let at = 0; at < size; at += bytes) {
      const from = sector * bytes;
      const piece = store.subarray(from, from + Math.min(bytes, size - at));
      if (piece.length < Math.min(bytes, size - at)) throw damaged("复合文档的小扇区链");
      whole.set(piece, at);
      sector = fat[sector] ?? NO_STREAM;
    }
    return whole;
  }

  #readMiniFat(): Uint32Array {
    const view = BinaryView.of(this.#readChain(this.#firstMiniFat, null), "复合文档");
    return Uint32Array.from({ length: view.length / 4 }, (_, index) => view.u32(4 * index));
  }

  /** Walks the tree of siblings under the root; a damaged tree may name an entry twice. */
  #collectStreams(directory: BinaryView): void {
    const count = Math.floor(directory.length / ENTRY_BYTES);
    const seen = new Set<number>();
    const open = [this.#root.child];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (index >= count || seen.has(index)) continue;
      seen.add(index);
      const entry = entryAt(directory, index);
      if (entry.type !== 0 && !this.#streams.has(entry.name)) this.#streams.set(entry.name, entry);
      open.push(entry.left, entry.right);
    }
  }
}

function entryAt(directory: BinaryView, index: number): Entry {
  const at = index * ENTRY_BYTES;
  const nameBytes = Math.min(64, directory.u16(at + 64));
  let name = "";
  for (let offset = 0; offset + 2 < nameBytes; offset += 2) name += String.fromCharCode(directory.u16(at + offset));
  return {
    name: name.toLowerCase(),
    type: directory.u8(at + 66),
    left: directory.u32(at + 68),
    right: directory.u32(at + 72),
    child: directory.u32(at + 76),
    start: directory.u32(at + 116),
    // The upper half of the size is used by nobody below 4 GB and holds rubbish in old files.
    size: directory.u32(at + 120),
  };
}
