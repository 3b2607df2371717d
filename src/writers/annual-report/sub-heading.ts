/** A heading inside a section: the second level is （一）, the third 1., the fourth （1） (GB/T 9704—2012, 7.3.3). */
export interface SubHeading {
  readonly level: 2 | 3 | 4;
  /** How many characters of the paragraph belong to it; all of them when the heading stands alone. */
  readonly length: number;
}

const FORMS: readonly (readonly [RegExp, SubHeading["level"]])[] = [
  [/^[（(][一二三四五六七八九十]{1,3}[）)]/, 2],
  [/^\d{1,2}[.．、](?!\d)/, 3],
  [/^[（(]\d{1,2}[）)]/, 4],
];
const LONGEST = 40;

/** The heading a paragraph begins with, up to its first full stop; null when it has none or its first sentence is too long to be one. */
export function subHeading(text: string): SubHeading | null {
  const form = FORMS.find(([pattern]) => pattern.test(text));
  if (!form) return null;
  const stop = text.indexOf("。");
  const length = stop < 0 ? text.length : stop + 1;
  return length > LONGEST ? null : { level: form[1], length };
}
