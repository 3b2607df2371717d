import { byDayAndProcedure } from "./order-of-acts.js";

type Dated = Parameters<typeof byDayAndProcedure>[0];

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
export function applyCorrections<Body extends Dated, Correcting extends Body & Correction<Body>>(
  events: readonly Act<Body>[],
  isCorrection: (body: Body) => body is Correcting,
  asOf?: string,
): readonly Act<Exclude<Body, Correcting>>[] {
  const known = asOf === undefined ? events : events.filter(({ recordedAt }) => recordedAt <= asOf);
  const acts = known.some(({ body }) => isCorrection(body)) ? corrected(known, isCorrection) : known;
  const sorted = acts.every((act, index) => isInPlace(acts[index - 1], act))
    ? acts
    : [...acts].sort((one, other) => byDayAndProcedure(one.body, other.body));
  return sorted as readonly Act<Exclude<Body, Correcting>>[]; // nothing that corrects is left
}

/** Most files are written down in the order of the days, so they are looked through before they are sorted. */
function isInPlace<Body extends Dated>(before: Act<Body> | undefined, act: Act<Body>): boolean {
  return before === undefined || byDayAndProcedure(before.body, act.body) <= 0;
}

function corrected<Body, Correcting extends Body & Correction<Body>>(
  events: readonly Act<Body>[],
  isCorrection: (body: Body) => body is Correcting,
): Act<Body>[] {
  const standing = new Map<string, Act<Body>>();
  for (const { id, recordedAt, body } of events) {
    if (!isCorrection(body)) {
      standing.set(id, { id, recordedAt, body });
      continue;
    }
    const { eventId, replacement } = body;
    if (replacement === null || isCorrection(replacement)) standing.delete(eventId);
    else standing.set(eventId, { id: eventId, recordedAt, body: replacement });
  }
  return [...standing.values()];
}
