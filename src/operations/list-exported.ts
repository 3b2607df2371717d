import { type ListColumn, listWorkbook } from "../writers/workbook/list-workbook.js";
import { recordActivity } from "./accounts/record-activity.js";
import type { Actor, Office } from "./office.js";

/** A list as a file. */
export interface ListFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Puts into the audit trail who took which list out of the system, and how long it was. */
export async function noteExport(
  office: Office,
  actor: Actor,
  { agencyId, list, rows }: { readonly agencyId?: string; readonly list: string; readonly rows: number },
): Promise<void> {
  await recordActivity(office, actor, {
    kind: "list-exported",
    subject: agencyId ?? "",
    ...(agencyId !== undefined && { agencyId }),
    body: { list, rows },
  });
}

interface ListToExport<Row> {
  readonly agencyId?: string;
  /** What it is called: in the audit trail, on its tab and as a file. */
  readonly list: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A list as a workbook, with its entry in the audit trail. */
export async function exportList<Row>(
  office: Office,
  actor: Actor,
  { agencyId, list, columns, rows }: ListToExport<Row>,
): Promise<ListFile> {
  await noteExport(office, actor, { ...(agencyId !== undefined && { agencyId }), list, rows: rows.length });
  return { fileName: `${list}.xlsx`, bytes: listWorkbook({ name: list, title: list, creator: actor.name, columns, rows }) };
}
