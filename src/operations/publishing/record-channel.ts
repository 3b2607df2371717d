import type { PlainDate } from "../../law/plain-date.js";
import type { PublicationChannel } from "../../law/publication/channels.js";
import { recordChannel as channelStep } from "../../register/publishing-steps/record-channel.js";
import type { Actor, Office } from "../office.js";
import { type ItemView, itemView } from "./item-view.js";
import { type ItemAtVersion, takeItemSteps } from "./take-item-step.js";

export interface ChannelUse extends ItemAtVersion {
  readonly channel: PublicationChannel;
  readonly publishedOn: PlainDate;
  readonly where: string | null;
}

/** Records where else an item was made public. */
export async function recordChannel(
  office: Office,
  actor: Actor,
  { channel, publishedOn, where, ...at }: ChannelUse,
): Promise<ItemView> {
  const step = { transition: channelStep, input: () => ({ channel, publishedOn, where }) };
  return itemView(office, actor, await takeItemSteps(office, actor, at, [step]));
}
