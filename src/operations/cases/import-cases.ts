import { yearOf } from "../../law/plain-date.js";
import type { CaseEventBody } from "../../register/case-event.js";
import { attemptTransition } from "../../register/case-procedure.js";
import type { CaseTransition } from "../../register/define-transition.js";
import {
  type ImportedRequest,
  type ImportFault,
  type ImportReading,
  importedRequests,
} from "../../register/imported-requests.js";
import { outcomeLabel } from "../../register/outcome-label.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import { addCases } from "../../storage/stores/case-store.js";
import { casesWithNumber } from "../../storage/stores/case-summary-store.js";
import { numberRequests } from "../../storage/stores/request-number-store.js";
import { write } from "../../storage/write.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { sheetRows } from "../reports/sheet-rows.js";
import { numberScheme } from "./number-scheme.js";
import { demandRole } from "./procedure-right.js";

export interface ListToImport {
  readonly agencyId: string;
  /** Made by the sender: the same list sent twice is written once. */
  readonly importId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Only says what would become of it. */
  readonly isTrial: boolean;
}

/** What became of a list, or would. */
export interface ImportReport {
  readonly rows: number;
  readonly written: number;
  readonly columns: { readonly heading: string; readonly meaning: string | null }[];
  readonly faults: ImportFault[];
  readonly preview: {
    readonly row: number;
    readonly number: string;
    readonly description: string;
    readonly arrivedOn: string;
    readonly outcome: string | null;
  }[];
}

const PREVIEWED = 20;

/**
 * Takes over the requests of a paper year. A trial run says of every row what is wrong with it; the list is written when nothing is, all
 * rows or none. Imported requests count in the figures, but their letters were not made here.
 */
export async function importCases(office: Office, actor: Actor, list: ListToImport): Promise<ImportReport> {
  const { agencyId, importId, name, bytes, isTrial } = list;
  demandRole(actor, agencyId, { role: "handler", label: "导入申请台账" });
  const today = todayIn(office);
  const { rows, firstRow } = await sheetRows(bytes, name);
  const reading = importedRequests(rows, { importId, agencyId, today, firstRow });
  const faults = [
    ...reading.faults,
    ...reading.requests.flatMap((one) => contradictionIn(one, today)),
    ...(await takenNumbers(office, agencyId, reading.requests)),
  ].sort((one, other) => one.row - other.row);
  if (isTrial || faults.length > 0) return report(reading, { faults, written: 0 });
  const scheme = await numberScheme(office, agencyId);
  await write(office.database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    await numberRequests(
      writing,
      reading.requests.map(({ request: { id, number, arrivedOn } }) => ({ caseId: id, number, year: yearOf(arrivedOn) })),
      scheme,
    );
    await addCases(
      writing,
      reading.requests.map(({ request, bodies }) => ({
        request,
        events: bodies.map((body, index) => ({ id: `${request.id}.${index + 1}`, body, reason: `由“${name}”导入` })),
      })),
    );
  });
  return report(reading, { faults, written: reading.requests.length });
}

function report(
  reading: ImportReading,
  { faults, written }: { readonly faults: ImportFault[]; readonly written: number },
): ImportReport {
  return {
    ...{ rows: reading.rows, written, columns: [...reading.columns], faults },
    preview: reading.requests.slice(0, PREVIEWED).map(({ row, request: { number, description, arrivedOn }, bodies }) => {
      const decided = bodies.find(
        (body): body is Extract<CaseEventBody, { readonly type: "decided" }> => body.type === "decided",
      );
      return { row, number, description, arrivedOn, outcome: decided === undefined ? null : outcomeLabel(decided.outcome) };
    }),
  };
}

const BY_RECORD: ReadonlyMap<string, CaseTransition> = new Map(TRANSITIONS.map((transition) => [transition.records, transition]));

/** What the procedure says to the events of a row, taken one after another. */
function contradictionIn({ row, request, bodies }: ImportedRequest, today: ReturnType<typeof todayIn>): ImportFault[] {
  const events: { id: string; sequence: number; recordedAt: string; recordedBy: string; body: CaseEventBody }[] = [];
  for (const [index, body] of bodies.entries()) {
    const transition = BY_RECORD.get(body.type);
    if (transition === undefined) continue;
    const attempted = attemptTransition({ request, events, version: events.length }, { transition, input: body }, { today });
    if (!attempted.done) return [{ row, column: null, message: attempted.refusal.message }];
    events.push({ id: String(index), sequence: index + 1, recordedAt: "", recordedBy: "", body });
  }
  return [];
}

async function takenNumbers(
  { database }: Office,
  agencyId: string,
  requests: readonly ImportedRequest[],
): Promise<ImportFault[]> {
  const taken = await casesWithNumber(
    database.db,
    agencyId,
    requests.map(({ request }) => request.number),
  );
  return requests.flatMap(({ row, request: { id, number } }) => {
    const holder = taken.get(number);
    return holder === undefined || holder === id
      ? []
      : [{ row, column: "登记编号", message: `登记编号“${number}”已经用于另一件申请。` }];
  });
}
