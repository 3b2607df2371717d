/** A mark of 有效性. No national list of values was found (certainty C): an agency may name its own. */
export interface ValidityMark {
  readonly id: string;
  readonly name: string;
  /** What the same mark is called elsewhere. */
  readonly aliases: readonly string[];
  /** Whether a document with this mark binds anybody. */
  readonly isInForce: boolean;
}

export const DEFAULT_VALIDITY_MARKS: readonly ValidityMark[] = [
  { id: "valid", name: "有效", aliases: ["现行有效"], isInForce: true },
  { id: "amended", name: "已修改", aliases: ["已修订", "修改", "修订"], isInForce: true },
  { id: "repealed", name: "已废止", aliases: ["废止"], isInForce: false },
  { id: "expired", name: "已失效", aliases: ["失效"], isInForce: false },
  { id: "not-yet", name: "尚未施行", aliases: ["尚未生效"], isInForce: false },
  { id: "unmarked", name: "未标注", aliases: [], isInForce: true },
];

/** The mark by its id, its name or an alias; null when it is none of them. */
export function validityMark(written: string, marks: readonly ValidityMark[] = DEFAULT_VALIDITY_MARKS): ValidityMark | null {
  const text = written.trim();
  return marks.find(({ id, name, aliases }) => id === text || name === text || aliases.includes(text)) ?? null;
}
