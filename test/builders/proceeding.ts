import type { Proceeding, ProceedingEventBody } from "../../src/register/proceeding.js";

/** An event of a proceeding as tests write it: days are texts. */
export type ProceedingEventSpec = {
  readonly type: ProceedingEventBody["type"];
  readonly on: string;
  readonly recordedAt?: string;
} & Readonly<Record<string, unknown>>;

/** A reconsideration about nothing in particular, with its events in the order of recording. */
export function buildProceeding(
  specs: readonly ProceedingEventSpec[] = [],
  parts: Partial<Omit<Proceeding, "events" | "version">> = {},
): Proceeding {
  return {
    id: "p1",
    agencyId: "a1",
    kind: "reconsideration",
    route: null,
    requestId: null,
    reconsiderationId: null,
    number: "某政复〔2025〕1号",
    forum: "某县人民政府",
    isCoDefendant: false,
    ...parts,
    events: specs.map(({ recordedAt, ...body }, index) => ({
      id: `e${index + 1}`,
      sequence: index + 1,
      recordedAt: recordedAt ?? `${body.on}T12:00:00.000Z`,
      recordedBy: "u1",
      body: body as unknown as ProceedingEventBody, // tests write days as texts
    })),
    version: specs.length,
  };
}
