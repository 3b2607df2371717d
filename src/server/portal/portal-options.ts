import type { PublicSite } from "../../operations/portal/public-site.js";

/** What a portal is started with. */
export interface PortalOptions {
  readonly site: PublicSite;
  /** What the whole portal is called: 青阳市政府信息公开. */
  readonly name: string;
  /** Scheme and host the public knows it by, without a slash at the end; empty when it is only tried out. */
  readonly origin: string;
  /** Says on every page that what is shown is made up. */
  readonly isSample: boolean;
  /** How many proxies stand before it whose X-Forwarded-For is to be believed. */
  readonly proxies: number;
  readonly now: () => Date;
  /** Under which words the data may be used; the usual sentence where none is given. */
  readonly licence?: string;
}
