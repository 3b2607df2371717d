import { AppError } from "../../errors.js";
import { setAsideStatus } from "../../register/portal/public-status.js";
import { holdInboxRow, markInbox, putStatus } from "../../storage/portal/inbox-store.js";
import { addSetting } from "../../storage/stores/setting-store.js";
import { write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";
import { currentName } from "./current-name.js";

interface SettingAside {
  readonly number: string;
  readonly agencyId: string;
  /** Told to whoever sent it. */
  readonly reason: string;
}

/**
 * Sets a submission aside as no request: advertising, a test, the same sent a hundred times. On record with person and reason, told
 * to whoever holds the receipt, and taken back at any time by `takeInSubmission`: its content stays.
 */
export async function setAsideSubmission(
  office: Office,
  actor: Actor,
  { number, agencyId, reason }: SettingAside,
): Promise<void> {
  const { database } = office;
  if (reason.trim() === "") throw new AppError("INPUT_INVALID", { fields: "理由（请填写）" });
  const agencyName = await currentName(office, agencyId);
  await write(database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    const row = await holdInboxRow(writing.trx, number);
    if (row === null || row.agencyId !== agencyId) throw new AppError("RECORD_UNKNOWN", { id: number, kind: "提交" });
    if (row.state === "taken") throw new AppError("STEP_REFUSED", { reason: "这份提交已经登记为申请。" });
    await markInbox(writing.trx, number, "set-aside", reason.trim());
    await addSetting(writing, { name: `portal-set-aside/${number}`, value: { number, reason: reason.trim() } });
    const facts = { number, agencyId, agencyName, submittedAt: row.submittedAt };
    await putStatus(writing.trx, setAsideStatus(facts, reason.trim(), office.now().toISOString()));
  });
}
