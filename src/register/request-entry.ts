import type { CaseEventBody } from "./case-event.js";
import type { CaseFile } from "./case-file.js";
import type { InfoRequest, RequestEntry } from "./info-request.js";

/** What of a request decides where it counts and from when its days run. */
export function entryOf({
  requester,
  channel,
  arrivedOn,
}: Pick<InfoRequest, "requester" | "channel" | "arrivedOn">): RequestEntry {
  return { requesterKind: requester.kind, channel, arrivedOn };
}

/** The request as it was first typed. */
export function asRegistered({ registeredAs, ...request }: InfoRequest): InfoRequest {
  if (registeredAs === undefined) return request;
  const { requesterKind, channel, arrivedOn } = registeredAs;
  return { ...request, requester: { ...request.requester, kind: requesterKind }, channel, arrivedOn };
}

/** The request as it stands after its corrections; with `asOf`, after those that had been written down by then. */
export function standingRequest({ request, events }: Pick<CaseFile, "request" | "events">, asOf?: string): InfoRequest {
  if (request.registeredAs === undefined && !events.some(({ body }) => body.type === "request-corrected")) return request;
  const first = asRegistered(request);
  const was = entryOf(first);
  const now = events
    .filter(({ recordedAt }) => asOf === undefined || recordedAt <= asOf)
    .reduce((entry, { body }) => entryAfter(entry, body), was);
  if (isSameEntry(was, now)) return first;
  const { requesterKind, channel, arrivedOn } = now;
  return { ...first, requester: { ...first.requester, kind: requesterKind }, channel, arrivedOn, registeredAs: was };
}

function entryAfter(entry: RequestEntry, body: CaseEventBody): RequestEntry {
  if (body.type !== "request-corrected") return entry;
  const { requesterKind = entry.requesterKind, channel = entry.channel, arrivedOn = entry.arrivedOn } = body;
  return { requesterKind, channel, arrivedOn };
}

/** Whether two requests count alike and have the same days, as far as what was typed goes. */
export function isSameEntry(one: RequestEntry, other: RequestEntry): boolean {
  return one.requesterKind === other.requesterKind && one.channel === other.channel && one.arrivedOn === other.arrivedOn;
}
