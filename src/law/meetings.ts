import { type PlainDate, parsePlainDate } from "./plain-date.js";

/** A congress of the Party (plenum 0) or a plenary session of its Central Committee, with the day it closed. */
export interface Meeting {
  readonly congress: number;
  readonly plenum: number;
  readonly name: string;
  readonly closedOn: PlainDate;
}

/**
 * The meetings reports are written in the spirit of. Common knowledge, from memory; first, second and seventh plenums, which
 * settle personnel, are left out: not to name them says nothing about the age of a text.
 */
const TABLE: readonly (readonly [congress: number, plenum: number, name: string, closedOn: string])[] = [
  [18, 3, "十八届三中全会", "2013-11-12"],
  [18, 4, "十八届四中全会", "2014-10-23"],
  [18, 5, "十八届五中全会", "2015-10-29"],
  [18, 6, "十八届六中全会", "2016-10-27"],
  [19, 0, "党的十九大", "2017-10-24"],
  [19, 3, "十九届三中全会", "2018-02-28"],
  [19, 4, "十九届四中全会", "2019-10-31"],
  [19, 5, "十九届五中全会", "2020-10-29"],
  [19, 6, "十九届六中全会", "2021-11-11"],
  [20, 0, "党的二十大", "2022-10-22"],
  [20, 3, "二十届三中全会", "2024-07-18"],
  [20, 4, "二十届四中全会", "2025-10-23"],
];

export const MEETINGS: readonly Meeting[] = TABLE.flatMap(([congress, plenum, name, day]) => {
  const closedOn = parsePlainDate(day);
  return closedOn ? [{ congress, plenum, name, closedOn }] : [];
});

/** The last meeting that had closed by a day, or null before the first of the table. */
export function latestMeetingBy(day: PlainDate): Meeting | null {
  return MEETINGS.findLast(({ closedOn }) => closedOn <= day) ?? null;
}
