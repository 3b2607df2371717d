import type { Channel } from "../register/info-request.js";

/** How many items were published in one column of the platform. */
export interface ColumnCount {
  readonly name: string;
  readonly items: number;
}

/** Proposals answered, and how many of those who made them were satisfied. */
export interface ProposalCount {
  readonly handled: number;
  readonly satisfied: number;
}

/** What the register counts of requests beyond the tables. */
export interface RequestFacts {
  readonly letters: number;
  /** New pieces by the channel they came by; channels nobody used are left out. */
  readonly byChannel: readonly { readonly channel: Channel; readonly pieces: number }[];
  /** Mean number of working days from receipt to the end of those settled in the year, to one decimal; null when there were none. */
  readonly meanWorkingDays: number | null;
  readonly extended: number;
}

/** 信息处理费 of the year (条例 第四十二条). Amounts in yuan. */
export interface FeeFacts {
  readonly notices: number;
  readonly paid: number;
  readonly paidYuan: number;
  readonly lapsed: number;
}

/**
 * What section one and section six are first drafted from. What the register does not hold is null: a person writes it then, it is
 * not taken to be nothing.
 */
export interface YearFacts {
  readonly requests: RequestFacts;
  readonly fees: FeeFacts;
  readonly published: readonly ColumnCount[] | null;
  readonly channels: readonly ColumnCount[] | null;
  readonly trainings: { readonly held: number; readonly people: number } | null;
  readonly proposals: { readonly congress: ProposalCount; readonly conference: ProposalCount } | null;
}
