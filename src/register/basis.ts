/** Where a rule is written. */
export interface Basis {
  readonly instrument: string;
  readonly place: string;
}

export type NonEmpty<Item> = readonly [Item, ...Item[]];

/** An article of the Regulations on Open Government Information: 第三十条. */
export function article(place: string): Basis {
  return { instrument: "政府信息公开条例", place };
}
