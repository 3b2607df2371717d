import { Inflate } from "fflate";

/** What is taken in at once: deflate makes at most a thousand times as much of it, so a bomb is seen before it has 17 MB. */
const TAKEN_AT_ONCE = 16 * 1024;

/** Inflates raw deflate data piece by piece. Throws when they are damaged or incomplete, and when they hold more than `mostBytes`. */
export function portableInflate(compressed: Uint8Array, mostBytes: number): Uint8Array {
  if (compressed.length === 0) throw new RangeError("nothing to inflate");
  const plain = new Uint8Array(mostBytes);
  let bytes = 0;
  const inflating = new Inflate((piece) => {
    if (bytes + piece.length > mostBytes) throw new RangeError(`more than ${mostBytes} bytes`);
    plain.set(piece, bytes);
    bytes += piece.length;
  });
  for (let from = 0; from < compressed.length; from += TAKEN_AT_ONCE) {
    const to = Math.min(from + TAKEN_AT_ONCE, compressed.length);
    inflating.push(compressed.subarray(from, to), to === compressed.length);
  }
  return plain.subarray(0, bytes);
}
