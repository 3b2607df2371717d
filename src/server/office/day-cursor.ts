import { z } from "zod";

const PLACE = z.object({ day: z.string(), id: z.string() });

/** The place in a list sorted by days that a cursor of ours stands for; null for the first page. */
export function placeByDay(place: unknown): z.output<typeof PLACE> | null {
  return place === null || place === undefined ? null : PLACE.parse(place); // ours, so anything else is a bug
}
