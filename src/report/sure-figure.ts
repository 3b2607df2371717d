import type { CellAddress } from "./format.js";
import { cellAt, type Report } from "./report.js";

/** The figure at an address, or null when it is missing or a machine read it and doubts it: what may be misread contradicts nothing. */
export function sureFigureAt(report: Report, address: CellAddress): number | null {
  const cell = cellAt(report, address);
  return cell?.kind === "number" && cell.doubt === undefined ? cell.value : null;
}
