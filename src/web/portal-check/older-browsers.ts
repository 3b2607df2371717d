/*
 * Chromium 105 to 109 have none of the methods of ES2023 that give a changed copy of a list; everything else the readers and checks use
 * they have. Imported before anything else.
 */

interface CopyingMethods {
  toSorted?: unknown;
  toReversed?: unknown;
  toSpliced?: unknown;
}

type Order = (a: unknown, b: unknown) => number;

/** Gives a kind of list the three methods where it lacks them. */
export function addCopyingMethods(lists: CopyingMethods): void {
  const add = (name: keyof CopyingMethods, value: unknown) => {
    if (lists[name] === undefined) Object.defineProperty(lists, name, { value, writable: true, configurable: true });
  };
  add("toSorted", function (this: readonly unknown[], order?: Order) {
    return [...this].sort(order);
  });
  add("toReversed", function (this: readonly unknown[]) {
    return [...this].reverse();
  });
  add("toSpliced", function (this: readonly unknown[], ...change: [number, number, ...unknown[]]) {
    const copy = [...this];
    copy.splice(...change);
    return copy;
  });
}

addCopyingMethods(Array.prototype);
