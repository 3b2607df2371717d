import { isCounty, leadingDivisions } from "./divisions.js";

const STATE_COUNCIL =
  /^(?:国家|国务院|中国|中华人民共和国|全国|水利部|教育部|财政部|公安部|民政部|司法部|商务部|交通运输部|自然资源部|生态环境部|农业农村部|应急管理部)/;
const GOVERNMENT = /人民政府$|人民政府办公[厅室]$|政府办公[厅室]$/;
const BELOW = /(?:县|旗|镇|乡|街道|街道办事处|开发区|高新区|管理区|园区|新区|管委会|管理委员会)(?:人民政府)?(?:办公[厅室])?$/;
const DEPARTMENT = /(?:局|委员会|委|厅|院|中心|支队|大队|总队|队|处|站|所|社|办公室|协会|学校|分局)$/;

/**
 * True when the agency may make 规章, false when it certainly may not, null when its name does not tell.
 * 立法法 第九十一条、第九十三条: departments of the State Council; governments of provinces, of cities divided into districts and of autonomous prefectures.
 */
export function mayMakeRules(agency: string): boolean | null {
  if (STATE_COUNCIL.test(agency)) return true;
  const { divisions } = leadingDivisions(agency);
  const last = divisions.at(-1);
  if (BELOW.test(agency) && !/自治区(?:人民政府)?(?:办公厅)?$/.test(agency)) return false;
  if (GOVERNMENT.test(agency)) {
    if (/区人民政府/.test(agency) && !/自治区人民政府/.test(agency)) return false;
    return last === undefined ? null : !isCounty(last);
  }
  return DEPARTMENT.test(agency) ? false : null;
}
