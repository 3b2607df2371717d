import type { AppError } from "../../errors.js";
import type { CaseFile } from "../../register/case-file.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import { namesOf } from "../cases/names-of.js";
import { staleRecord } from "../cases/stale-record.js";
import { timelineOf } from "../cases/timeline.js";
import type { Office } from "../office.js";

/** Somebody else was faster: who, when and with what, for whoever read the case at `version`. */
export async function staleCase(office: Office, file: CaseFile, version: number): Promise<AppError> {
  const since = file.events.filter(({ sequence }) => sequence > version);
  const nameOf = await namesOf(
    office,
    since.map(({ recordedBy }) => recordedBy),
  );
  return staleRecord(file.version, timelineOf(since, { steps: TRANSITIONS, nameOf, flagsOf: () => [] }));
}
