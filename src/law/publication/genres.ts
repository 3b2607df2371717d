/**
 * 体裁分类: the fifteen kinds of document of 党政机关公文处理工作条例（2012）第八条, and 其他 (certainty B). The table of the catalogue
 * guideline could not be read, so an agency may add values of its own.
 */
export const GENRES = [
  "决议",
  "决定",
  "命令（令）",
  "公报",
  "公告",
  "通告",
  "意见",
  "通知",
  "通报",
  "报告",
  "请示",
  "批复",
  "议案",
  "函",
  "纪要",
  "其他",
] as const;

const ALIASES: ReadonlyMap<string, string> = new Map([
  ["会议纪要", "纪要"],
  ["令", "命令（令）"],
  ["命令", "命令（令）"],
  ["命令(令)", "命令（令）"],
  ["政府令", "命令（令）"],
]);

/** The kind of document by what it is called elsewhere; null when it is none of them. */
export function genreOf(written: string): string | null {
  const text = written.trim();
  return GENRES.find((genre) => genre === text) ?? ALIASES.get(text.normalize("NFKC")) ?? null;
}

/** What the title of a document ends with: 关于……的通知（试行） is a 通知; null when the title does not tell. */
export function genreOfTitle(title: string): string | null {
  const [, last] = /([\p{Script=Han}]{1,2})(?:[（(][^）)]{1,20}[）)])?$/u.exec(title.trim()) ?? [];
  if (last === undefined) return null;
  return genreOf(last) ?? genreOf(last.slice(-1));
}
