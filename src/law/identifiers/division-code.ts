/** The first two digits of codes of administrative divisions (GB/T 2260); with them begin identity numbers, credit codes and site codes. */
export const PROVINCE_CODES: ReadonlyMap<string, string> = new Map([
  ["11", "北京市"],
  ["12", "天津市"],
  ["13", "河北省"],
  ["14", "山西省"],
  ["15", "内蒙古自治区"],
  ["21", "辽宁省"],
  ["22", "吉林省"],
  ["23", "黑龙江省"],
  ["31", "上海市"],
  ["32", "江苏省"],
  ["33", "浙江省"],
  ["34", "安徽省"],
  ["35", "福建省"],
  ["36", "江西省"],
  ["37", "山东省"],
  ["41", "河南省"],
  ["42", "湖北省"],
  ["43", "湖南省"],
  ["44", "广东省"],
  ["45", "广西壮族自治区"],
  ["46", "海南省"],
  ["50", "重庆市"],
  ["51", "四川省"],
  ["52", "贵州省"],
  ["53", "云南省"],
  ["54", "西藏自治区"],
  ["61", "陕西省"],
  ["62", "甘肃省"],
  ["63", "青海省"],
  ["64", "宁夏回族自治区"],
  ["65", "新疆维吾尔自治区"],
  ["71", "台湾省"],
  ["81", "香港特别行政区"],
  ["82", "澳门特别行政区"],
]);

export type DivisionLevel = "province" | "city" | "county" | "town" | "village";

/** A code taken apart: six digits down to the county (GB/T 2260), nine to the town (GB/T 10114), twelve to the village. */
export interface DivisionCode {
  readonly code: string;
  readonly level: DivisionLevel;
  readonly province: string;
  /** The code of the division above, as long as this one's kind is written; null for a province. */
  readonly parent: string | null;
}

const CODE = /^(\d{2})(\d{2})(\d{2})(?:(\d{3})(\d{3})?)?$/;

/**
 * A plausible code, or null. Only the province is looked up: codes below it change every year, and identity numbers keep those of the past.
 * A level that is empty (00) may have nothing below it.
 */
export function divisionCode(text: string): DivisionCode | null {
  const match = CODE.exec(text);
  const province = PROVINCE_CODES.get(text.slice(0, 2));
  if (match === null || province === undefined) return null;
  const [, first = "", city = "", county = "", town, village] = match;
  if (city === "00" && county !== "00") return null;
  if (town !== undefined && town !== "000" && county === "00") return null;
  if (village !== undefined && village !== "000" && town === "000") return null;
  if (village !== undefined && village !== "000") return { code: text, level: "village", province, parent: text.slice(0, 9) };
  if (town !== undefined && town !== "000") return { code: text, level: "town", province, parent: text.slice(0, 6) };
  if (county !== "00") return { code: text, level: "county", province, parent: `${first}${city}00` };
  if (city !== "00") return { code: text, level: "city", province, parent: `${first}0000` };
  return { code: text, level: "province", province, parent: null };
}
