/**
 * The library: `import { readReport, checkReport } from "yangguang"`.
 * docs/api/library.md shows how to use it.
 */
export type { Check, Surroundings } from "./checks/define-check.js";
export type { Basis, Finding, Severity, Whereabouts } from "./checks/finding.js";
export { SEVERITIES } from "./checks/finding.js";
export { CHECKS } from "./checks/index.js";
export type { Block, FileKind, Grid, GridCell, Paragraph, Picture, SourceDocument } from "./document/document.js";
export type { Note, NoteId } from "./document/note.js";
export { type Box, type Place, placeText } from "./document/place.js";
export { AppError, ERRORS, type ErrorCode, isAppError } from "./errors.js";
export { type CheckOptions, checkReport, type ListedFinding } from "./findings/check-report.js";
export { type Comparison, compareReports, reuseShare } from "./findings/compare-reports.js";
export { isAtLeast, standing } from "./findings/standing.js";
export { type Decision, parseWaivers, type Waivers } from "./findings/waivers.js";
export type { PlainDate } from "./law/plain-date.js";
export { endChild } from "./operations/child-reader.js";
export { type Reading, readReport } from "./operations/read-report.js";
export {
  RELEASE_FORMATS,
  type ReleasedFile,
  type ReleaseFormat,
  type ReleaseOptions,
  releaseReport,
} from "./operations/release-report.js";
export type { BlankCell, Cell, CellOrigin, NumberCell, UnreadCell } from "./report/cell.js";
export { composedFrom } from "./report/composed-from.js";
export type { ComposedCell, ComposedReport, ComposedSection, ComposedValue, SignOff } from "./report/composed-report.js";
export {
  addressesOf,
  type CellAddress,
  type Format,
  SECTION_IDS,
  type SectionId,
  TABLE_IDS,
  type TableId,
} from "./report/format.js";
export { FORMATS, formatForYear } from "./report/formats/index.js";
export { cellAt, type FilledTable, figureAt, type Passage, passagesOf, type Report, type Section } from "./report/report.js";
export { type ReportValues, reportValues } from "./writers/report-values.js";
