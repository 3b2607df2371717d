import type { PlainDate } from "../law/plain-date.js";
import type { CaseCourse } from "../register/case-course.js";
import type { TableForm } from "../report/format.js";

/** A course as one form of the report reads it. */
export interface FormCourse {
  /** Null: not yet received in law, so not counted. */
  readonly receivedOn: PlainDate | null;
  readonly closing: { readonly on: PlainDate; readonly row: string } | null;
  /** What a person should know of it. */
  readonly because: readonly ("unknownOutcome" | "receivedAfterClosing" | "notReceived")[];
}

/** The row of a table for an outcome; the edition of 2019 has one row for all of （六）其他处理. Null where the form has none. */
function rowOfOutcome(form: TableForm, outcome: string): string | null {
  const has = (id: string): boolean => form.rows.some((row) => row.id === id);
  if (has(outcome)) return outcome;
  const group = outcome.split(".")[0] ?? "";
  return has(group) ? group : null;
}

/** When a request came in and by which row it left. One request has one result, the first act that ended it. */
export function courseInForm({ isRegistered, receivedOn: lawful, closedOn, outcome }: CaseCourse, form: TableForm): FormCourse {
  const because: FormCourse["because"][number][] = [];
  const row = outcome === null ? null : rowOfOutcome(form, outcome);
  if (outcome !== null && row === null) because.push("unknownOutcome");
  const closing = row === null || closedOn === null ? null : { on: closedOn, row };
  let receivedOn = lawful;
  // A request that was handled had come in, whatever was confirmed or not: else it would be settled without ever being received.
  if (closing !== null && (lawful === null || lawful > closing.on)) {
    receivedOn = closing.on;
    because.push("receivedAfterClosing");
  }
  // Of what nobody had written down by the instant nothing is said either.
  if (receivedOn === null && isRegistered) because.push("notReceived");
  return { receivedOn, closing, because };
}
