/** 万元 to six decimals is one 分: amounts are added as whole numbers, so that no sum depends on the order or on binary fractions. */
const FEN_PER_WAN = 1_000_000;
/** Tables print 万元 with four decimals, that is whole yuan. */
const FEN_PER_YUAN = 100;
const YUAN_PER_WAN = 10_000;

/** The sum of amounts in 万元, exact to the 分 and told to the yuan (four decimals, as some offices print them). */
export function exactSum(amountsWan: Iterable<number>): number {
  let fen = 0;
  for (const amount of amountsWan) fen += Math.round(amount * FEN_PER_WAN);
  return Math.round(fen / FEN_PER_YUAN) / YUAN_PER_WAN;
}
