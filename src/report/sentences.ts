/** A stretch of a passage; `start` and `end` are offsets into the text it was cut from. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[。！？!?\n]/;
const CLAUSE_END = /[。！？!?\n；;，,：:]/;
const CLOSING_SIGN = /[”’」』）)》]/;

function cut(text: string, isEnd: (character: string, at: number) => boolean): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  const close = (end: number): void => {
    const whole = text.slice(start, end);
    const words = whole.trim();
    if (words !== "") {
      const lead = whole.length - whole.trimStart().length;
      stretches.push({ text: words, start: start + lead, end: start + lead + words.length });
    }
    start = end;
  };
  for (let at = 0; at < text.length; at += 1) {
    if (!isEnd(text.charAt(at), at)) continue;
    let end = at + 1;
    while (end < text.length && CLOSING_SIGN.test(text.charAt(end))) end += 1;
    close(end);
    at = end - 1;
  }
  close(text.length);
  return stretches;
}

/** The sentences of a text in order, each with its full stop; semicolons do not end a sentence. */
export function sentencesOf(text: string): Stretch[] {
  return cut(text, (character) => SENTENCE_END.test(character));
}

/** The clauses of a text: what stands between commas, semicolons, colons and full stops. The comma of 1,204 is none. */
export function clausesOf(text: string): Stretch[] {
  const isDigit = (at: number): boolean => /[0-9０-９]/.test(text.charAt(at));
  return cut(
    text,
    (character, at) => CLAUSE_END.test(character) && !(/[,，:：]/.test(character) && isDigit(at - 1) && isDigit(at + 1)),
  );
}
