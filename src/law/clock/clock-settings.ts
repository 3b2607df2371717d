/**
 * What the Regulations leave open about counting. Each has a default, said in docs/law/clock.md; an agency whose local rule says otherwise sets it.
 */
export interface ClockSettings {
  /**
   * 第三十三条第三款 “所需时间不计算”: whether the time of a consultation begins when the letter is sent or when the other side has it.
   */
  readonly consultationBegins: "sent" | "received";
  /** Whether the day a consultation begins is itself still counted. */
  readonly countsFirstDayOfConsultation: boolean;
  /** Whether the day the opinion arrives is counted again. */
  readonly countsDayOfOpinion: boolean;
  /** Whether the days until the requester gives reasons (第三十五条) are excluded; the article does not say so. */
  readonly excludesAskingForReasons: boolean;
  /** After payment of the fee: the term anew from the day after (国办函〔2020〕109号, as understood), or what was left of it. */
  readonly afterPayment: "anew" | "resume";
  /** “延长的期限最长不得超过20个工作日”: once for the request, or once in each term that begins anew. */
  readonly extension: "once-per-request" | "once-per-term";
  /** A notice of 补正 after the seven working days, or a second one: the term runs on, or it begins anew with the answer all the same. */
  readonly untimelyClarification: "no-effect" | "restarts";
  /** The reply is given when it is served (posted, sent, handed over), or already when the decision is made. */
  readonly repliedWhen: "served" | "decided";
}

export const DEFAULT_CLOCK_SETTINGS: ClockSettings = {
  consultationBegins: "sent",
  countsFirstDayOfConsultation: true,
  countsDayOfOpinion: false,
  excludesAskingForReasons: false,
  afterPayment: "anew",
  extension: "once-per-request",
  untimelyClarification: "no-effect",
  repliedWhen: "served",
};
