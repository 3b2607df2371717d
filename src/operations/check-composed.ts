import { AppError } from "../errors.js";
import { checkReport, type ListedFinding } from "../findings/check-report.js";
import { recogniseReport } from "../recognition/recognise-report.js";
import type { ComposedReport } from "../report/composed-report.js";
import { writeDocx } from "../writers/annual-report/write-docx.js";
import { readDocument } from "./read-document.js";

/** Everything the checks say of a report before it is published: it is written and read as the public would read it. */
export async function checkComposed(report: ComposedReport): Promise<ListedFinding[]> {
  const read = recogniseReport(await readDocument(writeDocx(report)), report.title);
  if (read === null) throw new AppError("NOT_A_REPORT", {});
  return checkReport(read);
}
