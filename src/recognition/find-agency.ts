import type { Passage, Told } from "../report/report.js";
import { foldedText, stretchOf } from "./folded-text.js";

/** The last word of the name of an administrative organ, or of a body that reports like one. */
const KIND =
  "(?:人民政府|办公室|办公厅|街道办事处|办事处|管理委员会|管委会|委员会|科委|发改委|卫健委|监委|工委|局|厅|部|署|院|中心|大队|支队|总队|调查队|分局|所|站|处|社|行|公司|集团|联合会|学校|大学|学院|街道|镇|乡|区|县|市|政府|办|委)";
const NAME = `[\\p{Script=Han}()（）·]{1,30}?${KIND}`;
const YEAR = "(?:(?:19|20)\\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})年?(?:度)?";

const told = (passage: Passage, folded: ReturnType<typeof foldedText>, at: number, value: string): Told<string> => ({
  value,
  passage,
  ...stretchOf(folded, at, value.length),
});

const TAIL = /(?:政府|政务)?(?:信息|政务)(?:与政务)?公开|(?:年度|年)(?:工作)?报告/;

/** The agency named in the title, before or after the year; null when the title names none. */
export function agencyOfTitle(title: Passage): Told<string> | null {
  const folded = foldedText(title.text);
  const year = new RegExp(YEAR).exec(folded.text);
  const before = year ? folded.text.slice(0, year.index) : folded.text;
  const lead = /^(?:关于|《|\[.*?\])*/.exec(before)?.[0].length ?? 0;
  const first = nameUpTo(before.slice(lead));
  if (first !== "") return told(title, folded, lead, first);
  if (!year) return null;
  const at = year.index + year[0].length;
  const behind = folded.text.slice(at);
  const second = TAIL.test(behind) ? nameUpTo(behind) : "";
  return second === "" ? null : told(title, folded, at, second);
}

/** The name at the beginning of a text, up to the words on disclosure. 「人民政府信息公开」 ends with 政府, 「镇政府信息公开」 does not tell. */
function nameUpTo(text: string): string {
  const tail = TAIL.exec(text);
  if (!tail) {
    const name = text.replace(/关于$/, "");
    return name.length >= 2 && name.length <= 40 ? name : "";
  }
  const name = text.slice(0, tail.index);
  if (name.endsWith("人民") && tail[0].startsWith("政府")) return `${name}政府`;
  return name.length >= 2 && !/^(?:度|年)/.test(name) ? name : "";
}

/** The bare word for an area or a body is no name behind which a sentence may begin: 「…，泗阳县坚持…」. */
const ORGAN =
  "(?:人民政府|政府|办公室|办公厅|办事处|管理委员会|管委会|委员会|科委|发改委|卫健委|局|厅|法院|检察院|公司|集团|联合会|学校|大学|学院)";
const SUBJECT = `[\\p{Script=Han}()·]{1,30}?${ORGAN}`;

const SELF: readonly RegExp[] = [
  new RegExp(`由(${NAME})(?:负责|组织|具体)?(?:编制|编写|编辑|起草)`, "u"),
  new RegExp(`(?:现公布|现将|公布|现发布|发布|编制(?:了)?|向社会公开|现就)《?(${NAME})(?:关于)?${YEAR}`, "u"),
  new RegExp(`(?:^|[。,:])(?:现将)?(${NAME})${YEAR}(?:政府信息|信息公开|政务公开)`, "u"),
  new RegExp(`(?:与|向)(${NAME})(?:政务公开|信息公开)?(?:办公室|综合科|科|股)?联系`, "u"),
  new RegExp(
    `^(?:.{0,3}(?:(?:19|20)\\d{2})年?(?:度)?(?:以来)?,?)?(${SUBJECT})(?:政府信息公开工作)?(?:在|以|认真|严格|深入|坚持|高度重视|积极|全面|切实|始终|紧紧|紧密|持续|围绕|不断|按照|依据|根据|主动|扎实|通过)`,
    "u",
  ),
  new RegExp(`,(${SUBJECT})(?:认真(?:贯彻|落实)|严格(?:按照|执行|落实)|深入贯彻|高度重视)`, "u"),
];

/** Words that speak of an organ without naming it, or name none. */
const NO_NAME =
  /^(?:我|本|各|全|该|其|上级|相关|有关|区委|县委|市委|省委|党委|党中央|国务院|以|在|对|为|由|将|从|向|按|根据|结合|围绕|通过|年|中华人民共和国)|人大|政协|条例/;

/** The agency as the report names itself: 「由…编制」, 「现公布…2020年」, the subject of the first sentences. */
export function agencyOfBody(passages: readonly Passage[]): Told<string> | null {
  for (const pattern of SELF) {
    for (const passage of passages) {
      const folded = foldedText(passage.text);
      const match = pattern.exec(folded.text);
      const name = match?.[1];
      if (!match || name === undefined || NO_NAME.test(name) || name.length < 3) continue;
      return told(passage, folded, match.index + match[0].indexOf(name), name);
    }
  }
  return null;
}

const SIGNATURE = /^\p{Script=Han}[\p{Script=Han}()·]{1,30}$/u;
const ENDS_LIKE_ORGAN = new RegExp(`${KIND}$`);

/** The agency a line of the sign-off consists of; the date may stand behind it. */
export function agencyOfSignOff(passage: Passage, dateStart: number | null): Told<string> | null {
  const folded = foldedText(passage.text);
  const end = dateStart === null ? folded.text.length : folded.offsets.findIndex((offset) => offset >= dateStart);
  const name = folded.text
    .slice(0, end < 0 ? folded.text.length : end)
    .replace(/^(?:落款|单位|发布机构)[:：]/, "")
    .replace(/\((?:盖章|章|印章)\)$/, "");
  if (!SIGNATURE.test(name) || !ENDS_LIKE_ORGAN.test(name)) return null;
  return told(passage, folded, folded.text.indexOf(name), name);
}
