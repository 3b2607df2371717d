import { type ListenAt, listen } from "../listen.js";
import { portalApplication } from "./portal-application.js";
import type { PortalOptions } from "./portal-options.js";

export interface ServedPortal {
  /** Where it is found. */
  readonly url: string;
  /** Takes nothing new, finishes what is under way, and stops. The site stays open: whoever opened it closes it. */
  close(): Promise<void>;
}

/** Lets the public site listen. */
export async function servePortal(options: PortalOptions, at: ListenAt): Promise<ServedPortal> {
  const { address, close } = await listen(await portalApplication(options), at);
  return { url: options.origin === "" ? address : options.origin, close };
}
