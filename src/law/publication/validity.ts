/** A mark of 有效性. No national list of values was found (certainty C): an agency may name its own. */
export interface ValidityMark {
  readonly id: string;
  readonly name: string;
  /** What it says to whoever marks a document, in a sentence; may be empty. */
  readonly meaning: string;
  /** What the same mark is called elsewhere. */
  readonly aliases: readonly string[];
  /** Whether a document with this mark binds anybody. */
  readonly isInForce: boolean;
}

export const DEFAULT_VALIDITY_MARKS: readonly ValidityMark[] = [
  { id: "valid", name: "有效", meaning: "正在施行，可以作为依据。", aliases: ["现行有效"], isInForce: true },
  {
    ...{ id: "amended", name: "已修改", meaning: "部分内容已经修改，以修改后的为准。" },
    ...{ aliases: ["已修订", "修改", "修订"], isInForce: true },
  },
  { id: "repealed", name: "已废止", meaning: "已经由有权机关宣布废止。", aliases: ["废止"], isInForce: false },
  { id: "expired", name: "已失效", meaning: "期限届满或者调整对象消失，不再施行。", aliases: ["失效"], isInForce: false },
  { id: "not-yet", name: "尚未施行", meaning: "已经公布，还没有到施行日期。", aliases: ["尚未生效"], isInForce: false },
  { id: "unmarked", name: "未标注", meaning: "没有说明有效性；公开页上不显示标注。", aliases: [], isInForce: true },
];

/** The mark by its id, its name or an alias; null when it is none of them. */
export function validityMark(written: string, marks: readonly ValidityMark[] = DEFAULT_VALIDITY_MARKS): ValidityMark | null {
  const text = written.trim();
  return marks.find(({ id, name, aliases }) => id === text || name === text || aliases.includes(text)) ?? null;
}

/** Marks the system itself goes by: an agency may call them otherwise, but they are there and mean what they mean. */
export const FIXED_MARKS: ReadonlySet<string> = new Set(["repealed", "expired", "not-yet", "unmarked"]);

/** What is wrong with the marks of an agency, in a sentence for whoever set them; null when nothing is. */
export function validityMarksFault(marks: readonly ValidityMark[]): string | null {
  const taken = new Map<string, string>();
  const ids = new Set<string>();
  for (const { id, name, aliases } of marks) {
    if (ids.has(id)) return `标注“${name}”的编号 ${id} 重复`;
    ids.add(id);
    for (const written of new Set([name, ...aliases])) {
      const other = taken.get(written);
      if (other !== undefined) return `“${written}”既是“${other}”又是“${name}”，导入时分不清`;
      taken.set(written, name);
    }
  }
  for (const fixed of DEFAULT_VALIDITY_MARKS.filter(({ id }) => FIXED_MARKS.has(id))) {
    const own = marks.find(({ id }) => id === fixed.id);
    if (own === undefined) return `“${fixed.name}”不能去掉，可以改用别的名称`;
    if (own.isInForce !== fixed.isInForce) return `“${own.name}”${fixed.isInForce ? "计入" : "不计入"}现行有效，不能改变`;
  }
  return marks.some(({ id, isInForce }) => isInForce && id !== "unmarked") ? null : "至少要有一种标注表示现行有效";
}
