/**
 * The id of something a screening found: the same whenever the same text stands in the same place, and another when either changes, so
 * that what a person cleared stays cleared and nothing else does. Only twenty bits of it come from the text: the id is recorded, and from
 * more of them a number could be worked out again.
 */
export function hitId(place: string, text: string, nth: number): string {
  const where = fingerprint(`${place}\u001f${nth}`).toString(16).padStart(8, "0");
  const what = (fingerprint(text) >>> 12).toString(16).padStart(5, "0");
  return `hit-${where}-${what}`;
}

/** FNV-1a, 32 bits, with a last stir so that every bit depends on every character. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ (text.charCodeAt(at) & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (text.charCodeAt(at) >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
