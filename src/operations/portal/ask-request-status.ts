import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { StatusAnswer } from "../../register/portal/public-request.js";
import { submittedStatus } from "../../register/portal/public-status.js";
import type { PortalReader } from "../../storage/portal/portal-pool.js";
import { askStatus } from "../../storage/portal/read-entries.js";
import { codeHash, plainCode, plainNumber } from "../../storage/portal/receipt-code.js";

const NUMBER = /^[0-9A-Z]{1,20}-\d{8}-[0-9A-Z]{8,16}$/;
const CODE = /^[0-9A-Z]{10}$/;

interface Asked {
  readonly number: string;
  readonly code: string;
}

/** Where a request stands, for number and code as people type them. What cannot be right is not counted as a guess. */
export async function askRequestStatus(
  reader: PortalReader,
  agency: (id: string) => Promise<PublicAgency | null>,
  asked: Asked,
): Promise<StatusAnswer> {
  const number = plainNumber(asked.number.slice(0, 80));
  const code = plainCode(asked.code.slice(0, 40));
  if (!NUMBER.test(number) || !CODE.test(code)) return { kind: "wrong" };
  const row = await askStatus(reader, number, await codeHash(number, code));
  if (row.outcome === "locked") return { kind: "locked", until: row.locked_until ?? "" };
  if (row.outcome === "wrong" || row.agency_id === null || row.submitted_at === null) return { kind: "wrong" };
  if (row.body !== null) return { kind: "found", status: row.body };
  const agencyName = (await agency(row.agency_id))?.name ?? row.agency_id;
  return {
    kind: "found",
    status: submittedStatus({ number, agencyId: row.agency_id, agencyName, submittedAt: row.submitted_at }),
  };
}
