import type { Whereabouts } from "../checks/finding.js";
import type { Place } from "../document/place.js";
import { columnLabel, type Format, rowLabel, type TableId } from "../report/format.js";
import { cellAt, type Report, sectionOf } from "../report/report.js";

const TABLE_NAMES: Readonly<Record<TableId, string>> = { proactive: "表二", requests: "表三", review_litigation: "表四" };

/** The name people use for a table: 表二 stands in section two. */
export function tableName(table: TableId): string {
  return TABLE_NAMES[table];
}

/** Says in words what a finding is about: 「表三 · （三）不予公开·1.属于国家秘密 · 自然人」, 「一、总体情况」. */
export function whereaboutsText(report: Report, at: Whereabouts): string {
  switch (at.kind) {
    case "cell":
      return cellText(report.format, at.address.table, at.address.row, at.address.column);
    case "text":
      return sectionNameAround(report, at.passage.block);
    case "section":
      return sectionOf(report, at.section)?.heading.text ?? sectionLabel(report.format, at.section);
    case "table":
      return TABLE_NAMES[at.table];
    case "report":
      return "全文";
    default:
      return at satisfies never;
  }
}

/** Where in the file it stands, or null when it stands nowhere (a missing section). */
export function whereaboutsPlace(report: Report, at: Whereabouts): Place | null {
  switch (at.kind) {
    case "cell":
      return cellAt(report, at.address)?.origin.place ?? report.tables[at.address.table]?.place ?? null;
    case "text":
      return at.passage.place;
    case "section":
      return sectionOf(report, at.section)?.heading.place ?? null;
    case "table":
      return report.tables[at.table]?.place ?? null;
    case "report":
      return null;
    default:
      return at satisfies never;
  }
}

function cellText(format: Format, table: TableId, row: string, column: string): string {
  const form = format.tables[table];
  return `${TABLE_NAMES[table]} · ${rowLabel(form, row)} · ${columnLabel(form, column)}`;
}

function sectionLabel(format: Format, id: string): string {
  return format.sections.find((section) => section.id === id)?.label ?? id;
}

function sectionNameAround(report: Report, block: number): string {
  if (report.title && report.title.block === block) return "标题";
  const heading = report.sections.findLast((section) => section.heading.block <= block)?.heading;
  const [closing] = report.closing;
  if (closing && block >= closing.block) return "落款";
  return heading ? heading.text : "前言";
}
