import { recognisable } from "../document/normalise.js";
import type { Label } from "../report/format.js";

const NUMBERING = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、.,:]|\d{1,2}(?![\d年月日]))[、.,:]*/;
const NOT_LETTERS = /[^\u3400-\u9fff\da-zA-Z]/g;
const REMARK = /\([^()]*\)/g;

/** A label without numbering, signs and white space: 「（三） 不予公开」 and 「(三)不予公开」 are the same label. */
export function reducedLabel(text: string): string {
  return reducedRecognisable(recognisable(text));
}

/** The same for a text that is recognisable already. */
export function reducedRecognisable(text: string): string {
  return text.replace(NUMBERING, "").replace(NOT_LETTERS, "");
}

/** The numbering of a label in its plainest form: 「(六)」, 「3」, 「一」; empty when it bears none. */
export function labelNumbering(read: string): string {
  const numbering = NUMBERING.exec(read)?.[0] ?? "";
  return numbering.replace(/[、.,:]+$/, "");
}

/** The forms under which a label may be met, reduced; remarks in brackets may be there or not. */
export function reducedForms({ label, variants }: Label): readonly string[] {
  const forms = new Set<string>();
  for (const spelling of [label, ...variants]) {
    const read = recognisable(spelling);
    forms.add(reducedRecognisable(read));
    const without = reducedRecognisable(read.replace(REMARK, ""));
    if (without !== "") forms.add(without);
  }
  return [...forms];
}
