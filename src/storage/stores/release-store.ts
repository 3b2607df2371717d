import type { Database } from "../database.js";
import { putReport, type ReportToPublish } from "../portal/publish-report.js";
import { write } from "../write.js";
import { addOwnFile } from "./attachment-store.js";
import { addSetting, loadSetting, loadSettings, type Setting } from "./setting-store.js";

/** A file of a released report; its bytes are the attachment of that id. */
export interface StoredFile {
  readonly format: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly attachmentId: string;
}

/** An edition as it was given out. */
export interface ReportRelease {
  readonly files: readonly StoredFile[];
  /** Why a form is missing; null when all were written. */
  readonly missing: string | null;
  readonly releasedAt: string;
  readonly releasedBy: string;
}

export interface EditionName {
  readonly agencyId: string;
  readonly year: number;
  readonly edition: number;
}

interface NewRelease {
  readonly files: readonly {
    readonly format: string;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
  readonly missing: string | null;
  readonly recordedBy: string;
  /** The edition as the public sees it from this instant on. */
  readonly publish: (files: readonly StoredFile[], publishedAt: string) => ReportToPublish;
}

const nameOf = ({ year, edition }: EditionName): string => `report-release/${year}/${edition}`;

/**
 * Keeps the files of an edition and puts it into the portal, all or nothing. An edition is released once; asked again it gives what was
 * given out then.
 */
export async function saveRelease(database: Database, edition: EditionName, release: NewRelease): Promise<ReportRelease> {
  const { files, missing, recordedBy, publish } = release;
  const { agencyId, year } = edition;
  const there = await loadRelease(database, edition);
  if (there !== null) return there;
  return write(database, { chain: agencyId, recordedBy }, async (writing) => {
    const stored: StoredFile[] = [];
    for (const { format, name, mediaType, bytes } of files) {
      const id = `report/${agencyId}/${year}/${edition.edition}/${format}`;
      const { size, sha256 } = await addOwnFile(writing, { id, agencyId, caseId: null, name, bytes }, mediaType);
      stored.push({ format, name, mediaType, size, sha256, attachmentId: id });
    }
    await putReport(writing.trx, publish(stored, writing.recordedAt), files);
    return releaseOf(await addSetting(writing, { name: nameOf(edition), value: { files: stored, missing } }));
  });
}

/** How an edition was given out; null when it was not yet. */
export async function loadRelease(database: Database, edition: EditionName): Promise<ReportRelease | null> {
  const setting = await loadSetting(database, edition.agencyId, nameOf(edition));
  return setting && releaseOf(setting);
}

/** The releases of an agency's report for a year, by number of the edition. */
export async function loadReleases(database: Database, agencyId: string, year: number): Promise<Map<number, ReportRelease>> {
  const begin = `report-release/${year}/`;
  const settings = await loadSettings(database, { chain: agencyId, begin });
  return new Map([...settings].map(([name, setting]) => [Number(name.slice(begin.length)), releaseOf(setting)]));
}

function releaseOf({ value, recordedAt, recordedBy }: Setting): ReportRelease {
  const { files, missing } = value as Pick<ReportRelease, "files" | "missing">; // written by saveRelease
  return { files, missing, releasedAt: recordedAt, releasedBy: recordedBy };
}
