const ZEROS = "〇零○OＯo0";
const DIGITS = "〇一二三四五六七八九";

/** The year that four digits say, in Chinese (二〇二一) or Arabic ones (2021), or null. */
export function writtenYear(text: string): number | null {
  const characters = [...text];
  if (characters.length !== 4) return null;
  let year = 0;
  for (const character of characters) {
    const digit = /\d/.test(character) ? Number(character) : ZEROS.includes(character) ? 0 : DIGITS.indexOf(character);
    if (digit < 0) return null;
    year = year * 10 + digit;
  }
  return year;
}
