import type { Office } from "../../operations/office.js";
import type { StorageConfiguration } from "../../operations/safekeeping/backup-folder.js";

export interface JobContext {
  readonly office: Office;
  readonly configuration: StorageConfiguration;
}

/** Something the office does by itself. A new one is one entry in jobs.ts. */
export interface Job {
  /** verb-noun; kept in the journal: never renamed, never reused. */
  readonly id: string;
  /** As the page for the administrator names it. */
  readonly label: string;
  /** When, in Chinese time: five fields of cron. */
  readonly cron: string;
  /** A quick question asked every few seconds; true: run now and do not wait for the hour. */
  readonly isWaitedFor?: (context: JobContext) => Promise<boolean>;
  /** Does it and gives what came of it; null where there was nothing to do, which is not worth a line in the journal. */
  readonly run: (context: JobContext) => Promise<object | null>;
}
