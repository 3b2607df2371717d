import type { YearFigures } from "../../report/public-report.js";

/** A figure of a year's report as a column. */
export interface FigureColumn {
  /** In the data, for ever. */
  readonly id: string;
  readonly name: string;
  readonly of: (year: YearFigures) => number | null;
}

/** What belongs in one picture. */
export interface FigureGroup {
  readonly id: "requests" | "outcomes" | "reviews";
  readonly title: string;
  readonly columns: readonly FigureColumn[];
  /** Whether the columns are parts of one whole. */
  readonly isWhole: boolean;
}

/** What was received, how it was answered, what became of reviews: the figures of table three and four that pictures and data show. */
export const FIGURE_GROUPS: readonly FigureGroup[] = [
  {
    id: "requests",
    title: "收到的申请",
    isWhole: false,
    columns: [
      { id: "carried_in", name: "上年结转", of: ({ carriedIn }) => carriedIn },
      { id: "received", name: "本年新收", of: ({ received }) => received },
      { id: "carried_out", name: "结转下年", of: ({ carriedOut }) => carriedOut },
    ],
  },
  {
    id: "outcomes",
    title: "怎样答复",
    isWhole: true,
    columns: [
      { id: "granted", name: "予以公开", of: ({ outcomes }) => outcomes.granted },
      { id: "partial", name: "部分公开", of: ({ outcomes }) => outcomes.partial },
      { id: "denied", name: "不予公开", of: ({ outcomes }) => outcomes.denied },
      { id: "cannot_provide", name: "无法提供", of: ({ outcomes }) => outcomes.cannotProvide },
      { id: "not_processed", name: "不予处理", of: ({ outcomes }) => outcomes.notProcessed },
      { id: "other", name: "其他处理", of: ({ outcomes }) => outcomes.other },
    ],
  },
  {
    id: "reviews",
    title: "行政复议和行政诉讼",
    isWhole: false,
    columns: [
      { id: "reconsiderations", name: "复议", of: ({ reconsiderations }) => reconsiderations.total },
      { id: "reconsiderations_corrected", name: "其中纠正", of: ({ reconsiderations }) => reconsiderations.corrected },
      { id: "lawsuits_direct", name: "未经复议直接起诉", of: ({ directLawsuits }) => directLawsuits.total },
      { id: "lawsuits_after_reconsideration", name: "复议后起诉", of: ({ laterLawsuits }) => laterLawsuits.total },
    ],
  },
];
