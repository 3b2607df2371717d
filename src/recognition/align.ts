/** A pair of an alignment: what stands at `found` on the page is the item `due` of the form. */
export interface Pair {
  readonly found: number;
  readonly due: number;
}

/**
 * Pairs what is found with what is due, both in order, so that the sum of the weights is greatest (Needleman–Wunsch without gap
 * costs). A weight of 0 never pairs. Order does what single labels cannot: it tells three rows 「其他」 and two 「总计」 apart.
 */
export function align(found: number, due: number, weight: (found: number, due: number) => number): Pair[] {
  const width = due + 1;
  const best = new Float64Array((found + 1) * width);
  const weights = new Float64Array(found * due);
  for (let i = 1; i <= found; i++) {
    for (let j = 1; j <= due; j++) {
      const own = weight(i - 1, j - 1);
      weights[(i - 1) * due + j - 1] = own;
      const paired = own > 0 ? (best[(i - 1) * width + j - 1] ?? 0) + own : 0;
      best[i * width + j] = Math.max(paired, best[(i - 1) * width + j] ?? 0, best[i * width + j - 1] ?? 0);
    }
  }
  return walkBack({ found, due, best, weights });
}

interface Scores {
  readonly found: number;
  readonly due: number;
  readonly best: Float64Array;
  readonly weights: Float64Array;
}

function walkBack({ found, due, best, weights }: Scores): Pair[] {
  const width = due + 1;
  const pairs: Pair[] = [];
  let i = found;
  let j = due;
  while (i > 0 && j > 0) {
    const here = best[i * width + j] ?? 0;
    if (here === (best[(i - 1) * width + j] ?? 0)) i--;
    else if (here === (best[i * width + j - 1] ?? 0)) j--;
    else {
      if ((weights[(i - 1) * due + j - 1] ?? 0) > 0) pairs.push({ found: i - 1, due: j - 1 });
      i--;
      j--;
    }
  }
  return pairs.reverse();
}
