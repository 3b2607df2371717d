import { isCounty, leadingDivisions } from "./divisions.js";
import { linesOfAgency } from "./lines-of-work.js";
import { reportingOrgan } from "./report-deadline.js";

/** How two names of agencies stand to one another. */
export type NameRelation = "same" | "other-line" | "other-place" | "other-kind" | "unclear";

/** 市科委 in 上海市科学技术委员会: Chinese short names keep some signs of the full name, in order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const sign of long) if (sign === short.charAt(at)) at += 1;
  return at === short.length;
}

function withinEither(one: string, other: string): boolean {
  return one.length <= other.length ? isWithin(one, other) : isWithin(other, one);
}

const stem = (county: string): string => (county.length > 2 ? county.replace(/(?:自治县|[市县区旗])$/, "") : county);

/** The kind of organ where a name tells no line of work: a town is no bureau. */
function kindOf(name: string): string | null {
  const organ = reportingOrgan(name);
  if (organ !== "department") return organ;
  return linesOfAgency(name).length > 0 && /(?:局|委|委员会|厅)$/.test(name) ? "department" : null;
}

const TOWN =
  /^([\u4e00-\u9fa5]*?)(?:民族乡|镇|乡|街道|苏木)(?:人民政府|政府|(?:人民政府)?办事处|(?:人民政府)?(?:党政)?(?:综合)?办公室)?$/;

/** 江塘 in 太湖县江塘乡人民政府 once the county is taken off; null when the name is not of a town. */
const townOf = (rest: string): string | null => TOWN.exec(rest)?.[1] ?? null;

/**
 * Compares two names an agency goes by. 威海市文登区商务局, 文登区商务局, 区商务局 and 商务局 are the same; so are full and short names.
 * Only a line of work, a county or a kind of organ that is certainly another one is told as a difference.
 */
export function compareNames(one: string, other: string): NameRelation {
  if (withinEither(one, other)) return "same";
  const [first, second] = [leadingDivisions(one), leadingDivisions(other)];
  const counties = [first, second].map(({ divisions }) => divisions.filter(isCounty).map(stem));
  const [these = [], those = []] = counties;
  if (these.length > 0 && those.length > 0 && !these.some((county) => those.includes(county))) return "other-place";

  const rests = [first.rest, second.rest].map((rest) => rest.replace(/^[省市县区州旗]/, ""));
  const [rest = "", otherRest = ""] = rests;
  if (withinEither(rest, otherRest)) return "same";
  const [town, otherTown] = [townOf(rest), townOf(otherRest)];
  if (town !== null && otherTown !== null) return withinEither(town, otherTown) ? "unclear" : "other-place";
  const [lines, otherLines] = [linesOfAgency(rest), linesOfAgency(otherRest)];
  if (lines.length > 0 && otherLines.length > 0)
    return lines.some((line) => otherLines.includes(line)) ? "unclear" : "other-line";
  const [kind, otherKind] = [kindOf(one), kindOf(other)];
  return kind !== null && otherKind !== null && kind !== otherKind && [kind, otherKind].includes("department")
    ? "other-kind"
    : "unclear";
}
