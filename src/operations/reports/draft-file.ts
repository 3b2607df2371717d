import { composedOf } from "../../tally/report-draft.js";
import type { Actor, Office } from "../office.js";
import { type ReleaseFormat, releaseReport } from "../release-report.js";
import { draftReport, type ReportQuestion } from "./draft-report.js";
import { MEDIA_TYPES, type ReportFile } from "./release-edition.js";

/** The draft as a file, for those who read it before it is frozen. Its name says that it is one; what is not written yet is left out. */
export async function draftFile(
  office: Office,
  actor: Actor,
  { format, ...question }: ReportQuestion & { readonly format: ReleaseFormat },
): Promise<ReportFile> {
  const { draft } = await draftReport(office, actor, question);
  const report = composedOf(draft);
  const [file] = await releaseReport(report, { formats: [format] });
  if (file === undefined) throw new Error(`No ${format} was written.`);
  return { fileName: `草稿_${file.name}`, mediaType: MEDIA_TYPES[format], bytes: file.bytes };
}
