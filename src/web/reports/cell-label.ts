import { type CellAddress, columnLabel, rowLabel } from "../../report/format.js";
import { FORMATS } from "../../report/formats/index.js";

/** A cell in the words of its form: 表三 · 一、本年新收政府信息公开申请数量 · 自然人. */
export function cellLabel(formatId: string, { table, row, column }: CellAddress): string {
  const form = FORMATS.find(({ id }) => id === formatId)?.tables[table];
  if (form === undefined) return `${table} ${row} ${column}`;
  return [form.heading, rowLabel(form, row), columnLabel(form, column)].join(" · ");
}
