/** What a claim of the narrative is about; each has its rows in the tables. */
export type Topic =
  | "received"
  | "answered"
  | "carriedIn"
  | "carriedOut"
  | Outcome
  | "review"
  | "suit"
  | "directSuit"
  | "suitAfterReview";

/** The six groups of results of table three. */
export type Outcome = "granted" | "partial" | "denied" | "unable" | "notProcessed" | "otherOutcome";

/** An information request as narratives name it. */
export const REQUEST =
  /(?:政府|政务)?信息(?:依申请)?公开(?:的)?(?:申请|事项申请)|依申请(?:政府|政务)?(?:信息)?公开|(?:政府|政务)信息依申请公开|公开申请|申请(?:政府|政务)?(?:信息)?公开|依申请/;

export const RECEIVED = /收到|受理|接收|接到|收办|新收|收件|登记/;
export const ANSWERED = /答复|办结|回复|办理|处理/;
export const BARE_REQUEST = /申请(?:数量|件数|总数|量|案件|事项|件)?(?:为|共|共计|合计|总计|达|有|是|:)*$|申请$/;

/** Words of other matters: a figure beside them is no count of information requests. */
export const OTHER_MATTER =
  /复议|诉讼|起诉|应诉|举报|信访件|投诉|咨询|救助|援助|补贴|专利|商标|登记申请|建议|提案|热线|来信|来电|来访|留言|问政|许可|审批|证照|撤回|补正|征求|案卷|培训|信箱|网民|问卷|意见|公示|主动公开|会商|会议|疑难|协助|协办|指导|审核|研判|复核|编制|文书|模板|范本|指南|制度|流程|规范|专栏|栏目|受理点|受理窗口|场所|查阅|设立|开设|设置|抽查|评查|案例/;

/** Words that make a count a part of the whole: a channel, a kind of applicant, a subject. */
export const PART_OF_REQUESTS =
  /其中|网上|网络|互联网|平台|系统|渠道|在线|线上|线下|信函|信件|邮寄|邮政|邮件|邮箱|当面|现场|窗口|传真|电子|通过|经由|自然人|个人|企业|科研|公益组织|律师|法律服务|含|包括|关于|涉及|类|重复|转办|转来|转交|交办|代办|牵头|移交|非本机关|逾期|按期|按时|到期|剩余|其余|另有|除|分别/;

/** 公民、法人和其他组织 names every applicant, not a part. */
export const EVERY_APPLICANT =
  /(?:公民、?法人(?:或者|或|和|及|以及|与)?(?:其他|其它)组织|自然人、?法人(?:或者|或|和|及|与)?(?:其他|其它|非法人)组织)(?:的|提出的?)?/g;

export const CARRIED_IN =
  /(?:上|去|前)一?年度?(?:度)?(?:未办结)?(?:的)?(?:结转|转结|转入|转来|接转)|结转(?:自)?(?:的)?(?:上|去)一?年/;
export const CARRIED_OUT =
  /(?:结转|转结|转|顺延|延续|延期|延|留|滚动|接转)(?:至|到|入|为|在|待)?(?:20\d\d年?度?|下|次|来|明)(?:一)?(?:个)?年?|下一?年度?(?:继续|再)?(?:办理|答复|处理)|跨年度?(?:办理|答复)/;

export const OUTCOMES: readonly (readonly [Outcome, RegExp])[] = [
  ["denied", /不予(?:以)?公开|不同意公开|决定不公开/],
  ["partial", /部分(?:予以|同意)?公开|予以部分公开|区分处理/],
  ["granted", /(?<!不|部分)予以公开|(?<!不|部分)同意公开|(?<!不)予以全部公开|全部公开|完全公开/],
  ["unable", /无法提供|不能提供|无法公开/],
  ["notProcessed", /不予处理|不予受理/],
  ["otherOutcome", /(?:其他|其它)(?:方式)?处理/],
];

/** The single results inside a group; beside 等 (因本机关不掌握等原因无法提供) the whole group is meant. */
export const SINGLE_RESULT =
  /国家秘密|禁止公开|三安全|第三方|内部事务|过程性|执法案卷|行政查询|不掌握|不存在|现成信息|另行制作|补正|信访|举报|重复申请|出版物|反复申请|重新出具|缴费|缴纳/;

/** Words that turn a count into a difference or an average. */
export const DIFFERENCE = /(?:增加|增长|增多|减少|下降|降低|上升|回落|多|少|较|比|同比|平均|人均|日均|超额)[^,;。]{0,6}$/;

const FULL_YEAR =
  /(?:20\d\d年)?1月1日(?:起|0时)?(?:至|到|—|-|–|~)+(?:20\d\d年)?12月31日(?:止)?|(?:截至|截止|截止到|截至到|至)?(?:20\d\d年)?12月31日|1(?:月)?(?:-|—|至|~)12月/g;
const COMPARISON = /(?:较|比|同比|与)(?:去年|上一?年)(?:度)?[^,;。]*/g;
const OTHER_PERIOD =
  /\d月|上半年|下半年|季度|去年|上一?年(?!度?(?:度)?(?:未办结的?)?(?:结转|转))|同期|往年|历年|历史|累计|近[两三五\d]年|以往|每年|前年|自[^,]{0,12}以来|开通以来|建[成立]以来|施行以来|实施以来/;

/** True when words before a figure put it into another period than the report year. */
export function isOtherPeriod(words: string, reportYear: number | null): boolean {
  if (!/[年月度期往史计来]/.test(words)) return false;
  const clauses = words.slice(words.lastIndexOf(";") + 1);
  const rest = clauses.replace(FULL_YEAR, "").replace(COMPARISON, "");
  if (OTHER_PERIOD.test(rest)) return true;
  const years = [...rest.matchAll(/(20\d\d)年/g)].map(([, year]) => Number(year));
  return years.length > 0 && (reportYear === null || years.at(-1) !== reportYear);
}
