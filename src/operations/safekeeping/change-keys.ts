import { type Rotation, rotateKey } from "../../storage/identity/rotate-key.js";
import { rotateInboxKey } from "../../storage/portal/inbox-keys.js";
import type { Actor, Office } from "../office.js";

export interface KeysChanged extends Rotation {
  readonly inboxKeyId: string;
}

/** Replaces the key of requesters and files, and the one that requests on the portal are sealed to. Who ordered it is on record. */
export async function changeKeys({ database }: Office, actor: Actor): Promise<KeysChanged> {
  const rotation = await rotateKey(database, actor.id);
  return { ...rotation, inboxKeyId: await rotateInboxKey(database) };
}
