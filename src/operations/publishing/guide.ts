import { CHANNEL_LABELS } from "../../register/info-request.js";
import type { PublishedGuide } from "../../register/portal/public-guide.js";
import { announcedChannels, EMPTY_GUIDE, type Guide, guide, guideGaps } from "../../register/publishing/guide.js";
import { putEntry } from "../../storage/portal/portal-entries.js";
import { addSetting, loadSetting, type Setting } from "../../storage/stores/setting-store.js";
import { write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";
import { staleSetting } from "../stale-record.js";
import { dayInChina } from "../tally-register.js";

const NAME = "disclosure-guide";

/** The guide of an agency as it stands, with what Article 12 asks for and it does not say. */
export async function readGuide({ database }: Office, agencyId: string) {
  return viewOf(await loadSetting(database, agencyId, NAME));
}

export interface GuideToWrite {
  readonly agencyId: string;
  readonly version: number;
  readonly guide: Guide;
}

/**
 * Writes the guide. A complete one is public at once, with the channels that are open and described; one with gaps is kept, and the public
 * goes on seeing the last complete one.
 */
export async function writeGuide({ database }: Office, actor: Actor, { agencyId, version, guide: given }: GuideToWrite) {
  const written = await write(database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    const current = await loadSetting({ db: writing.trx }, agencyId, NAME);
    if (current !== null && current.version !== version) return { stale: current };
    const setting = await addSetting(writing, { name: NAME, value: given });
    if (guideGaps(given).length === 0) {
      const body = publishedGuide(agencyId, given, setting);
      await putEntry(writing.trx, { kind: "guide", id: agencyId, agencyId, body });
    }
    return { setting };
  });
  if ("stale" in written) throw await staleSetting({ database }, written.stale, "政府信息公开指南");
  return viewOf(written.setting);
}

function viewOf(setting: Setting | null) {
  const current = setting === null ? EMPTY_GUIDE : guide.parse(setting.value);
  return {
    version: setting?.version ?? 0,
    guide: current,
    gaps: guideGaps(current),
    announced: announcedChannels(current).map(({ channel }) => channel),
    updatedAt: setting?.recordedAt ?? null,
  };
}

/** The guide as the public sees it; null while it has gaps. */
export async function guideToShow({ database }: Pick<Office, "database">, agencyId: string): Promise<PublishedGuide | null> {
  const setting = await loadSetting(database, agencyId, NAME);
  if (setting === null) return null;
  const given = guide.parse(setting.value);
  return guideGaps(given).length === 0 ? publishedGuide(agencyId, given, setting) : null;
}

function publishedGuide(agencyId: string, given: Guide, { version, recordedAt }: Setting): PublishedGuide {
  const { classification, arrangement, obtaining, office, readingPlaces } = given;
  const orNull = (text: string): string | null => (text.trim() === "" ? null : text);
  return {
    agencyId,
    classification,
    arrangement,
    access: obtaining,
    office: {
      ...{ office: orNull(office.name), address: orNull(office.address), postcode: orNull(office.postcode) },
      ...{ hours: orNull(office.hours), phone: orNull(office.phone), fax: orNull(office.fax), email: orNull(office.online) },
    },
    channels: announcedChannels(given).map(({ channel, where, how }) => ({
      channel,
      description: `${CHANNEL_LABELS[channel]}：${where}\n${how}`,
    })),
    remedies: orNull(given.supervision),
    chapters: [
      ...chapter("申请的办理", given.procedure),
      ...chapter("收费", given.fees),
      ...chapter(
        "查阅场所",
        readingPlaces
          .map(({ name, address, hours }) => [name, address, hours].filter((part) => part !== "").join("，"))
          .join("\n"),
      ),
    ],
    updatedOn: dayInChina(recordedAt),
    edition: version,
    publishedAt: recordedAt,
  };
}

function chapter(heading: string, text: string): { heading: string; paragraphs: string[] }[] {
  const paragraphs = text.split("\n").filter((paragraph) => paragraph.trim() !== "");
  return paragraphs.length === 0 ? [] : [{ heading, paragraphs }];
}
