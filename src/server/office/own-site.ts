import { AppError } from "../../errors.js";

export interface RequestHeaders {
  readonly [name: string]: string | readonly string[] | undefined;
}

/** Every write of a browser bears it: no form and no other site can add a header without being asked by the browser first (CORS). */
const OWN_HEADER = "x-requested-with";

/**
 * Lets a write through only if our own pages send it. Browsers say where a request comes from (Sec-Fetch-Site, Origin); the header
 * is what an old browser that says nothing cannot be made to send from elsewhere.
 */
export function demandOwnSite(headers: RequestHeaders, origin: string): void {
  const site = headers["sec-fetch-site"];
  const from = headers.origin;
  const isOwn = site === undefined || site === "same-origin";
  const isSameOrigin = from === undefined || from === origin;
  if (!isOwn || !isSameOrigin || headers[OWN_HEADER] === undefined) throw new AppError("REQUEST_FOREIGN", {});
}
