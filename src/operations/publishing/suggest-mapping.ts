import type { ImportMapping } from "../../register/publishing/import-mapping.js";

type Field = keyof ImportMapping;

/** What columns are called on sites and in the exports of content systems. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  title: ["名称", "标题", "信息名称", "文件名称", "题名", "文件标题", "title"],
  indexNumber: ["索引号", "索引", "索引码", "identifier", "indexnumber"],
  summary: ["内容概述", "摘要", "简介", "概述", "内容摘要", "description"],
  documentNumber: ["文号", "发文字号", "文件编号", "文件号", "documentnumber"],
  madeOn: ["生成日期", "成文日期", "印发日期", "制发日期", "形成日期", "生成时间", "成文时间"],
  publishedOn: ["发布日期", "公开日期", "发布时间", "公开时间", "pubdate", "发文日期"],
  theme: ["主题分类", "主题", "主题类别", "分类"],
  genre: ["体裁分类", "体裁", "公文种类", "文种", "类型"],
  disclosureItem: ["公开事项", "法定主动公开内容", "主动公开事项", "事项", "栏目", "所属栏目"],
  validity: ["有效性", "效力状态", "时效性", "时效", "效力"],
  repealedOn: ["废止日期", "失效日期", "废止时间", "失效时间"],
  documentKind: ["文件性质", "文件类别", "是否规范性文件"],
  address: ["网址", "链接", "地址", "原文链接", "链接地址", "url"],
  text: ["正文", "内容", "正文内容", "content"],
};

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s:*（）()]/g, "");

/** Which column probably holds what; null where no column can be the title. A person looks at it before anything is imported. */
export function suggestMapping(head: readonly string[]): ImportMapping | null {
  const taken = new Set<string>();
  const find = (field: Field): string | null => {
    const known = NAMES[field].map(plain);
    const column =
      known.map((name) => head.find((one) => plain(one) === name && !taken.has(one))).find((one) => one !== undefined) ?? null;
    if (column !== null) taken.add(column);
    return column;
  };
  const title = find("title");
  if (title === null) return null;
  return {
    title,
    indexNumber: find("indexNumber"),
    summary: find("summary"),
    documentNumber: find("documentNumber"),
    madeOn: find("madeOn"),
    publishedOn: find("publishedOn"),
    theme: find("theme"),
    genre: find("genre"),
    disclosureItem: find("disclosureItem"),
    validity: find("validity"),
    repealedOn: find("repealedOn"),
    documentKind: find("documentKind"),
    address: find("address"),
    text: find("text"),
  };
}
