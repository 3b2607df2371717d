import type { CaseFile } from "../../register/case-file.js";
import type { Writing } from "../write.js";
import { newCourse } from "./case-course-store.js";
import { caseRow, eventRow, type NewCase, numbered } from "./case-store.js";
import { newSummary } from "./case-summary-store.js";

/**
 * Opens the file of a request that is not there, in a letter of its own, with nothing to be read again in the transaction: file, events and
 * what is kept of them go out in its last statement. The caller has looked behind the lock of the chain that neither is there.
 */
export async function addNewCase(writing: Writing, { request, events }: NewCase): Promise<CaseFile[]> {
  if (request.agencyId !== writing.chain) throw new Error("A case is written in the chain of its agency.");
  const file = { request, events: numbered(writing, events, 0), version: events.length };
  writing.addLast("case_file", [await caseRow(writing, request)]);
  writing.addLast(
    "case_event",
    file.events.map((event) => eventRow(writing, request.id, event)),
  );
  writing.last(newCourse(file));
  writing.last(newSummary(file));
  return [file];
}
