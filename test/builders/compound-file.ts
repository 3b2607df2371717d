const SECTOR = 512;
const FREE = 0xffffffff;
const END_OF_CHAIN = 0xfffffffe;
const FAT_SECTOR = 0xfffffffd;
/** Shorter streams would have to lie in the mini stream, which this builder does not write. */
const SHORTEST = 4096;

/** A stream under the root, or, with a slash, in a storage of the root: "ObjectPool/WordDocument". */
export type Streams = Readonly<Record<string, Uint8Array>>;

interface Entry {
  readonly name: string;
  readonly type: number;
  child: number;
  right: number;
  start: number;
  size: number;
}

/** A compound file ([MS-CFB] version 3) with these streams. */
export function compoundFile(streams: Streams): Uint8Array {
  const entries: Entry[] = [entry("Root Entry", 5)];
  const sectors: Uint8Array[] = [];
  const chains: number[] = [];
  for (const [path, content] of Object.entries(streams)) {
    const names = path.split("/");
    let parent = 0;
    for (const [depth, name] of names.entries()) {
      parent = childNamed(entries, parent, { name, type: depth === names.length - 1 ? 2 : 1 });
    }
    const padded = new Uint8Array(Math.ceil(Math.max(SHORTEST, content.length) / SECTOR) * SECTOR);
    padded.set(content);
    const file = entries[parent];
    if (file) Object.assign(file, { start: sectors.length, size: Math.max(SHORTEST, content.length) });
    addChain(padded, sectors, chains);
  }
  const directoryStart = sectors.length;
  const directory = new Uint8Array(Math.ceil(entries.length / 4) * SECTOR);
  for (const [index, each] of entries.entries()) directory.set(entryBytes(each), index * 128);
  addChain(directory, sectors, chains);
  return assembled(sectors, chains, directoryStart);
}

function entry(name: string, type: number): Entry {
  return { name, type, child: FREE, right: FREE, start: END_OF_CHAIN, size: 0 };
}

function childNamed(entries: Entry[], parent: number, { name, type }: { name: string; type: number }): number {
  const host = entries[parent];
  for (let at = host?.child ?? FREE; at !== FREE; at = entries[at]?.right ?? FREE) if (entries[at]?.name === name) return at;
  entries.push({ ...entry(name, type), right: host?.child ?? FREE });
  if (host) host.child = entries.length - 1;
  return entries.length - 1;
}

function addChain(bytes: Uint8Array, sectors: Uint8Array[], chains: number[]): void {
  for (let at = 0; at < bytes.length; at += SECTOR) {
    sectors.push(bytes.subarray(at, at + SECTOR));
    chains.push(at + SECTOR < bytes.length ? sectors.length : END_OF_CHAIN);
  }
}

function entryBytes({ name, type, child, right, start, size }: Entry): Uint8Array {
  const bytes = new Uint8Array(128);
  const view = new DataView(bytes.buffer);
  [...name].forEach((sign, index) => {
    view.setUint16(2 * index, sign.charCodeAt(0), true);
  });
  view.setUint16(64, 2 * (name.length + 1), true);
  view.setUint8(66, type);
  view.setUint8(67, 1);
  view.setUint32(68, FREE, true);
  view.setUint32(72, right, true);
  view.setUint32(76, child, true);
  view.setUint32(116, start, true);
  view.setUint32(120, size, true);
  return bytes;
}

function assembled(sectors: readonly Uint8Array[], chains: readonly number[], directoryStart: number): Uint8Array {
  const fatSectors = Math.ceil((sectors.length + 8) / (SECTOR / 4 - 1));
  const file = new Uint8Array((1 + sectors.length + fatSectors) * SECTOR);
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const shorts: readonly (readonly [number, number])[] = [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ];
  for (const [at, value] of shorts) view.setUint16(at, value, true);
  const longs: readonly (readonly [number, number])[] = [
    [44, fatSectors],
    [48, directoryStart],
    [56, SHORTEST],
    [60, END_OF_CHAIN],
    [68, END_OF_CHAIN],
  ];
  for (const [at, value] of longs) view.setUint32(at, value, true);
  for (let index = 0; index < 109; index++) {
    view.setUint32(76 + 4 * index, index < fatSectors ? sectors.length + index : FREE, true);
  }
  sectors.forEach((sector, index) => {
    file.set(sector, (index + 1) * SECTOR);
  });
  const fatAt = (1 + sectors.length) * SECTOR;
  for (let index = 0; index < (fatSectors * SECTOR) / 4; index++) {
    const next = chains[index] ?? (index < sectors.length + fatSectors ? FAT_SECTOR : FREE);
    view.setUint32(fatAt + 4 * index, next, true);
  }
  return file;
}
