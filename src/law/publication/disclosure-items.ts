import type { AgencyKind } from "../agency-kind.js";
import { type Citation, regulations } from "../citation.js";

/** One thing the Regulations say must be made public without being asked. */
export interface DisclosureItem {
  /** Kept in records and addresses: never renamed, never reused. */
  readonly id: string;
  readonly text: string;
  /** What a column of the platform is called, where the text of the law is too long for a menu. */
  readonly shortName: string;
  readonly basis: Citation;
}

const article20 = (place: number, shortName: string, text: string): DisclosureItem => ({
  id: `art20-${String(place).padStart(2, "0")}`,
  text,
  shortName,
  basis: regulations(`第二十条第${NUMERALS[place]}项`),
});

const NUMERALS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"];

/** 条例第二十条: the fifteen items every agency publishes, in the words of the law and in its order. */
export const ARTICLE_20: readonly DisclosureItem[] = [
  article20(1, "法规、规章和规范性文件", "行政法规、规章和规范性文件"),
  article20(2, "机关职能与机构", "机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名"),
  article20(3, "规划计划", "国民经济和社会发展规划、专项规划、区域规划及相关政策"),
  article20(4, "统计信息", "国民经济和社会发展统计信息"),
  article20(5, "行政许可和管理服务", "办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果"),
  article20(6, "行政处罚和行政强制", "实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定"),
  article20(7, "财政预算决算", "财政预算、决算信息"),
  article20(8, "行政事业性收费", "行政事业性收费项目及其依据、标准"),
  article20(9, "政府集中采购", "政府集中采购项目的目录、标准及实施情况"),
  article20(10, "重大建设项目", "重大建设项目的批准和实施情况"),
  article20(11, "民生政策与措施", "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况"),
  article20(12, "突发公共事件", "突发公共事件的应急预案、预警信息及应对情况"),
  article20(13, "监督检查", "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况"),
  article20(14, "公务员招考", "公务员招考的职位、名额、报考条件等事项以及录用结果"),
  article20(15, "其他法定公开信息", "法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息"),
];

const article21 = (key: string, text: string): DisclosureItem => ({
  id: `art21-${key}`,
  text,
  shortName: text,
  basis: regulations("第二十一条"),
});

const LAND_TAKING = article21("land-taking", "土地征收");
const HOUSE_TAKING = article21("house-taking", "房屋征收");
const SOCIAL_RELIEF = article21("social-relief", "社会救助");

/** 条例第二十一条: what governments of cities divided into districts and of counties, and their departments, publish besides. */
const ARTICLE_21_CITY_COUNTY: readonly DisclosureItem[] = [
  article21("municipal-works", "市政建设"),
  article21("public-services", "公共服务"),
  article21("public-welfare", "公益事业"),
  LAND_TAKING,
  HOUSE_TAKING,
  article21("public-security", "治安管理"),
  SOCIAL_RELIEF,
];

/** 条例第二十一条: what governments of townships and towns publish besides. */
const ARTICLE_21_TOWNSHIP: readonly DisclosureItem[] = [
  article21("rural-policies", "贯彻落实农业农村政策"),
  article21("irrigation-works", "农田水利工程建设运营"),
  article21("rural-land-transfer", "农村土地承包经营权流转"),
  article21("homestead-review", "宅基地使用情况审核"),
  LAND_TAKING,
  HOUSE_TAKING,
  article21("levies-and-labour", "筹资筹劳"),
  SOCIAL_RELIEF,
];

/** Every item there is, each once. */
export const DISCLOSURE_ITEMS: readonly DisclosureItem[] = [
  ...new Set([...ARTICLE_20, ...ARTICLE_21_CITY_COUNTY, ...ARTICLE_21_TOWNSHIP]),
];

/** What an agency must publish of itself: Article 20 for everyone, Article 21 by level. An item that does not arise there is left empty with a reason. */
export function disclosureItemsFor({
  kind,
  level,
}: {
  readonly kind: AgencyKind;
  readonly level: "central" | "province" | "city" | "county" | "town";
}): readonly DisclosureItem[] {
  if (level === "city" || level === "county") return [...ARTICLE_20, ...ARTICLE_21_CITY_COUNTY];
  // Street offices are no governments of townships: the article does not name them.
  if (level === "town" && kind === "local-government") return [...ARTICLE_20, ...ARTICLE_21_TOWNSHIP];
  return ARTICLE_20;
}

export function disclosureItem(id: string): DisclosureItem | null {
  return DISCLOSURE_ITEMS.find((item) => item.id === id) ?? null;
}
