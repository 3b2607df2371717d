import { AppError } from "../../errors.js";
import { dayNumber } from "../../law/calendar/day-arithmetic.js";
import { citationText } from "../../law/citation.js";
import { disclosureItemsFor } from "../../law/publication/disclosure-items.js";
import { loadAgency } from "../../storage/stores/agency-store.js";
import { columnStandings } from "../../storage/stores/item-summary-store.js";
import { type Office, todayIn } from "../office.js";
import { dayInChina } from "../tally-register.js";
import { publishingSettingsOf } from "./publishing-settings.js";

/** 法定主动公开目录: every item of Articles 20 and 21 the agency has to serve, with what is there and what lacks. */
export async function readCatalogue(office: Office, agencyId: string) {
  const stored = await loadAgency(office.database, agencyId);
  if (stored === null) throw new AppError("AGENCY_UNKNOWN", { id: agencyId });
  const today = todayIn(office);
  const { settings } = await publishingSettingsOf(office.database, agencyId, today);
  const standings = new Map((await columnStandings(office.database, agencyId)).map((one) => [one.disclosureItem, one]));
  const wanted = disclosureItemsFor(stored.agency);
  const items = wanted.map(({ id, text, shortName, basis }) => {
    const standing = standings.get(id);
    const published = standing?.published ?? 0;
    const latestOn = standing?.latestAt == null ? null : dayInChina(standing.latestAt);
    const note = settings.notArising.find(({ disclosureItem }) => disclosureItem === id)?.why ?? null;
    const days = latestOn === null ? null : dayNumber(today) - dayNumber(latestOn);
    return {
      ...{ id, text, shortName, basis: citationText(basis), published, drafts: standing?.drafts ?? 0, latestOn, note },
      gap: note === null ? gapOf(published, days, settings.staleAfterDays) : null,
    };
  });
  const known = new Set<string | null>(wanted.map(({ id }) => id));
  const others = [...standings.values()].reduce((sum, one) => sum + (known.has(one.disclosureItem) ? 0 : one.published), 0);
  return { items, others };
}

function gapOf(published: number, days: number | null, staleAfterDays: number) {
  if (published === 0) {
    return { kind: "empty", text: "还没有公开任何信息；本机关不涉及的，请在设置中说明。" } as const;
  }
  if (days === null || days <= staleAfterDays) return null;
  const text = `已有 ${days} 天没有更新（本机关设定 ${staleAfterDays} 天）。`;
  return { kind: "old", days, text } as const;
}
