import { DIVISIONS_DATA } from "./divisions-data.js";

/** Divisions made or renamed since the list, and those abolished since 2010 that old reports still name (民政部 notices, from memory). */
const OTHER_YEARS =
  "崇文区 宣武区 密云县 延庆县 静海县 宁河县 蓟县 塘沽区 汉沽区 大港区 闸北区 卢湾区 南汇区 崇明县 綦江县 大足县 璧山县 铜梁县 潼南县 荣昌县 开县 梁平县 武隆县 万盛区 双桥区 " +
  "沧浪区 平江区 金阊区 吴江市 白下区 下关区 溧水县 高淳县 楚州区 淮阴区 清浦区 清河区 清江浦区 洪泽县 通州市 海门市 海门区 港闸区 九里区 铜山县 赣榆县 大丰市 金坛市 武进市 北塘区 崇安区 南长区 维扬区 江都市 泗阳县 戚墅堰区 姜堰市 " +
  "江东区 奉化市 富阳市 临安市 余杭市 萧山市 绍兴县 上虞市 洞头县 龙湾区 江干区 下城区 龙港市 " +
  "动力区 太平区 阿城市 双城市 呼兰县 香坊区 上甘岭区 西林区 翠峦区 新青区 美溪区 金山屯区 五营区 乌马河区 汤旺河区 带岭区 乌伊岭区 红星区 南岔区 嘉荫县 " +
  "莱芜市 莱城区 章丘市 济阳县 长清县 胶南市 即墨市 文登市 兖州市 陵县 定陶县 垦利县 沾化县 蓬莱市 长岛县 市中区 " +
  "双流县 郫县 新津县 温江县 龙泉驿县 彭山县 安县 达县 名山县 罗江县 会理县 射洪县 隆昌县 马尔康县 康定县 户县 高陵县 长安县 横山县 安塞县 南郑县 华县 靖边县 神木县 子长县 彬县 旬阳县 陕县 许昌县 开封县 祥符区 偃师市 孟津县 吉利区 淮阳县 长垣县 新郑县 郾城县 " +
  "望城县 宁乡县 株洲县 祁阳县 望江县 新建县 湾里区 星子县 庐山区 九江县 赣县 广丰县 上饶县 东乡县 玉山县 广昌县 余江县 龙南县 柴桑区 芜湖县 繁昌县 三山区 当涂县 潜山县 无为县 广德县 居巢区 庐江县 铜陵县 狮子山区 铜官山区 " +
  "长乐市 龙海市 长泰县 建阳市 永定县 梅列区 三元区 沙县 萝岗区 从化市 增城市 清新县 潮安县 揭东县 梅县 阳东县 云安县 高要市 斗门县 番禺市 花都市 " +
  "邕宁县 武鸣县 柳江县 临桂县 宜州市 平果县 靖西县 荔浦县 横县 蝶山区 万秀区 苍梧县 八步区 呈贡县 晋宁县 马龙县 沾益县 江川县 澄江县 香格里拉县 泸水县 腾冲县 弥勒县 蒙自县 文山县 水富县 宣威县 禄丰县 " +
  "盘县 黔西县 兴仁县 遵义县 平坝县 万山特区 小河区 乐都县 平安县 玉树县 同仁县 玛沁县 堆龙德庆县 达孜县 林芝县 昌都县 乃东县 日喀则市 那曲县 米林市 错那市 米林县 错那县 儋州市 白杨市 新星市 胡杨河市 双河市 可克达拉市 昆玉市 铁门关市 北屯市 和康县 和安县 " +
  "藁城市 鹿泉市 栾城县 徐水县 清苑县 满城县 抚宁县 宣化县 宣化区 崇礼县 万全县 冀州市 肥乡县 永年县 丰润县 滦县 平泉县 桥东区 邢台县 任县 南和县 霸州县 城区 矿区 南郊区 大同县 长治县 屯留县 潞城市 郊区 怀仁县 太谷县 襄垣县 " +
  "东陵区 新城子区 辽中县 普兰店市 大洼县 九台市 双阳县 公主岭市 梅河口市 东宁县 抚远县 漠河县 嫩江县 同江县 瀍河区 凤翔县 万宁县 黔江县 临平区 钱塘区 山阳区 襄都区 信都区 桃源区 前锋区 恩阳区 定日县 两江新区 西咸新区 " +
  // zones that call themselves 区 and govern like one
  "大通湖区 屈原区 西洞庭区 回龙圩区 临港区 洋浦区 大榭区 东疆区";

