import type { PlainDate } from "../law/plain-date.js";
import type { CaseFile } from "../register/case-file.js";
import { caseState } from "../register/case-state.js";
import { receiptDay } from "../register/receipt-day.js";
import type { TableForm } from "../report/format.js";
import { type Doubt, doubt } from "./tally-result.js";

/** What a tally needs of a request: its column, the day it came in, and the row and day it ended. */
export interface CaseCourse {
  readonly id: string;
  readonly agencyId: string;
  readonly letterId: string;
  /** The kind of requester; the ids are those of the columns. */
  readonly column: string;
  /** Null: not yet received in law, so not counted. */
  readonly receivedOn: PlainDate | null;
  readonly closing: { readonly on: PlainDate; readonly row: string } | null;
  readonly doubts: readonly Doubt[];
}

/** The row of a table for an outcome; the edition of 2019 has one row for all of （六）其他处理. Null where the form has none. */
export function rowOfOutcome(form: TableForm, outcome: string): string | null {
  const has = (id: string): boolean => form.rows.some((row) => row.id === id);
  if (has(outcome)) return outcome;
  const group = outcome.split(".")[0] ?? "";
  return has(group) ? group : null;
}

/** The course of a request as it was known at an instant. One request has one result, the first act that ended it. */
export function caseCourse(file: CaseFile, form: TableForm, asOf: string): CaseCourse {
  const { request } = file;
  const state = caseState(file, asOf);
  const doubts: Doubt[] = [];
  const closing = closingOf(state.closing, form, request.id, doubts);
  const lawful = receiptDay(state);
  let receivedOn = lawful;
  // A request that was handled had come in, whatever was confirmed or not: else it would be settled without ever being received.
  if (closing !== null && (lawful === null || lawful > closing.on)) {
    receivedOn = closing.on;
    doubts.push(doubt(request.id, "receivedAfterClosing", {}));
  }
  // Of what nobody had written down by the instant nothing is said either.
  if (receivedOn === null && state.receivedOn !== null) doubts.push(doubt(request.id, "notReceived", {}));
  return {
    id: request.id,
    agencyId: request.agencyId,
    letterId: request.letterId,
    column: request.requester.kind,
    receivedOn,
    closing,
    doubts,
  };
}

function closingOf(
  closing: { readonly on: PlainDate; readonly outcome: string } | null,
  form: TableForm,
  id: string,
  doubts: Doubt[],
): CaseCourse["closing"] {
  if (closing === null) return null;
  const row = rowOfOutcome(form, closing.outcome);
  if (row !== null) return { on: closing.on, row };
  doubts.push(doubt(id, "unknownOutcome", { outcome: closing.outcome }));
  return null;
}
