const MOST_NAMED = 6;

/** The first names of a list, and how many there are: 「规章、行政许可等23行」. */
export function namedRows(names: readonly string[], counter = "行"): string {
  if (names.length <= MOST_NAMED) return names.join("、");
  return `${names.slice(0, MOST_NAMED).join("、")}等 ${names.length} ${counter}`;
}