interface Divisions {
  readonly provinces: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
  readonly counties: ReadonlySet<string>;
}

let loaded: Divisions | null = null;

/** The list, taken apart when it is first asked for. */
function divisions(): Divisions {
  if (loaded) return loaded;
  const provinces = new Set<string>();
  const cities = new Set<string>();
  const counties = new Set(OTHER_YEARS.split(" "));
  for (const line of DIVISIONS_DATA.trim().split("\n")) {
    const [province = "", ...groups] = line.split("|");
    provinces.add(province);
    for (const group of groups) {
      const [city = "", ...below] = group.split(" ");
      if (city !== "") cities.add(city);
      for (const county of below) counties.add(county);
    }
  }
  loaded = { provinces, cities, counties };
  return loaded;
}

/** True for the full name of a province, city, county or district, of today or of the last fifteen years. */
export function isDivision(name: string): boolean {
  const { provinces, cities, counties } = divisions();
  return provinces.has(name) || cities.has(name) || counties.has(name);
}

/** True for a county, district, county-level city or banner. */
export function isCounty(name: string): boolean {
  return divisions().counties.has(name);
}

const LONGEST_NAME = 15;

/** The names of divisions a name of an agency begins with, from the top down: 威海市, 文登区. */
export function leadingDivisions(agency: string): { readonly divisions: readonly string[]; readonly rest: string } {
  const found: string[] = [];
  let rest = agency;
  for (let level = 0; level < 3; level++) {
    const length = leadingLength(rest);
    if (length === 0) break;
    found.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return { divisions: found, rest };
}

function leadingLength(text: string): number {
  for (let length = Math.min(LONGEST_NAME, text.length); length >= 2; length--) {
    if (isDivision(text.slice(0, length))) return length;
  }
  return 0;
}

const CLAIMED_PLACE = /^([\u4e00-\u9fa5]{1,9}?(?:自治州|自治县|自治旗|[市县区]))(?!场|镇|乡|街道|村|社区|办事处|[市县区])/;
/** Zones, towns and communities are not on the list, and nobody can say from it that they do not exist. */
const NOT_LISTED =
  /(?:开发|新|管理|示范|试验|实验|合作|产业|工业|园|技术|保税|度假|风景|名胜|景|港|功能|投资|林|矿|垦|社|校|库|灌|城|街|片|生态|特|军|辖|地|农场|集聚|集中|物流|商务|旅游|自贸|保护|枢纽|大学|大湾|高新|经开|经济|化工|全|本|我|各)区$|^市区$|(?:城|超|夜|都|集|门|上|县|区|股|全|各|本|我)市$|[全各本我]县$/;

/** The place a name of an agency claims that is on no list: 漯河回族区. Null when the name claims none or nothing can be said. */
export function unknownDivision(agency: string): string | null {
  // 第八师石河子市: a division of 新疆生产建设兵团 stands before the city it governs.
  const { divisions: known, rest } = leadingDivisions(
    agency.replace(/^(?:新疆生产建设)?(?:兵团)?第[一二三四五六七八九十]{1,3}师/, ""),
  );
  const claimed = CLAIMED_PLACE.exec(rest)?.[1];
  if (claimed === undefined || NOT_LISTED.test(claimed)) return null;
  if (/[局委厅办院会部处的]/.test(claimed) || isDivision(claimed) || isDivision(`${claimed}市`)) return null;
  return isShortened(claimed) ? null : `${known.join("")}${claimed}`;
}

/** 漯河源汇区: a city without its 市 and then a district of the list is a short form, not an unknown place. */
function isShortened(claimed: string): boolean {
  for (let at = 2; at <= claimed.length - 2; at++) {
    const lead = claimed.slice(0, at);
    const isPlace = ["市", "县", "区", "省", "州", "地区", "盟", "自治区", "自治州"].some((kind) => isDivision(lead + kind));
    if (isPlace && isDivision(claimed.slice(at))) return true;
  }
  return false;
}
