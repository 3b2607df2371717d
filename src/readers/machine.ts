import { portableIsUtf8 } from "./xml/portable-utf8.js";
import { portableCrc32 } from "./zip/portable-crc32.js";
import { portableInflate } from "./zip/portable-inflate.js";

/** The three jobs of the readers that a machine may have something faster for than JavaScript. Each gives the same, whoever does it. */
export interface Machine {
  /** Inflates raw deflate data. Throws when they are damaged, and at the first byte beyond `mostBytes`. */
  inflateRaw(compressed: Uint8Array, mostBytes: number): Uint8Array;
  /** The checksum of a zip entry (APPNOTE 4.4.7). */
  crc32(bytes: Uint8Array): number;
  isUtf8(bytes: Uint8Array): boolean;
}

/** Runs wherever JavaScript does: in a browser there is nothing else. */
export const PORTABLE_MACHINE: Machine = { inflateRaw: portableInflate, crc32: portableCrc32, isUtf8: portableIsUtf8 };

let machine = PORTABLE_MACHINE;

/** Has the readers use what this machine is better at; who puts the program together calls it once, before anything is read. */
export function chooseMachine(better: Machine): void {
  machine = better;
}

export function machineInUse(): Machine {
  return machine;
}
