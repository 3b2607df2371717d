import { type LawOfDays, lawVersion } from "../../register/case-clock.js";
import { caseCourse, isSameCourse } from "../../register/case-course.js";
import type { CaseEventBody } from "../../register/case-event.js";
import type { CaseFile } from "../../register/case-file.js";
import { caseSummary } from "../../register/case-summary.js";
import type { Database } from "../database.js";
import { write } from "../write.js";
import type { NewEvent } from "./append-outcome.js";
import { changeCourse } from "./case-course-store.js";
import { withRequest } from "./case-file-row.js";
import { appendToCase, type CaseAppended, eventRow, numbered } from "./case-store.js";
import { changedSummary, courseOfSummary } from "./case-summary-store.js";

/** The file as it was just read, what is added to it, and how its days are counted. */
export interface FileAppend {
  readonly file: CaseFile;
  readonly events: readonly NewEvent<CaseEventBody>[];
  readonly law: LawOfDays;
}

/**
 * Adds events behind a file that was just read, with nothing left to be read while the chain is held: everything is worked out before, and
 * goes out in one statement. If somebody was faster, his event stands at that place of the file already (its primary key): then the file is
 * read again and the answer is that of `appendToCase`.
 */
export async function appendToFile(database: Database, append: FileAppend, recordedBy: string): Promise<CaseAppended> {
  const { file, events, law } = append;
  const { id: caseId, agencyId } = file.request;
  const atOnce = () => appendToCase(database, { caseId, version: file.version, events }, recordedBy);
  const longerAt = (recordedAt: string): CaseFile => {
    const added = numbered({ recordedAt, recordedBy }, events, file.version);
    return withRequest({ ...file, events: [...file.events, ...added], version: file.version + added.length });
  };
  const longer = longerAt(new Date().toISOString());
  // Who asks for what was corrected: that changes more than follows from the events.
  if (longer.request !== file.request) return atOnce();
  const summary = caseSummary(longer, law);
  const isCounted = file.events.length === 0 || !isSameCourse(caseCourse(file), caseCourse(longer));
  try {
    return await write(database, { chain: agencyId, recordedBy }, async (writing): Promise<CaseAppended> => {
      const written = longerAt(writing.recordedAt);
      const added = written.events.slice(file.version);
      if (isCounted) await changeCourse(writing, file, written);
      writing.addLast(
        "case_event",
        added.map((event) => eventRow(writing, caseId, event)),
      );
      writing.last(changedSummary(caseId, courseOfSummary(written, summary, lawVersion(law))));
      return { result: "written", file: written, events: added };
    });
  } catch (error) {
    if (isTaken(error)) return atOnce();
    throw error;
  }
}

/** unique_violation: the place in the file, or the id of the event, is taken. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
