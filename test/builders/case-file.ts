import { type PlainDate, parsePlainDate } from "../../src/law/plain-date.js";
import type { CaseEvent, CaseEventBody } from "../../src/register/case-event.js";
import type { CaseFile } from "../../src/register/case-file.js";
import type { Channel, InfoRequest, RequesterKind } from "../../src/register/info-request.js";

/** The day, which must exist. */
export function dayIn(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === null) throw new Error(`${text} is no day.`);
  return day;
}

/** An event as tests write it: days are texts. */
export type EventSpec = { readonly type: CaseEventBody["type"]; readonly on: string } & Readonly<Record<string, unknown>>;

export interface RequestSpec {
  readonly id?: string;
  readonly agencyId?: string;
  readonly letterId?: string;
  readonly number?: string;
  readonly channel?: Channel;
  readonly arrivedOn?: string;
  readonly kind?: RequesterKind;
  readonly requesterName?: string;
  readonly identityNumber?: string;
  readonly description?: string;
  readonly isImported?: true;
}

/** A request handed in at the counter on 2025-03-03 by a person, unless said otherwise. */
export function buildRequest(spec: RequestSpec = {}): InfoRequest {
  const { id = "r1", agencyId = "a1", letterId = `letter-${id}`, number = "2025-0001", channel = "in_person" } = spec;
  return {
    id,
    agencyId,
    letterId,
    number,
    channel,
    arrivedOn: dayIn(spec.arrivedOn ?? "2025-03-03"),
    requester: {
      kind: spec.kind ?? "natural",
      name: spec.requesterName ?? "张三",
      identity: { document: "id-card", number: spec.identityNumber ?? "11010519491231002X" },
      contact: { phone: "13800001234" },
    },
    description: spec.description ?? "2024年度部门预算调整方案",
    wantedForm: { medium: "electronic", delivery: "email" },
    ...(spec.isImported ? { isImported: true } : {}),
  };
}

/** Events e1, e2 … in the order of recording, each written down on its own day in the evening unless `recordedAt` says when. */
export function buildEvents(specs: readonly (EventSpec & { readonly recordedAt?: string })[]): CaseEvent[] {
  return specs.map(({ recordedAt, ...body }, index) => ({
    id: `e${index + 1}`,
    sequence: index + 1,
    recordedAt: recordedAt ?? `${body.on}T12:00:00.000Z`,
    recordedBy: "u1",
    body: body as unknown as CaseEventBody, // tests write days as texts
  }));
}

/** A case with its events in the order of recording. Without events it is a request nobody has registered. */
export function buildCaseFile(
  specs: readonly (EventSpec & { readonly recordedAt?: string })[] = [],
  request: RequestSpec = {},
): CaseFile {
  return { request: buildRequest(request), events: buildEvents(specs), version: specs.length };
}
