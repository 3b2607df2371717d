import type { PlainDate } from "../../law/plain-date.js";
import type { Recorded } from "../case-event.js";
import type { Tombstone } from "./published-item.js";

/** One item of a handover, with the columns lists of this kind have (certainty B). */
export interface HandoverItem {
  readonly itemId: string;
  readonly indexNumber: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly agencyName: string;
  readonly madeOn: PlainDate | null;
  readonly publishedOn: PlainDate;
  /** Of what was withdrawn: it is handed over as such, without text and files. Older records have none. */
  readonly tombstone?: Tombstone | null;
}

/** A file of the package, as the list of hashes names it. */
export interface HandoverFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  /** Which numbered part it is in; older packages have one. */
  readonly part?: number;
}

/** One of the numbered files of a package. */
export interface HandoverPart {
  readonly size: number;
  readonly sha256: string;
}

/** 向国家档案馆、公共图书馆提供政府信息 (条例 第二十五条第三款). A period without any is reported as such (零报送). */
export type HandoverEventBody =
  | {
      readonly type: "prepared";
      readonly on: PlainDate;
      readonly receiver: { readonly id: string; readonly name: string };
      readonly from: PlainDate;
      readonly to: PlainDate;
      readonly items: readonly HandoverItem[];
      readonly files: readonly HandoverFile[];
      readonly parts?: readonly HandoverPart[];
      readonly contact: string;
      readonly agencyName: string;
      readonly preparedBy: string;
    }
  | { readonly type: "received"; readonly on: PlainDate; readonly by: string; readonly note: string | null };

export interface HandoverRecord {
  readonly id: string;
  readonly agencyId: string;
  readonly events: readonly (Recorded & { readonly body: HandoverEventBody })[];
}

export type Prepared = Extract<HandoverEventBody, { readonly type: "prepared" }>;

/** How a handover was prepared, and whether it was received. */
export function handoverState({ events }: HandoverRecord): {
  readonly prepared: (Recorded & { readonly body: Prepared }) | null;
  readonly receipt: Extract<HandoverEventBody, { readonly type: "received" }> | null;
} {
  let prepared: (Recorded & { readonly body: Prepared }) | null = null;
  let receipt: Extract<HandoverEventBody, { readonly type: "received" }> | null = null;
  for (const event of events) {
    const { body } = event;
    if (body.type === "prepared") prepared = { ...event, body };
    else receipt = body;
  }
  return { prepared, receipt };
}
