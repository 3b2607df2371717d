/** A list with one of its entries one place further up (-1) or down (1); at its end it stays as it is. */
export function moved<One>(list: readonly One[], at: number, by: -1 | 1): readonly One[] {
  const [one, other] = [list[at], list[at + by]];
  return one === undefined || other === undefined ? list : list.with(at, other).with(at + by, one);
}
