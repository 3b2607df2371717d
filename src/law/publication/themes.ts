/** A class of 主题分类. Match by code: places rename classes after reforms, and keep old names as aliases. */
export interface Theme {
  readonly code: string;
  readonly name: string;
  readonly children: readonly { readonly code: string; readonly name: string }[];
}

const group = (code: string, name: string, children: readonly string[] = []): Theme => ({
  code,
  name,
  children: children.map((child, index) => ({ code: `${code}${String(index + 1).padStart(2, "0")}`, name: child })),
});

/**
 * 主题分类 as the policy library of the State Council published it in 2021: 22 classes with 121 below them (certainty B). The list bears no
 * codes where it was published; ours are the places in it.
 */
export const THEMES: readonly Theme[] = [
  group("01", "国务院组织机构", [
    "国务院",
    "国务院办公厅",
    "国务院组成部门",
    "国务院直属特设机构",
    "国务院直属机构",
    "国务院办事机构",
    "国务院直属事业单位",
    "国务院部委管理的国家局",
    "国务院议事协调机构",
    "其他",
  ]),
  group("02", "综合政务", ["政务公开", "政务督查", "应急管理", "电子政务", "文秘工作", "保密工作", "信访", "参事、文史", "其他"]),
  group("03", "国民经济管理、国有资产监管", ["宏观经济", "经济体制改革", "统计", "物价", "国有资产监管", "重大建设项目", "其他"]),
  group("04", "财政、金融、审计", ["财政", "税务", "银行", "货币（含外汇）", "证券", "保险", "社会信用体系建设", "审计", "其他"]),
  group("05", "国土资源、能源", ["土地", "矿产", "水资源", "海洋", "煤炭", "石油与天然气", "电力", "其他"]),
  group("06", "农业、林业、水利", ["农业、畜牧业、渔业", "林业", "水利", "其他"]),
  group("07", "工业、交通", [
    "机械制造与重工业",
    "轻工纺织",
    "化工",
    "国防工业",
    "航天、航空",
    "信息产业（含电信）",
    "公路",
    "水运",
    "铁路",
    "民航",
    "邮政",
    "其他",
  ]),
  group("08", "商贸、海关、旅游", ["对外经贸合作", "国内贸易（含供销）", "海关", "检验、检疫", "旅游", "其他"]),
  group("09", "市场监管、安全生产监管", ["工商", "质量监督", "标准", "食品药品监管", "安全生产监管", "其他"]),
  group("10", "城乡建设、环境保护", [
    "城市规划",
    "城乡建设（含住房）",
    "环境监测、保护与治理",
    "节能与资源综合利用",
    "气象、水文、测绘、地震",
    "其他",
  ]),
  group("11", "科技、教育", ["科技", "教育", "知识产权", "其他"]),
  group("12", "文化、广电、新闻出版", ["文化", "文物", "新闻出版", "广播、电影、电视", "其他"]),
  group("13", "卫生、体育", ["卫生", "医药管理", "体育", "其他"]),
  group("14", "人口与计划生育、妇女儿童工作", ["人口与计划生育", "妇女儿童", "其他"]),
  group("15", "劳动、人事、监察", ["劳动就业", "社会保障", "人事工作", "军转安置", "监察", "纠正行业不正之风", "其他"]),
  group("16", "公安、安全、司法", ["公安", "国家安全", "司法", "其他"]),
  group("17", "民政、扶贫、救灾", ["减灾救灾", "优抚安置", "社会福利", "行政区划与地名", "社团管理", "扶贫", "其他"]),
  group("18", "民族、宗教", ["民族事务", "宗教事务"]),
  group("19", "对外事务", ["外交、外事", "国际条约、国际组织", "其他"]),
  group("20", "港澳台侨工作", ["港澳工作", "对台工作", "侨务工作"]),
  group("21", "国防", ["国防建设", "国防动员"]),
  group("22", "其他"),
];

/** Names seen on real portals for classes that were renamed after reforms of the agencies (certainty C). */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["民政、乡村振兴、救灾", "17"],
  ["民政、扶贫、救灾", "17"],
  ["乡村振兴", "1706"],
]);

const NAMES: ReadonlyMap<string, string> = new Map(
  THEMES.flatMap(({ code, name, children }) => [
    [code, name] as const,
    ...children.map((child) => [child.code, `${name}\\${child.name}`] as const),
  ]),
);

/** How a class is shown: 综合政务\政务公开; null for a code there is not. */
export function themeName(code: string): string | null {
  return NAMES.get(code) ?? null;
}

/** The code of a class by what a file of another system calls it: a code, a name, or 综合政务\政务公开; null when it is none or could be several. */
export function themeCode(written: string): string | null {
  const text = written.normalize("NFKC").replaceAll(/\s/g, "");
  if (NAMES.has(text)) return text;
  const [first = "", second] = text.split(/[\\/>＞]/).map(plainName);
  const alias = ALIASES.get(text);
  if (alias !== undefined) return alias;
  const upper = THEMES.find(({ name }) => plainName(name) === first);
  if (second !== undefined) return upper?.children.find(({ name }) => plainName(name) === second)?.code ?? null;
  if (upper) return upper.code;
  const below = THEMES.flatMap(({ children }) => children.filter(({ name }) => plainName(name) === first));
  return below.length === 1 ? (below[0]?.code ?? null) : null;
}

const plainName = (name: string): string => name.normalize("NFKC").replaceAll(/[\s、,，]/g, "");
