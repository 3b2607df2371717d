/** After so many failures in a row nothing more is sent by itself: a person looks at the log and sends it again. */
export const MOST_ATTEMPTS = 15;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** When something that failed is tried again: after two minutes, four, eight … at most a day. Null: not by itself any more. */
export function nextAttemptAt({ attempts, lastAt }: { readonly attempts: number; readonly lastAt: string }): string | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return new Date(Date.parse(lastAt) + Math.min(MINUTE * 2 ** attempts, DAY)).toISOString();
}

/** How something other systems are told stands with one of them. */
export type DeliveryStanding = "delivered" | "waiting" | "retrying" | "given-up";

export function deliveryStanding(attempts: readonly { readonly isDone: boolean }[]): DeliveryStanding {
  if (attempts.some(({ isDone }) => isDone)) return "delivered";
  if (attempts.length === 0) return "waiting";
  return attempts.length >= MOST_ATTEMPTS ? "given-up" : "retrying";
}

/** How long the secret before the newest goes on signing beside it, so that a receiver can change over. */
export const CHANGEOVER_HOURS = 24;

/** The secrets that sign at an instant, of all there were, the newest first. */
export function signingSecrets<Secret extends { readonly recordedAt: string }>(
  secrets: readonly Secret[],
  now: string,
): readonly Secret[] {
  const [newest, previous] = secrets;
  if (newest === undefined) return [];
  const until = Date.parse(newest.recordedAt) + CHANGEOVER_HOURS * 60 * MINUTE;
  return previous !== undefined && Date.parse(now) < until ? [newest, previous] : [newest];
}
