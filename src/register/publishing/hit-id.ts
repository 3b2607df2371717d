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

/** What two finds have in common that are of the same text, wherever they stand: one reason may clear them together. */
export function valueOfHit(id: string): string {
  return /^hit-[0-9a-f]{8}-([0-9a-f]{5})/.exec(id)?.[1] ?? id;
}

/**
 * The finds of all the files of an item, each with an id of its own. An id says nothing of the file, so that what was cleared stays cleared
 * in a masked version; the same find in the same place of a second file is counted.
 */
export function countedHits<Hit extends { readonly id: string }>(hits: readonly Hit[]): Hit[] {
  const seen = new Map<string, number>();
  return hits.map((hit) => {
    const nth = (seen.get(hit.id) ?? 0) + 1;
    seen.set(hit.id, nth);
    return nth === 1 ? hit : { ...hit, id: `${hit.id}-${nth}` };
  });
}

/** The id of a find within its own file. */
export function idInFile(id: string): string {
  return id.replace(/^(hit-[0-9a-f]{8}-[0-9a-f]{5})-\d+$/, "$1");
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
