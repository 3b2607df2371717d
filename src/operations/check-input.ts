import { isAppError } from "../errors.js";
import type { ListedFinding } from "../findings/check-report.js";
import type { CheckedFile, CheckedReport } from "../findings/checked-file.js";
import { checkedReport } from "../findings/checked-report.js";
import type { Decision } from "../findings/waivers.js";
import type { Report } from "../report/report.js";
import { documentPage } from "../writers/findings/document-page.js";
import type { InputFile } from "./input-file.js";
import { bytesOfInput } from "./open-input.js";
import { type PreviousReport, previousFor } from "./previous-reports.js";
import { readReport } from "./read-report.js";

/** What a run wants of each file. Plain data: it crosses to worker threads. */
export interface CheckTask {
  readonly input: InputFile;
  /** Earlier reports to choose last year's from. */
  readonly previous: readonly PreviousReport[];
  readonly decisions: readonly Decision[];
  /** The prefix of ids when the document itself is wanted with its findings in the margin; null when it is not. */
  readonly page: string | null;
}

/** Reads and checks one file. A file that cannot be read gives its coded error; only a bug throws. */
export async function checkInput(task: CheckTask): Promise<CheckedFile> {
  const { input } = task;
  try {
    return await checkReadable(task);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { status: "unreadable", name: input.name, code: error.code, message: error.message };
  }
}

async function checkReadable({ input, previous, decisions, page }: CheckTask): Promise<CheckedReport> {
  const { report, document } = await readReport(await bytesOfInput(input), input.name);
  const lastYear = previousFor(report, previous);
  const options = {
    previous: lastYear && (await previousReport(lastYear)),
    waivers: new Map(decisions.map((decision) => [decision.fingerprint, decision])),
  };
  const pageOf =
    page === null ? null : (findings: readonly ListedFinding[]) => documentPage({ report, document, prefix: page }, findings);
  return checkedReport({ report, kind: document.kind, name: input.name }, options, pageOf);
}

let latest: { readonly key: string; readonly report: Report } | null = null;

/** Last year's report; the one read last is kept, because a run often compares several versions with the same one. */
async function previousReport(input: InputFile): Promise<Report> {
  // What was handed in is not kept a moment longer than it is looked at.
  if (input.kind === "bytes") return (await readReport(input.bytes, input.name)).report;
  const key = JSON.stringify(input);
  if (latest?.key !== key) latest = { key, report: (await readReport(await bytesOfInput(input), input.name)).report };
  return latest.report;
}
