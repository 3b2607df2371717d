const LONGEST = 80;

/** How alike two labels are, 0 to 1: twice their longest common subsequence over their lengths. */
export function similarity(first: string, second: string): number {
  if (first === second) return first === "" ? 0 : 1;
  const [a, b] = [first.slice(0, LONGEST), second.slice(0, LONGEST)];
  const most = (2 * Math.min(a.length, b.length)) / (a.length + b.length);
  if (most < 0.5) return most / 2; // so unlike in length that nobody asks
  return (2 * commonLength(a, b)) / (a.length + b.length);
}

/** The best similarity of a label to any of some spellings. */
export function bestSimilarity(text: string, spellings: readonly string[]): number {
  let best = 0;
  for (const spelling of spellings) {
    const found = similarity(text, spelling);
    if (found > best) best = found;
    if (best === 1) break;
  }
  return best;
}

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  const lengths = new Uint8Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    let diagonal = 0;
    const unit = a.charCodeAt(i);
    for (let j = 1; j <= b.length; j++) {
      const above = lengths[j] ?? 0;
      const left = lengths[j - 1] ?? 0;
      lengths[j] = unit === b.charCodeAt(j - 1) ? diagonal + 1 : Math.max(above, left);
      diagonal = above;
    }
  }
  return lengths[b.length] ?? 0;
}
