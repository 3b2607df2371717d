/** What practice does differently from place to place and no national rule settles (facts marked so are settings, never law). */
export interface TallySettings {
  /**
   * Whether table four counts proceedings that were brought in an earlier year and concluded in this one, or are still pending.
   * Published reports mostly do: 「行政复议、行政诉讼数量含上年度结转数量」.
   */
  readonly countsCarriedProceedings: boolean;
  /** Whether a judgment that is appealed makes the case pending again: it is not in force until the appeal is decided. */
  readonly appealReopens: boolean;
  /** 对外公开总数量 of the 2019 edition: every document ever made public, or those of them that are in force. */
  readonly publicTotal: "ever-published" | "in-force";
  /** Rows of table two for which an agency has no power at all (无此项职权): 0 without any entry. */
  readonly withoutPower: readonly { readonly agencyId: string; readonly row: string }[];
}

export const DEFAULT_TALLY_SETTINGS: TallySettings = {
  countsCarriedProceedings: true,
  appealReopens: true,
  publicTotal: "ever-published",
  withoutPower: [],
};
