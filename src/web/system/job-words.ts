/** What each figure of a job counts; those that are not here are of no use to a reader. */
const WORDS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    "take-in-submissions",
    new Map([
      ["taken", "登记 {} 件"],
      ["left", "{} 件要人看"],
    ]),
  ],
  [
    "publish-due-items",
    new Map([
      ["published", "公开 {} 条"],
      ["refused", "{} 条没有公开"],
    ]),
  ],
  [
    "send-outbox",
    new Map([
      ["sent", "送达 {} 次"],
      ["failed", "{} 次没有送到，以后再送"],
    ]),
  ],
  [
    "send-notices",
    new Map([
      ["collected", "新提醒 {} 条"],
      ["mailed", "发出邮件 {} 封"],
      ["failed", "{} 封没有发出，以后再发"],
    ]),
  ],
  ["push-request-status", new Map([["changed", "更新 {} 件"]])],
  ["publish-agencies", new Map([["changed", "更新 {} 个机关"]])],
  ["count-ahead", new Map([["counts", "算出 {} 份"]])],
  [
    "seal-open-files",
    new Map([
      ["files", "加密文件 {} 个"],
      ["texts", "加密文字 {} 段"],
    ]),
  ],
  [
    "back-up",
    new Map([
      ["rows", "{} 行"],
      ["differing", "{} 处与原库不同"],
    ]),
  ],
]);

const PROOF = { true: "恢复后核对一致", false: "恢复后核对不一致" } as const;

/** What a run of a job came to, for whoever looks after the machine: the figures that are not zero, or why it failed. */
export function jobWords(job: string, detail: unknown): string {
  if (typeof detail === "string") return detail;
  if (typeof detail !== "object" || detail === null) return "";
  const told = new Map<string, unknown>(Object.entries(detail));
  const why = told.get("message") ?? told.get("code");
  if (why !== undefined) return String(why);
  const proof = told.get("isProved");
  const figures = [...(WORDS.get(job) ?? [])].flatMap(([name, words]) => {
    const count = countOf(told.get(name));
    return count === 0 ? [] : [words.replace("{}", count.toLocaleString("zh-CN"))];
  });
  return [...figures, ...(typeof proof === "boolean" ? [PROOF[`${proof}`]] : [])].join("，");
}

function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === "number" ? value : 0;
}
