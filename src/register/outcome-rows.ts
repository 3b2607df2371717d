import type { Basis } from "./basis.js";
import { article } from "./basis.js";

/** A row of 三、本年度办理结果 of table three. The ids are those of the form (report/formats). */
export interface OutcomeRow {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly basis: readonly Basis[];
}

const row = (id: string, group: string, label: string, ...places: readonly string[]): OutcomeRow => ({
  id,
  group,
  label,
  basis: places.map(article),
});

export const NO_CORRECTION = "other.no_correction";
export const NO_PAYMENT = "other.no_payment";
/** A request that its maker takes back is counted under （六）3.其他, as published reports say of themselves. */
export const WITHDRAWN = "other.misc";

/** Every row a case can end in, in printed order. */
export const OUTCOME_ROWS: readonly OutcomeRow[] = [
  row("granted", "（一）予以公开", "予以公开", "第三十六条第一项", "第三十六条第二项"),
  row("partial", "（二）部分公开", "部分公开", "第三十七条"),
  row("denied.state_secret", "（三）不予公开", "属于国家秘密", "第十四条"),
  row("denied.other_law", "（三）不予公开", "其他法律行政法规禁止公开", "第十四条"),
  row("denied.three_safety", "（三）不予公开", "危及“三安全一稳定”", "第十四条"),
  row("denied.third_party", "（三）不予公开", "保护第三方合法权益", "第十五条", "第三十二条"),
  row("denied.internal", "（三）不予公开", "属于三类内部事务信息", "第十六条第一款"),
  row("denied.process", "（三）不予公开", "属于四类过程性信息", "第十六条第二款"),
  row("denied.enforcement_file", "（三）不予公开", "属于行政执法案卷", "第十六条第二款"),
  row("denied.admin_query", "（三）不予公开", "属于行政查询事项", "第三十六条第七项"),
  row("unable.not_held", "（四）无法提供", "本机关不掌握相关政府信息", "第三十六条第四项", "第三十六条第五项"),
  row("unable.need_create", "（四）无法提供", "没有现成信息需要另行制作", "第三十八条"),
  row("unable.unclear", "（四）无法提供", "补正后申请内容仍不明确", "第三十条"),
  row("rejected.petition", "（五）不予处理", "信访举报投诉类申请", "第三十九条第一款"),
  row("rejected.repeat", "（五）不予处理", "重复申请", "第三十六条第六项"),
  row("rejected.publication", "（五）不予处理", "要求提供公开出版物", "第三十九条第二款"),
  row("rejected.massive", "（五）不予处理", "无正当理由大量反复申请", "第三十五条"),
  row("rejected.reissue", "（五）不予处理", "要求行政机关确认或重新出具已获取信息"),
  row(NO_CORRECTION, "（六）其他处理", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "第三十条"),
  row(NO_PAYMENT, "（六）其他处理", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "第四十二条"),
  row(WITHDRAWN, "（六）其他处理", "其他"),
];

const BY_ID: ReadonlyMap<string, OutcomeRow> = new Map(OUTCOME_ROWS.map((one) => [one.id, one]));

/** The row with this id, or null. */
export function outcomeRow(id: string): OutcomeRow | null {
  return BY_ID.get(id) ?? null;
}
