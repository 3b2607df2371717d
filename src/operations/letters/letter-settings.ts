import { AppError } from "../../errors.js";
import type { Agency } from "../../register/agency.js";
import {
  LETTER_SETTINGS,
  type LetterSettings,
  type LetterSettingsInput,
  missingLetterSettings,
} from "../../register/letters/letter-settings.js";
import type { Database } from "../../storage/database.js";
import { loadSetting, replaceSetting } from "../../storage/stores/setting-store.js";
import type { IssuingAgency } from "../../writers/letter/letter-draft.js";
import type { Actor, Office } from "../office.js";
import { staleSetting } from "../stale-record.js";

const NAME = "letter-settings";

/** What an agency has set for its letters. */
export interface AgencyLetterSettings {
  readonly settings: LetterSettings;
  /** 0: nothing was ever set, these are the defaults. */
  readonly version: number;
  /** What is still to be set before a letter can be issued. */
  readonly missing: readonly string[];
}

/** The settings of an agency for its letters; the defaults where it has set nothing. */
export async function readLetterSettings(
  { database }: Pick<Office, "database">,
  { agencyId }: { readonly agencyId: string },
): Promise<AgencyLetterSettings> {
  return letterSettingsOf(database, agencyId);
}

/** The same inside a transaction. */
export async function letterSettingsOf(reading: Pick<Database, "db">, agencyId: string): Promise<AgencyLetterSettings> {
  const stored = await loadSetting(reading, agencyId, NAME);
  const settings = LETTER_SETTINGS.parse(stored?.value ?? {});
  return { settings, version: stored?.version ?? 0, missing: missingLetterSettings(settings) };
}

/** Sets what an agency's letters say of itself, in place of the settings that were read at `version`. */
export async function recordLetterSettings(
  { database }: Pick<Office, "database">,
  actor: Actor,
  {
    agencyId,
    version,
    settings,
  }: { readonly agencyId: string; readonly version: number; readonly settings: LetterSettingsInput },
): Promise<AgencyLetterSettings> {
  const value = LETTER_SETTINGS.parse(settings);
  const replaced = await replaceSetting(database, { chain: agencyId, recordedBy: actor.id }, { name: NAME, value, version });
  if (replaced.result === "stale") throw await staleSetting({ database }, replaced.current, "文书设置");
  return { settings: value, version: replaced.setting.version, missing: missingLetterSettings(value) };
}

/** The agency as its letters name it. Throws LETTER_SETTINGS_MISSING where something of every letter is not set. */
export function issuingAgency(agency: Agency, settings: LetterSettings): IssuingAgency {
  const { office, contact, inquiry, payment, onlineChannel, court, reconsideration, isSealed } = settings;
  const missing = missingLetterSettings(settings);
  if (missing.length > 0 || office === undefined || contact === undefined || inquiry === undefined) {
    throw new AppError("LETTER_SETTINGS_MISSING", { missing: missing.join("、") });
  }
  const { bodies, ...belonging } = reconsideration;
  return {
    agency,
    reconsideration: { ...belonging, bodyNames: Object.fromEntries(bodies.map(({ role, name }) => [role, name])) },
    office,
    contact,
    inquiry,
    isUnsealed: !isSealed,
    ...(payment === undefined ? {} : { payment }),
    ...(onlineChannel === undefined ? {} : { onlineChannel }),
    ...(court === undefined ? {} : { court }),
  };
}
