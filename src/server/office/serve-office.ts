import type { Office } from "../../operations/office.js";
import type { OfficeSettings } from "../../operations/office-settings.js";
import { listen } from "../listen.js";
import { officeApplication } from "./office-application.js";
import type { WriteLog } from "./request-log.js";

export interface ServedOffice {
  /** Where it is found. */
  readonly url: string;
  /** Takes nothing new, finishes what is under way, and stops. */
  close(): Promise<void>;
}

export interface ServeOffice {
  readonly office: Office;
  readonly settings: OfficeSettings;
  readonly log?: WriteLog | null;
}

/** Lets the office listen where its settings say. */
export async function serveOffice({ office, settings, log }: ServeOffice): Promise<ServedOffice> {
  const app = await officeApplication({ office, configuration: settings, ...(log === undefined ? {} : { log }) });
  const { address, close } = await listen(app, settings);
  return { url: settings.publicUrl ?? address, close };
}
