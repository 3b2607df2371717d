/** Characters that HTML collapses; a no-break or an ideographic space is not one of them. */
const BLANKS = /[\t\n\f\r ]+/g;
const HAS_BLANK = /[\t\n\f\r ]/;
/** Chinese characters, their punctuation and full-width forms: between them a line break of the source is no space. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Joins the text of one paragraph from the many elements it is cut into, with white space collapsed as a browser does. */
export class RunningText {
  #text = "";
  /** The last character: asking a string that is being put together for it would copy the whole string each time. */
  #last = "";
  #gap: "" | "blank" | "line" = "";

  add(raw: string): void {
    if (!HAS_BLANK.test(raw)) {
      this.#append(raw);
      return;
    }
    let from = 0;
    for (const run of raw.matchAll(BLANKS)) {
      if (run.index > from) this.#append(raw.slice(from, run.index));
      this.#gap = this.#gap === "line" || /[\n\r]/.test(run[0]) ? "line" : "blank";
      from = run.index + run[0].length;
    }
    if (from < raw.length) this.#append(raw.slice(from));
  }

  /** Adds text of a <pre> as it stands; the caller breaks its lines. */
  addVerbatim(raw: string): void {
    this.#text += raw;
    this.#last = raw.charAt(raw.length - 1);
    this.#gap = "";
  }

  /** The paragraph so far; the next one begins empty. */
  take(): string {
    const text = this.#text;
    this.#text = "";
    this.#gap = "";
    return text;
  }

  #append(word: string): void {
    if (word === "") return;
    if (this.#gap !== "" && this.#text !== "") {
      const isWrap = this.#gap === "line" && WIDE.test(this.#last) && WIDE.test(word.charAt(0));
      this.#text += isWrap ? word : ` ${word}`;
    } else this.#text += word;
    this.#last = word.charAt(word.length - 1);
    this.#gap = "";
  }
}
