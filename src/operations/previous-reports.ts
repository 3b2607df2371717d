import { stat } from "node:fs/promises";
import { recognisable } from "../document/normalise.js";
import { isAppError } from "../errors.js";
import type { Report } from "../report/report.js";
import { findInputs } from "./find-inputs.js";
import type { InputFile } from "./input-file.js";
import { bytesOfInput } from "./open-input.js";
import { readReport } from "./read-report.js";

/** A report of an earlier year that may be the one to compare with. `agency` and `year` are null when it stands for any report. */
export interface PreviousReport {
  readonly agency: string | null;
  readonly year: number | null;
  readonly input: InputFile;
}

/** The earlier reports a path stands for. One file goes with every report of the run; of a folder each goes with its own agency. */
export async function previousReports(path: string): Promise<PreviousReport[]> {
  const inputs = await findInputs([path]);
  const [only] = inputs;
  if (only && inputs.length === 1 && (await stat(path)).isFile()) return [{ agency: null, year: null, input: only }];
  const known: PreviousReport[] = [];
  for (const input of inputs) {
    const report = await reportOrNull(input);
    if (report) known.push({ agency: agencyKey(report), year: report.reportYear?.value ?? null, input });
  }
  return known;
}

/** The earlier report that goes with this one: the same agency, the year before. */
export function previousFor(report: Report, candidates: readonly PreviousReport[]): InputFile | null {
  const agency = agencyKey(report);
  const year = report.reportYear?.value;
  const match = candidates.find(
    (candidate) =>
      candidate.agency === null || (candidate.agency === agency && year !== undefined && candidate.year === year - 1),
  );
  return match?.input ?? null;
}

function agencyKey(report: Report): string {
  const agency = report.agency.title ?? report.agency.body ?? report.agency.signOff;
  return recognisable(agency?.value ?? "");
}

/** A file of last year's folder that cannot be read leaves its agency without a comparison; the run goes on. */
async function reportOrNull(input: InputFile): Promise<Report | null> {
  try {
    return (await readReport(await bytesOfInput(input), input.name)).report;
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}
