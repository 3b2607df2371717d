/** What can be taken out of a file as a whole, besides the data that were found in its text. */
export const REMOVALS = ["properties", "comments", "changes", "hidden", "embedded"] as const;
export type Removal = (typeof REMOVALS)[number];

export const REMOVAL_LABELS: Readonly<Record<Removal, string>> = {
  properties: "作者、单位、路径等文件属性",
  comments: "批注",
  changes: "修订痕迹（删除的内容不保留，插入的内容保留）",
  hidden: "隐藏的文字、工作表、行列",
  embedded: "嵌入的文件和宏",
};
