import { type CellAddress, columnLabel, rowLabel } from "../report/format.js";
import type { Report } from "../report/report.js";
import { type Imbalance, type RelationKind, type SumFault, sumFaultsOf } from "../report/table-sums.js";
import { atCell, type Whereabouts } from "./finding.js";

const ORDER: readonly RelationKind[] = ["footing", "roll-forward", "cross-footing"];

const RELATION_NAMES: Readonly<Record<RelationKind, string>> = {
  footing: "竖向合计",
  "roll-forward": "收支结转平衡",
  "cross-footing": "横向总计",
};

/** The faults a family of checks tells: one that breaks relations of several kinds is told by the first of them only. */
export function faultsOf(report: Report, kind: RelationKind): SumFault[] {
  return sumFaultsOf(report).filter(({ imbalances }) => {
    const owner = ORDER.find((candidate) => imbalances.some((imbalance) => imbalance.kind === candidate));
    return owner === kind;
  });
}

/** 「（一）予以公开·自然人」 */
export function cellLabel(report: Report, { table, row, column }: CellAddress): string {
  const form = report.format.tables[table];
  return `${rowLabel(form, row)}·${columnLabel(form, column)}`;
}

/** 「竖向合计、横向总计」: the kinds of relations a fault breaks. */
export function relationNames(fault: SumFault): string {
  return ORDER.filter((kind) => fault.imbalances.some((imbalance) => imbalance.kind === kind))
    .map((kind) => RELATION_NAMES[kind])
    .join("、");
}

/** The cell a relation ends in, its total. */
export function totalOf({ terms }: Imbalance): CellAddress {
  const total = terms.at(-1);
  if (!total) throw new Error("A relation has at least a total.");
  return total.address;
}

/** Every cell of the relations of a fault but the one it is reported at. */
export function relatedCells(fault: SumFault): Whereabouts[] {
  return fault.imbalances.map((imbalance) => atCell(totalOf(imbalance)));
}

/** The labels of the failing lines: 「自然人、商业企业」. */
export function lineLabels(report: Report, fault: SumFault): string {
  return fault.imbalances
    .map((imbalance) => {
      const form = report.format.tables[totalOf(imbalance).table];
      return imbalance.kind === "cross-footing" ? rowLabel(form, imbalance.line) : columnLabel(form, imbalance.line);
    })
    .join("、");
}

export const isDoubtful = ({ imbalances }: SumFault): boolean => imbalances.some((imbalance) => imbalance.isDoubtful);
