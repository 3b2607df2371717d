const EIGHT_HOURS = 8 * 60 * 60 * 1000;

/** An instant as a person in China reads it on a clock: 2025-03-18 09:30. */
export function timeInChina(instant: string): string {
  return new Date(Date.parse(instant) + EIGHT_HOURS).toISOString().slice(0, 16).replace("T", " ");
}
