import { DISCLOSURE_ITEMS } from "../../law/publication/disclosure-items.js";
import type { ItemContentInput } from "../../register/publishing/item-content.js";

type DisclosureItemId = NonNullable<ItemContentInput["disclosureItem"]>;

/** What columns of sites are called for the items of 条例 第二十条: names in use, not law, and only those that can mean nothing else. */
const CALLED: readonly (readonly [DisclosureItemId, readonly string[]])[] = [
  [
    "art20-01",
    ["规范性文件", "行政规范性文件", "部门规范性文件", "规章", "法规规章", "政策法规", "法律法规", "行政法规", "地方性法规"],
  ],
  [
    "art20-02",
    ["机构概况", "机构职能", "机构设置", "机关职能", "机关简介", "单位职能", "内设机构", "领导信息", "领导之窗", "机构信息"],
  ],
  ["art20-03", ["规划", "计划规划", "规划信息", "发展规划", "专项规划", "规划计划信息"]],
  ["art20-04", ["统计数据", "统计公报", "数据统计", "统计资料"]],
  ["art20-05", ["行政许可", "行政审批", "办事指南", "行政许可结果"]],
  ["art20-06", ["行政处罚", "行政强制", "行政处罚决定", "行政处罚信息"]],
  ["art20-07", ["财政预决算", "预决算", "部门预决算", "部门预算", "部门决算", "预决算公开", "财政信息", "财政预算", "财政决算"]],
  ["art20-08", ["收费项目", "行政收费", "收费目录", "收费标准"]],
  ["art20-09", ["政府采购", "集中采购", "采购信息"]],
  ["art20-10", ["重大项目", "重点项目", "重大建设工程", "重大建设项目信息"]],
  ["art20-11", ["民生政策", "民生保障", "民生信息"]],
  ["art20-12", ["应急管理", "应急预案", "突发事件", "预警信息"]],
  ["art20-13", ["双随机一公开", "监督抽查", "安全生产", "食品药品监管"]],
  ["art20-14", ["公务员招录", "招考录用", "公务员考录", "公务员录用"]],
  ["art20-15", ["其他", "其他信息"]],
];

/** An item of Articles 20 and 21 by its id, its text or the name of its column here or on other sites; null where nothing is called so. */
export function disclosureItemCalled(text: string): DisclosureItemId | null {
  const plain = text.replaceAll(/\s/g, "");
  const found = DISCLOSURE_ITEMS.find(({ id, text: words, shortName }) => id === plain || words === plain || shortName === plain);
  if (found !== undefined) return found.id as DisclosureItemId; // an id of the list the schema is made of
  return CALLED.find(([, names]) => names.includes(plain))?.[0] ?? null;
}
