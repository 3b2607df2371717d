/** A line of work (系统): the words its agencies bear in their names, and the short names it goes by in prose. */
interface LineOfWork {
  readonly name: string;
  readonly inAgency: RegExp;
  readonly words: readonly string[];
}

// Agencies are merged freely (商务和经济合作局, 工业信息化科技局), so one agency may have several lines.
const LINES: readonly LineOfWork[] = [
  { name: "人社", inAgency: /人力资源|社会保障|人社/, words: ["人社", "人力资源和社会保障", "人力资源社会保障"] },
  { name: "商务", inAgency: /商务|商贸|经济|经贸|投资促进|经济合作|招商|外经/, words: ["商务"] },
  { name: "教育", inAgency: /教育|教体|教科|教委|文教/, words: ["教育", "教体"] },
  { name: "卫健", inAgency: /卫生|卫健|卫计|健康|疾控|疾病预防|中医/, words: ["卫健", "卫生健康", "卫生计生", "卫计"] },
  { name: "民政", inAgency: /(?<!人)民政/, words: ["民政"] },
  { name: "财政", inAgency: /财政|财税|财金|财局/, words: ["财政"] },
  { name: "住建", inAgency: /住房|住建|建设|房产|房管|规建|建委|城建|公积金/, words: ["住建", "住房城乡建设", "住房和城乡建设"] },
  { name: "交通", inAgency: /交通|公路|运输|港航|航道|交运/, words: ["交通运输"] },
  { name: "农业农村", inAgency: /农业|农村|农牧|畜牧|农林|农机|渔业|农水|农委|乡村振兴/, words: ["农业农村", "农牧"] },
  { name: "水利", inAgency: /水利|水务|水文|水资源|农水|农林水|河务|水电/, words: ["水利", "水务"] },
  { name: "气象", inAgency: /气象/, words: ["气象"] },
  { name: "审计", inAgency: /审计/, words: ["审计"] },
  { name: "统计", inAgency: /统计|调查队/, words: ["统计"] },
  {
    name: "工信",
    inAgency: /工业|信息化|工信|经信|经济|经发|科工|经科|产业|科创/,
    words: ["工信", "工业和信息化", "经信"],
  },
  {
    name: "发改",
    inAgency: /发展[和与]?改革|发改|发展计划|经济|改革发展|经发|粮食|物资储备/,
    words: ["发改", "发展改革", "发展和改革"],
  },
  { name: "司法", inAgency: /司法|法制|监狱|戒毒/, words: ["司法行政"] },
  { name: "公安", inAgency: /公安|交警|交巡警|派出所|森林公安/, words: ["公安", "公安机关"] },
  { name: "应急", inAgency: /应急|安监|安全生产|地震|防震|消防/, words: ["应急管理", "应急"] },
  {
    name: "市场监管",
    inAgency: /市场监|市场和质量|市监|工商|食药|食品药品|药监|质监|质量技术|知识产权/,
    words: ["市场监管", "市场监督管理"],
  },
  {
    name: "文旅",
    inAgency: /文化|旅游|文旅|文广|文体|广电|广播|文物|体育|教体/,
    words: ["文旅", "文化旅游", "文化和旅游", "文广旅"],
  },
  {
    name: "自然资源",
    inAgency: /自然资源|国土|规划|海洋|林业|测绘|不动产|自规/,
    words: ["自然资源", "国土资源", "自然资源和规划"],
  },
  { name: "生态环境", inAgency: /生态|环境保护|环保|环境/, words: ["生态环境", "环保"] },
  { name: "退役军人", inAgency: /退役军人|双拥/, words: ["退役军人事务", "退役军人"] },
  { name: "医保", inAgency: /医疗保障|医保|人力资源|人社/, words: ["医保", "医疗保障"] },
  { name: "林业", inAgency: /林业|林草|农林|园林|绿化|草原|森林|自然资源|林长/, words: ["林业", "林草", "林业和草原"] },
  { name: "税务", inAgency: /税务|国税|地税|财税/, words: ["税务"] },
  { name: "科技", inAgency: /科技|科学技术|科委|科工|教科|科信|经科/, words: ["科技"] },
  { name: "城管", inAgency: /城市管理|城管|住房|城乡建设|住建|综合执法|行政执法|市容|城市综合/, words: ["城管", "城市管理"] },
  { name: "信访", inAgency: /信访/, words: ["信访"] },
  { name: "供销", inAgency: /供销/, words: ["供销"] },
  { name: "残联", inAgency: /残疾人|残联/, words: ["残联"] },
  { name: "国资", inAgency: /国有资产|国资|财政/, words: ["国资"] },
  { name: "烟草", inAgency: /烟草/, words: ["烟草"] },
  { name: "邮政", inAgency: /邮政/, words: ["邮政管理"] },
  { name: "民宗", inAgency: /民族|宗教|民宗/, words: ["民宗", "民族宗教"] },
  { name: "档案", inAgency: /档案/, words: ["档案"] },
];

/** Every short name of a line of work, longest first, for a regular expression. */
export const LINE_WORDS: readonly string[] = LINES.flatMap(({ words }) => words).toSorted((a, b) => b.length - a.length);

/** Agencies that have several lines of work without naming them. */
const MANY_LINES = /社会事业|社会发展|社会事务|公共事务|公共服务|综合|审批|政务服务|机关事务|党政|管理委员会|管委会/;

/**
 * The lines of work the name of an agency tells: 商务和经济合作局 has 商务 among others. Empty when it tells none (镇人民政府) or
 * does not tell all (社会事业局).
 */
export function linesOfAgency(agency: string): readonly string[] {
  if (MANY_LINES.test(agency)) return [];
  return LINES.filter(({ inAgency }) => inAgency.test(agency)).map(({ name }) => name);
}

/** The line of work a short name stands for: 人社, 卫生健康. */
export function lineOfWord(word: string): string | null {
  return LINES.find(({ words }) => words.includes(word))?.name ?? null;
}
