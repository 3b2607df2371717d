import { fillMessage, type MessageData } from "../document/message.js";
import type { PlainDate } from "../law/plain-date.js";
import type { MoneyUnit } from "../report/cell.js";
import type { CellAddress } from "../report/format.js";

/** Why a cell stays blank: nobody entered what it is counted from, and a blank is never a 0. */
const BLANK_REASONS = {
  monthsMissing: "{agencies}：{months}没有填报。",
  notEntered: "{agencies}：没有填报。",
  memberBlank: "下列机关的这一格空白：{agencies}。",
} as const;
export type BlankReasonId = keyof typeof BLANK_REASONS;

export interface BlankReason {
  readonly reasonId: BlankReasonId;
  readonly message: string;
}

/** Makes the reason for a blank; the data it needs follow from its wording. */
export function blankReason<Id extends BlankReasonId>(reasonId: Id, data: MessageData<(typeof BLANK_REASONS)[Id]>): BlankReason {
  return { reasonId, message: fillMessage(BLANK_REASONS[reasonId], data) };
}

/** One cell of the form: its value and the records it is counted from. */
export interface TalliedCell extends CellAddress {
  /** Null is a blank. */
  readonly value: number | null;
  /**
   * The ids of requests, proceedings, documents (`documentId`) or entries of figures, in a steady order. For an area only those of
   * 结转下年度继续办理, which open the books of the next year; the others are asked for cell by cell.
   */
  readonly records: readonly string[];
  readonly unit?: MoneyUnit;
  /** Set when the value is null. */
  readonly blank?: BlankReason;
}

/** Why a record of the register stands in no cell, or stands in one for a reason a person should know. */
const DOUBTS = {
  notReceived: "尚未与申请人双方确认，依法还没有收到之日（第三十一条），未计入。",
  receivedAfterClosing: "收到之日晚于办结之日，按办结之日计为收到。",
  unknownOutcome: "办理结果“{outcome}”不是表三中的一项，按尚未办结计。",
  reportedBefore: "上年报告已计为办结，本年不再计入；现台账与上年报告不同，请更正上年报告。",
  reportedLate: "属于上年，但上年报告定稿时尚未登记，计入本年。",
  decidedLate: "上年报告计为结转，台账现为上年已办结，办理结果计入本年。",
  missing: "上年报告计为结转，台账中没有这一件，按尚未办结计。",
  coDefendant: "本机关只是作为复议机关的共同被告，不计入（国办公开办函〔2016〕201号）。",
  noRoute: "没有写明是直接起诉还是复议后起诉，未计入。",
  notFiled: "没有提起的日期，未计入。",
  unknownColumn: "申请人类别“{column}”不是表三中的一栏，未计入。",
} as const;
export type DoubtId = keyof typeof DOUBTS;

/** Something about one record that a person should look at. */
export interface Doubt {
  readonly record: string;
  readonly doubtId: DoubtId;
  readonly message: string;
}

/** Makes a doubt about a record. */
export function doubt<Id extends DoubtId>(record: string, doubtId: Id, data: MessageData<(typeof DOUBTS)[Id]>): Doubt {
  return { record, doubtId, message: fillMessage(DOUBTS[doubtId], data) };
}

/** A figure that last year's report hands on and the register counts otherwise. It must be explained before the report is frozen. */
export interface OpeningDifference extends CellAddress {
  /** The agency whose report of last year it is. */
  readonly agencyId: string;
  readonly reported: number;
  readonly ledger: number;
  /** The records that make the difference, where they are known. */
  readonly records: readonly string[];
  /** Which of the two is printed. */
  readonly printed: "reported" | "ledger";
  readonly explanation: string | null;
}

/** 一事一申请: both counts of what came in, letters and pieces (件). Tables count pieces. */
export interface LettersAndPieces {
  readonly letters: number;
  readonly pieces: number;
}

/** The tables of a report as the register gives them: plain data, so that it can be stored and hashed as it is. */
export interface TallyResult {
  /** The id of the statutory format. */
  readonly format: string;
  /** The agency whose report it is. */
  readonly agencyId: string;
  /** Every agency whose records are counted: itself, those it succeeded, those below a government. */
  readonly countedAgencies: readonly string[];
  readonly year: number;
  /** Counted to this day: 31 December, or an earlier day ("if the year ended today"). */
  readonly until: PlainDate;
  /** Only what was recorded by this instant counts. */
  readonly asOf: string;
  /** Every cell of the format, in printed order. */
  readonly cells: readonly TalliedCell[];
  readonly received: LettersAndPieces;
  /** The proceedings in table four that were brought before the year began. */
  readonly carriedProceedings: readonly string[];
  readonly openingDifferences: readonly OpeningDifference[];
  readonly doubts: readonly Doubt[];
  /** For an area, whose cells hold numbers without ids: how far the log of each agency went. It proves from what they were counted. */
  readonly logEnds?: readonly LogEnd[];
}

/** The end of an agency's log at the instant of a tally. */
export interface LogEnd {
  readonly agencyId: string;
  readonly length: number;
  readonly hash: string;
}

/** A tally without the ids of its records, but for what it carries forward: what an edition of a whole area holds. */
export function inNumbers(tally: TallyResult): TallyResult {
  const isHandedOn = ({ table, row, column }: CellAddress): boolean =>
    table === "requests" && row === "carried_out" && column !== "total";
  return {
    ...tally,
    cells: tally.cells.map((cell) => (isHandedOn(cell) ? cell : { ...cell, records: [] })),
    openingDifferences: tally.openingDifferences.map((difference) => ({ ...difference, records: [] })),
  };
}

/** The cell at an address; undefined where the format has none. */
export function talliedCell(result: TallyResult, { table, row, column }: CellAddress): TalliedCell | undefined {
  return result.cells.find((cell) => cell.table === table && cell.row === row && cell.column === column);
}

/** The value at an address; null for a blank. */
export function talliedValue(result: TallyResult, address: CellAddress): number | null {
  return talliedCell(result, address)?.value ?? null;
}

/** Says of each record which cells it stands in, totals included. */
export function cellsByRecord(result: TallyResult): Map<string, CellAddress[]> {
  const byRecord = new Map<string, CellAddress[]>();
  for (const { table, row, column, records } of result.cells) {
    for (const record of records) {
      const cells = byRecord.get(record) ?? [];
      cells.push({ table, row, column });
      byRecord.set(record, cells);
    }
  }
  return byRecord;
}
