import type { Block, Grid } from "../../document/document.js";

/** The labels of the block that content systems print above a document (国办函〔2009〕… 政府信息公开目录 gave rise to it). */
const LABELS = new Set(
  (
    "索引号 信息索引号 文号 发文字号 文件编号 发布机构 公开机构 发文机关 发文单位 发布单位 公开主体 公开责任部门 责任部门 来源 信息来源 文章来源 稿件来源 " +
    "名称 信息名称 文件名称 标题 生成日期 成文日期 发文日期 发布日期 公开日期 生效日期 印发日期 发布时间 生成时间 公开时间 分类 信息分类 主题分类 体裁分类 组配分类 " +
    "公开方式 公开形式 公开范围 公开时限 公开类别 公开类型 有效性 信息时效性 时效性 关键词 主题词 内容概述 信息类别 " +
    "浏览次数 点击次数 点击数 访问次数 阅读次数 作者 编辑 责任编辑 字号 字体"
  ).split(" "),
);

const LABELLED = new RegExp(`(${[...LABELS].sort((one, other) => other.length - one.length).join("|")})\\s*[:：]`, "g");

/** Longer paragraphs are text of the document, even if they begin like a label. */
const LONGEST_LINE = 200;
const MOST_ROWS = 20;

/** What the information block of a content system says: 索引号, 发布机构, 生成日期 … The blocks themselves stay as they are. */
export function informationBlock(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (label: string, value: string) => {
    if (value !== "" && !found.has(label)) found.set(label, value);
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") fromLine(block.text, add);
    else if (block.kind === "grid" && block.rows <= MOST_ROWS) fromGrid(block, add);
  }
  return found;
}

type Add = (label: string, value: string) => void;

function fromGrid(grid: Grid, add: Add): void {
  grid.cells.forEach((cell, index) => {
    const label = labelOf(cell.text);
    const next = grid.cells[index + 1];
    if (label === null) fromLine(cell.text, add);
    else if (next?.row === cell.row && labelOf(next.text) === null) add(label, clean(next.text));
  });
}

/** 「发布日期：2020-01-31　来源：市政府办公厅」: each label with what follows it up to the next. */
function fromLine(text: string, add: Add): void {
  if (text.length > LONGEST_LINE) return;
  const labels = [...text.matchAll(LABELLED)];
  if (labels[0] === undefined || clean(text.slice(0, labels[0].index)) !== "") return;
  labels.forEach((match, index) => {
    const value = text.slice(match.index + match[0].length, labels[index + 1]?.index);
    if (match[1] !== undefined) add(match[1], clean(value));
  });
}

function labelOf(text: string): string | null {
  const plain = text.replace(/[\s:：【】[\]]+/g, "");
  return LABELS.has(plain) ? plain : null;
}

const clean = (text: string): string => text.replace(/\s+/g, " ").trim();
