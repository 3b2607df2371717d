import { AppError } from "../../errors.js";
import { guidelineHolder, INDEX_PATTERNS, indexSchemeFault } from "../../law/publication/index-scheme.js";
import { validityMarksFault } from "../../law/publication/validity.js";
import { onDay } from "../../register/agency.js";
import {
  DEFAULT_PUBLISHING_SETTINGS,
  type PublishingSettings,
  publishingSettings,
} from "../../register/publishing/publishing-settings.js";
import { reviewChainFault } from "../../register/publishing/review-chain.js";
import type { Database } from "../../storage/database.js";
import { loadAgency } from "../../storage/stores/agency-store.js";
import { marksInUse } from "../../storage/stores/item-summary-store.js";
import { loadSetting, replaceSetting } from "../../storage/stores/setting-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { staleSetting } from "../stale-record.js";
import { listSigners } from "./list-signers.js";

export const PUBLISHING_SETTINGS = "publishing";

/** How an agency publishes, with the version of what it set; 0 while the defaults hold. */
export interface SettingsAsTheyStand {
  readonly version: number;
  readonly settings: PublishingSettings;
}

/** How an agency publishes. A scheme for index numbers that was not set follows the guideline, with the agency's own code. */
export async function publishingSettingsOf(
  db: Pick<Database, "db">,
  agencyId: string,
  today: Parameters<typeof onDay>[1],
): Promise<SettingsAsTheyStand> {
  const stored = await loadSetting(db, agencyId, PUBLISHING_SETTINGS);
  const settings = stored === null ? DEFAULT_PUBLISHING_SETTINGS : publishingSettings.parse(stored.value);
  const indexScheme = settings.indexScheme ?? (await guidelineScheme(db, agencyId, today));
  return { version: stored?.version ?? 0, settings: { ...settings, indexScheme } };
}

async function guidelineScheme(
  db: Pick<Database, "db">,
  agencyId: string,
  today: Parameters<typeof onDay>[1],
): Promise<PublishingSettings["indexScheme"]> {
  const stored = await loadAgency(db, agencyId);
  const code = stored === null ? null : onDay(stored.agency.creditCodes, today);
  const holder = code === null ? null : guidelineHolder(code);
  return holder === null ? null : { pattern: INDEX_PATTERNS.guideline, holder };
}

/** What an agency set about publishing. */
export async function readPublishingSettings(office: Office, agencyId: string): Promise<SettingsAsTheyStand> {
  return publishingSettingsOf(office.database, agencyId, todayIn(office));
}

/** Sets how an agency publishes. Rounds that are under way go on by the chain they were submitted with. */
export async function writePublishingSettings(
  office: Office,
  actor: Actor,
  { agencyId, version, settings }: { readonly agencyId: string; readonly version: number; readonly settings: PublishingSettings },
): Promise<SettingsAsTheyStand> {
  const fault =
    settingsFault(settings) ?? (await lostMark(office, agencyId, settings)) ?? (await unfitSigner(office, agencyId, settings));
  if (fault !== null) throw new AppError("INPUT_INVALID", { fields: fault });
  const writer = { chain: agencyId, recordedBy: actor.id };
  const replaced = await replaceSetting(office.database, writer, { name: PUBLISHING_SETTINGS, value: settings, version });
  if (replaced.result === "stale") throw await staleSetting(office, replaced.current, "主动公开设置");
  return { version: replaced.setting.version, settings };
}

function settingsFault({ chain, indexScheme, validityMarks }: PublishingSettings): string | null {
  const scheme = indexScheme === null ? null : indexSchemeFault(indexScheme);
  return scheme ?? reviewChainFault(chain) ?? validityMarksFault(validityMarks);
}

/** People who are named for a step now must be able to sign it; whoever was named before and has left does not stand in the way of other changes. */
async function unfitSigner(office: Office, agencyId: string, { chain }: PublishingSettings): Promise<string | null> {
  const { settings } = await readPublishingSettings(office, agencyId);
  const named = new Set(settings.chain.steps.flatMap(({ id, people }) => people.map((person) => `${id} ${person}`)));
  const added = chain.steps.filter(({ id, people }) => people.some((person) => !named.has(`${id} ${person}`)));
  if (added.length === 0) return null;
  const signers = await listSigners(office, agencyId);
  const unfit = added.find(({ people, roles }) =>
    people.some((id) => !signers.some((one) => one.id === id && one.roles.some((role) => roles.includes(role)))),
  );
  return unfit === undefined ? null : `“${unfit.name}”指定的人员里，有人不能签署这一环节：账号已停用，或者没有这一角色`;
}

/** A mark that items bear cannot be taken out: their pages would show its id. */
async function lostMark(office: Office, agencyId: string, { validityMarks }: PublishingSettings): Promise<string | null> {
  const { settings } = await readPublishingSettings(office, agencyId);
  const gone = settings.validityMarks.filter(({ id }) => !validityMarks.some((mark) => mark.id === id));
  if (gone.length === 0) return null;
  const used = await marksInUse(office.database, agencyId);
  const borne = gone.find(({ id }) => used.has(id));
  return borne === undefined
    ? null
    : `还有 ${used.get(borne.id)} 件信息标注为“${borne.name}”，不能去掉这一标注；请先改变它们的有效性`;
}
