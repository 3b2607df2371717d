/** What a cell holds, as far as its signs tell: a figure, a dash or stroke that stands for nothing, nothing, or words. */
export type CellSort = "figure" | "mark" | "empty" | "words";

const SPACE = /[\s\p{Cf}]+/gu;
const MARK = /^(?:[-−‐–—~/\\_]{1,4}|无)$/;
const FIGURE = /^(?:[-+−–]|增加?|减少?)?\d[\d,]*(?:\.\d+)?(?:万元|元|件|条|项|宗|起|次|人次|个|部|篇)?(?:\(.{1,60}\))?$/u;

const PLAIN_FIGURE = /^\d{1,9}$/;

export function cellSort(text: string): CellSort {
  if (text === "") return "empty";
  if (PLAIN_FIGURE.test(text)) return "figure";
  if (text.length > 120) return "words";
  const bare = text.normalize("NFKC").replace(SPACE, "");
  if (bare === "") return "empty";
  if (MARK.test(bare)) return "mark";
  return FIGURE.test(bare) || bare === "〇" || bare === "零" ? "figure" : "words";
}

export const isFigure = (text: string): boolean => cellSort(text) === "figure";

/** A figure or a sign that stands where a figure might. */
export const isValue = (text: string): boolean => {
  const sort = cellSort(text);
  return sort === "figure" || sort === "mark";
};
