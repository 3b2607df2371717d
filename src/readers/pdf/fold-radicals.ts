import { RADICALS } from "../../document/radicals.js";

const IDEOGRAPHS = new Map<string, string>();
const pairs = [...RADICALS].filter((character) => character !== "\n");
for (let at = 0; at + 1 < pairs.length; at += 2) IDEOGRAPHS.set(pairs[at] ?? "", pairs[at + 1] ?? "");

/** A text whose radicals of the supplement are the ideographs they look like: some producers write 民 and 见 so. NFKC folds the others. */
export function foldRadicals(text: string): string {
  if (!/[\u2e80-\u2ef3]/.test(text)) return text;
  return [...text].map((character) => IDEOGRAPHS.get(character) ?? character).join("");
}
