import { createHash } from "node:crypto";
import { AppError } from "../../errors.js";
import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { Receipt, RequestSubmission } from "../../register/portal/public-request.js";
import { submissionFaults } from "../../register/portal/submission-faults.js";
import type { PortalReader } from "../../storage/portal/portal-pool.js";
import { readOfficeKey, submitSealed } from "../../storage/portal/read-entries.js";
import { codeHash, contentMac, FORM_TOKEN, receiptOf, shownCode } from "../../storage/portal/receipt-code.js";
import { seal } from "../../storage/portal/seal.js";
import { dayInChina } from "../tally-register.js";
import { submissionBytes } from "./submission-content.js";

export { newFormToken } from "../../storage/portal/receipt-code.js";

interface Portal {
  readonly agency: (id: string) => Promise<PublicAgency | null>;
  readonly takesRequests: (agencyId: string) => Promise<boolean>;
}

/** Checks a form, seals it to the office and stores it. From then on nobody on this side can read it, not even with the whole database. */
export async function submitRequest(reader: PortalReader, portal: Portal, submission: RequestSubmission): Promise<Receipt> {
  const { agencyId, formToken } = submission;
  if (!FORM_TOKEN.test(formToken)) throw new AppError("INPUT_INVALID", { fields: "申请表（请重新打开申请页面）" });
  const agency = await portal.agency(agencyId);
  const key = await readOfficeKey(reader);
  if (agency === null || key === null || !(await portal.takesRequests(agencyId))) {
    throw new AppError("REQUESTS_NOT_TAKEN", { agency: agency?.name ?? agencyId });
  }
  const today = dayInChina(new Date().toISOString());
  refuseFaults(submission, today);
  const content = submissionBytes(submission);
  const mac = contentMac(content, formToken);
  const place = placeOf(agency);
  const { number, code, tokenHash } = receiptOf(formToken, place, today.replaceAll("-", ""));
  const stored = await submitSealed(reader, {
    ...{ number, agencyId, tokenHash, contentMac: mac, codeHash: await codeHash(number, code), keyId: key.id },
    sealed: seal(content, key.public_key, boundTo(number, agencyId, key.id)),
  });
  switch (stored.outcome) {
    case "stored":
    case "again": {
      // The same form sent again the next day bears the number of the first day.
      const first = stored.number ?? number;
      return { number: first, code: shownCode(code), agencyId, agencyName: agency.name, submittedAt: stored.submitted_at ?? "" };
    }
    case "changed":
      throw new AppError("FORM_ALREADY_SENT", {});
    case "full":
      throw new AppError("INBOX_FULL", {});
    default:
      throw new AppError("REQUESTS_NOT_TAKEN", { agency: agency.name });
  }
}

/** What a sealed request belongs to: under another number, agency or key it does not open. */
export function boundTo(number: string, agencyId: string, keyId: string): string {
  return `inbox\n${number}\n${agencyId}\n${keyId}`;
}

/** Throws INPUT_INVALID with every field that is wrong. */
function refuseFaults(submission: RequestSubmission, today: Parameters<typeof submissionFaults>[1]): void {
  const faults = submissionFaults(submission, today);
  if (faults.length === 0) return;
  const fields = [...new Map(faults.map((one) => [one.field, one])).values()]
    .slice(0, 5)
    .map(({ label, message }) => `${label}（${message}）`)
    .join("；");
  throw new AppError("INPUT_INVALID", { fields }, { details: faults });
}

/** The beginning of the receipt's number: the division, or where none is given something made of the agency's id. */
function placeOf({ id, place }: PublicAgency): string {
  const code = place.divisionCode?.replaceAll(/\D/g, "").slice(0, 12) ?? "";
  return code === "" ? createHash("sha256").update(id).digest("hex").slice(0, 6).toUpperCase() : code;
}
