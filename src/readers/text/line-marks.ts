const TOP_HEADING = /^\s{0,20}[一二三四五六七八九十]{1,3}[、．]/;

const DIGITS = "一二三四五六七八九十";

/** A line numbered 一、 二、 三、 */
export const hasTopNumber = (text: string): boolean => TOP_HEADING.test(text);

/** Which number from 一、 to 十、 a line bears; 11 for any above, null for none. */
export function topNumber(text: string): number | null {
  if (!hasTopNumber(text)) return null;
  const [first = "", second = ""] = text.trimStart();
  return DIGITS.includes(second) ? DIGITS.length + 1 : DIGITS.indexOf(first) + 1;
}

const LIST_MARK =
  /^\s{0,40}(?:[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,3}[章节条部]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.)）](?!\d)|[①-⑳⑴-⒛]|[-*•●■◆□]\s|#{1,6}\s|\[|<)/u;

/** A line that begins something new by its mark: （一）, 1., ①, a bullet, a heading of Markdown. */
export const hasListMark = (text: string): boolean => LIST_MARK.test(text);
