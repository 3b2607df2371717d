import { z } from "zod";
import { parsePlainDate } from "../../law/plain-date.js";
import { SECTION_IDS, type SectionId } from "../../report/format.js";
import type { Database } from "../../storage/database.js";
import { loadSettings, type Setting } from "../../storage/stores/setting-store.js";
import { EMPTY_FRAME, PROMISE_STATES, type WrittenFrame, type WrittenSection } from "../../tally/written-draft.js";

const SECTION = z.object({
  places: z.array(
    z.object({
      id: z.string(),
      written: z.array(z.string()),
      counted: z.string().nullable(),
      about: z.string().nullable(),
      state: z.enum(PROMISE_STATES).nullable(),
    }),
  ),
  notes: z.array(z.string()),
});

const FRAME = z.object({
  preface: z.array(z.string()).nullable(),
  signedOn: z
    .string()
    .nullable()
    .transform((day) => (day === null ? null : parsePlainDate(day))),
  remarks: z.array(z.string()),
});

/** Who last wrote something, and the version it has since. */
export interface Written {
  readonly version: number;
  readonly editedAt: string | null;
  readonly editedBy: string | null;
}

export const NEVER_WRITTEN: Written = { version: 0, editedAt: null, editedBy: null };

/** What people wrote for the report of a year. */
export interface StoredNarrative {
  readonly sections: ReadonlyMap<SectionId, WrittenSection>;
  readonly frame: WrittenFrame;
  readonly writtenOf: ReadonlyMap<SectionId | "frame", Written>;
}

/** The setting that holds what people wrote in one section, or around the sections. Every version stays. */
export const narrativeName = (year: number, part: SectionId | "frame"): string => `report-narrative/${year}/${part}`;

/** What people wrote, as it stands now or stood at an instant. */
export async function loadNarrative(database: Database, agencyId: string, year: number, asOf?: string): Promise<StoredNarrative> {
  const stored = await loadSettings(database, { chain: agencyId, begin: `report-narrative/${year}/`, asOf });
  const sections = new Map<SectionId, WrittenSection>();
  const writtenOf = new Map<SectionId | "frame", Written>();
  for (const section of SECTION_IDS) {
    const setting = stored.get(narrativeName(year, section));
    if (setting === undefined) continue;
    sections.set(section, SECTION.parse(setting.value));
    writtenOf.set(section, writtenAs(setting));
  }
  const frame = stored.get(narrativeName(year, "frame"));
  if (frame !== undefined) writtenOf.set("frame", writtenAs(frame));
  return { sections, frame: frame === undefined ? EMPTY_FRAME : FRAME.parse(frame.value), writtenOf };
}

/** By whom and when a setting was written. */
export function writtenAs({ version, recordedAt, recordedBy }: Setting): Written {
  return { version, editedAt: recordedAt, editedBy: recordedBy };
}
