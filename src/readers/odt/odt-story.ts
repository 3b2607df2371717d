import type { ListCounters } from "./list-counters.js";
import type { OdtScanner } from "./odt-names.js";
import type { OdtStyles } from "./odt-styles.js";

/** A text while it is read: the body, or a text box or cell inside it. */
export interface OdtStory {
  readonly scanner: OdtScanner;
  readonly styles: OdtStyles;
  readonly lists: ListCounters;
  deletions: number;
  /** Insertions that began so far. */
  insertions: number;
  cells: number;
}
