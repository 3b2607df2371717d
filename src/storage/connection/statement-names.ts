/** Says that a statement is planned for its values each time: the best plan depends on them. Stands anywhere in its text. */
export const PLANNED_EACH_TIME = "/* planned each time */";

/** A statement that was asked so often is asked again. */
const OFTEN = 3;
/** A text of many rows comes in as many lengths as there are rows. */
const LONGEST = 12_000;
/** A connection keeps so many plans; what comes later is planned each time. */
const MOST_NAMES = 500;
const MOST_COUNTED = 5_000;

const names = new Map<string, string>();
const counted = new Map<string, number>();

/**
 * The name under which a connection keeps a statement that comes again and again, so that it is read and planned once; undefined for others.
 * The same text has the same name on every connection.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (text.length > LONGEST || names.size >= MOST_NAMES || text.includes(PLANNED_EACH_TIME)) return undefined;
  const times = (counted.get(text) ?? 0) + 1;
  if (times < OFTEN) {
    if (counted.size >= MOST_COUNTED) counted.clear();
    counted.set(text, times);
    return undefined;
  }
  counted.delete(text);
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
}
