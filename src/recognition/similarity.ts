const LONGEST = 80;

/** How alike two labels are, 0 to 1: twice their longest common subsequence over their lengths. */
export function similarity(first: string, second: string): number {
  if (first === second) return first === "" ? 0 : 1;
  const [a, b] = [first.slice(0, LONGEST), second.slice(0, LONGEST)];
  return (2 * commonLength(a, b)) / (a.length + b.length);
}

/** The best similarity of a label to any of some spellings; what cannot reach `least` counts as 0 and costs nothing. */
export function bestSimilarity(text: string, spellings: readonly string[], least = 0.5): number {
  if (spellings.includes(text)) return 1;
  let best = 0;
  for (const spelling of spellings) {
    if (highest(text, spelling) < Math.max(least, best)) continue;
    const found = similarity(text, spelling);
    if (found > best) best = found;
  }
  return best;
}

/** The most that two labels of these lengths can be alike. */
const highest = (a: string, b: string): number => (2 * Math.min(a.length, b.length)) / (a.length + b.length);

const ROW = new Uint8Array(LONGEST + 1);

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  const lengths = ROW.fill(0, 0, b.length + 1);
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
