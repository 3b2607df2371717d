import { addActivities } from "../../storage/accounts/activity-store.js";
import { removeLink } from "../../storage/accounts/link-store.js";
import { REGISTER_CHAIN, write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";

export interface Unlinking {
  readonly accountId: string;
  readonly issuer: string;
  readonly subject: string;
}

/** Takes an identity of the identity service off an account. */
export async function unlinkAccount(office: Office, actor: Actor, { accountId, issuer, subject }: Unlinking): Promise<void> {
  await write(office.database, { chain: REGISTER_CHAIN, recordedBy: actor.id }, async (writing) => {
    await removeLink(writing.trx, { accountId, issuer, subject });
    await addActivities(writing, [{ kind: "identity-unlinked", subject: accountId, body: { issuer, subject } }]);
  });
}
