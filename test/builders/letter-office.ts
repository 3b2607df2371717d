import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import { recordLetterSettings } from "../../src/operations/letters/letter-settings.js";
import type { Actor, Office } from "../../src/operations/office.js";
import type { CaseFile } from "../../src/register/case-file.js";
import { LETTER_ORDER, type LetterOrder } from "../../src/register/letters/letter-order.js";
import type { Database } from "../../src/storage/database.js";
import { saveAgencies } from "../../src/storage/stores/agency-store.js";
import { openCases } from "../../src/storage/stores/case-store.js";
import { buildAgency } from "./agency.js";
import { buildEvents, buildRequest, type EventSpec, type RequestSpec } from "./case-file.js";

export const HEAD: Actor = { id: "head-1", name: "王主任", roles: [{ agencyId: "a1", role: "head" }] };
export const HANDLER: Actor = { id: "handler-1", name: "李四", roles: [{ agencyId: "a1", role: "handler" }] };

/** An office on a day, noon in China. */
export function officeOn(database: Database, day: string): Office {
  return { database, calendar: STATE_COUNCIL_CALENDAR, now: () => new Date(`${day}T04:00:00.000Z`) };
}

/** The agency a1, which can issue letters, unless it is to have set nothing. */
export async function addLetterAgency(database: Database, isSet = true): Promise<void> {
  await saveAgencies(database, [{ agency: buildAgency({ id: "a1", name: "示例市青山区商务局" }), version: 0 }], {
    recordedBy: "u1",
  });
  if (!isSet) return;
  await recordLetterSettings({ database }, HEAD, {
    agencyId: "a1",
    version: 0,
    settings: {
      code: "青商公开",
      office: "局办公室（政府信息公开工作机构）",
      contact: "示例市青山区人民路1号，000-7654321",
      inquiry: "示例市青山区人民政府门户网站依申请公开栏目",
      payment: "凭缴款通知到银行网点缴纳",
      onlineChannel: "https://fuyi.example.cn",
      reconsideration: { bodies: [{ role: "same-level-government", name: "示例市青山区人民政府" }] },
    },
  });
}

/** A case of a1 with events, stored; the request came in at the counter on 2025-03-03. */
export async function storeCase(
  database: Database,
  id: string,
  events: readonly EventSpec[],
  request: RequestSpec = {},
): Promise<CaseFile> {
  const built = buildEvents([{ type: "received", on: "2025-03-03" }, ...events]);
  const [file] = await openCases(
    database,
    [
      {
        request: buildRequest({ id, ...request }),
        events: built.map((event) => ({ id: `${id}-${event.id}`, body: event.body })),
      },
    ],
    "u1",
  );
  if (file === undefined) throw new Error("A case that was stored is given back.");
  return file;
}

/** An order as it comes from outside. */
export function orderOf(order: Parameters<typeof LETTER_ORDER.parse>[0]): LetterOrder {
  return LETTER_ORDER.parse(order);
}
