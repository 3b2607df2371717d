import { byDayAndProcedure } from "./order-of-acts.js";

interface Act<Body> {
  readonly id: string;
  readonly recordedAt: string;
  readonly body: Body;
}

interface Correction<Body> {
  readonly eventId: string;
  readonly replacement: Body | null;
}

/**
 * What is held to have happened once corrections are applied, by day and, within a day, in the order of the procedure.
 * With `asOf` only what had been written down by then counts. `isCorrection` tells the bodies that correct from those that happen.
 */
export function applyCorrections<
  Body extends Parameters<typeof byDayAndProcedure>[0],
  Correcting extends Body & Correction<Body>,
>(
  events: readonly Act<Body>[],
  isCorrection: (body: Body) => body is Correcting,
  asOf?: string,
): Act<Exclude<Body, Correcting>>[] {
  const standing = new Map<string, Act<Body>>();
  for (const { id, recordedAt, body } of events) {
    if (asOf !== undefined && recordedAt > asOf) continue;
    if (!isCorrection(body)) {
      standing.set(id, { id, recordedAt, body });
      continue;
    }
    const { eventId, replacement } = body;
    if (replacement === null || isCorrection(replacement)) standing.delete(eventId);
    else standing.set(eventId, { id: eventId, recordedAt, body: replacement });
  }
  const acts = [...standing.values()].sort((one, other) => byDayAndProcedure(one.body, other.body));
  return acts as Act<Exclude<Body, Correcting>>[]; // nothing that corrects was put in
}
