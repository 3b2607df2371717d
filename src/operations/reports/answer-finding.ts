import { AppError } from "../../errors.js";
import { recordSetting } from "../../storage/stores/setting-store.js";
import type { Actor, Office } from "../office.js";
import { checkDraft, type DraftFinding } from "./check-draft.js";
import { findingReasonName } from "./finding-reason-setting.js";

export interface FindingAnswer {
  readonly agencyId: string;
  readonly year: number;
  readonly fingerprint: string;
  /** Empty takes it back. */
  readonly reason: string;
}

/** Records why a report may be published although a check objects. It is kept with the edition, and every earlier wording stays. */
export async function answerFinding(office: Office, actor: Actor, answer: FindingAnswer): Promise<DraftFinding["reason"]> {
  const { agencyId, year, fingerprint } = answer;
  const reason = answer.reason.trim();
  const { findings } = await checkDraft(office, actor, { agencyId, year });
  const finding = findings.find((one) => one.fingerprint === fingerprint);
  if (finding === undefined)
    throw new AppError("RECORD_UNKNOWN", { id: fingerprint, kind: "问题（草稿已经改过，它可能不再存在）" });
  if (finding.freezing === "never") {
    throw new AppError("STEP_REFUSED", { reason: "数字有勾稽错误，须更正数字，写明理由也不能定稿。" });
  }
  const { checkId, message } = finding;
  const writer = { chain: agencyId, recordedBy: actor.id };
  const value = { reason, checkId, message };
  const { recordedAt, recordedBy } = await recordSetting(office.database, writer, findingReasonName(year, fingerprint), value);
  return reason === "" ? null : { text: reason, by: recordedBy, at: recordedAt };
}
