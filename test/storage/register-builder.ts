import { type PlainDate, parsePlainDate } from "../../src/law/plain-date.js";
import type { Agency } from "../../src/register/agency.js";
import type { InfoRequest } from "../../src/register/info-request.js";
import type { Database } from "../../src/storage/database.js";
import { saveAgencies } from "../../src/storage/stores/agency-store.js";

export function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new Error(`${text} is no day.`);
  return parsed;
}

export function agency(id: string, name = `${id}市民政局`): Agency {
  const since = <Value>(value: Value) => [{ value, from: day("2000-01-01"), until: null }];
  return {
    id,
    kind: "local-department",
    level: "city",
    names: since(name),
    creditCodes: since("11370100004188999X"),
    parents: since(null),
    authorities: since(null),
    successor: null,
  };
}

export async function addAgency(database: Database, id: string): Promise<void> {
  await saveAgencies(database, [{ agency: agency(id), version: 0 }], { recordedBy: "系统管理员" });
}

export const IDENTITY_NUMBER = "370102199003071234";

export function infoRequest(id: string, agencyId: string, changes: Partial<InfoRequest> = {}): InfoRequest {
  return {
    id,
    agencyId,
    letterId: `letter-${id}`,
    number: `依申请〔2025〕${id}号`,
    channel: "online",
    arrivedOn: day("2025-03-03"),
    requester: {
      kind: "natural",
      name: "欧阳沐泽",
      identity: { document: "id-card", number: IDENTITY_NUMBER },
      contact: { phone: "13964012345", address: "济南市历下区泺源大街一号" },
    },
    description: "2024年度低保资金发放情况",
    wantedForm: { medium: "electronic", delivery: "online" },
    ...changes,
  };
}
