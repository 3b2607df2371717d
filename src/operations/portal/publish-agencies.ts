import { z } from "zod";
import { leadingDivisions } from "../../law/divisions.js";
import { readCreditCode } from "../../law/identifiers/credit-code.js";
import type { PlainDate } from "../../law/plain-date.js";
import { type Agency, onDay } from "../../register/agency.js";
import { NO_CONTACT, NO_SITE_META, type PublicAgency } from "../../register/portal/public-agency.js";
import { putEntry } from "../../storage/portal/portal-entries.js";
import { loadAgencies } from "../../storage/stores/agency-store.js";
import { addSetting, loadSetting } from "../../storage/stores/setting-store.js";
import { write } from "../../storage/write.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { staleSetting } from "../stale-record.js";

const NAME = "portal-site";
const text = (most: number) => z.string().trim().max(most).nullable().default(null);

/** What an agency says of itself for its pages: what the register does not know. */
export const agencySite = z.object({
  shortName: text(60),
  place: z
    .object({
      divisionCode: z
        .string()
        .regex(/^\d{6}(\d{3}|\d{6})?$/)
        .nullable()
        .default(null),
      name: text(60),
    })
    .prefault({}),
  contact: z
    .object({
      ...{ office: text(100), address: text(200), postcode: text(20), hours: text(200) },
      ...{ phone: text(60), fax: text(60), email: text(120) },
    })
    .prefault({}),
  site: z
    .object({
      ...{ siteName: text(100), siteDomain: text(120), siteCode: text(20), sponsor: text(100), organizer: text(100) },
      ...{ icpNumber: text(60), policeNumber: text(60), reportPhone: text(60) },
    })
    .prefault({}),
});
export type AgencySite = z.output<typeof agencySite>;

export interface StoredSite {
  readonly version: number;
  readonly site: AgencySite;
}

/** What an agency has said of itself so far. */
export async function readAgencySite({ database }: Pick<Office, "database">, agencyId: string): Promise<StoredSite> {
  const setting = await loadSetting(database, agencyId, NAME);
  return { version: setting?.version ?? 0, site: agencySite.parse(setting?.value ?? {}) };
}

/** Writes it and shows it at once. */
export async function writeAgencySite(
  office: Office,
  actor: Actor,
  { agencyId, version, site }: StoredSite & { readonly agencyId: string },
): Promise<StoredSite> {
  const { database } = office;
  const written = await write(database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    const current = await loadSetting({ db: writing.trx }, agencyId, NAME);
    if (current !== null && current.version !== version) return { stale: current };
    return { setting: await addSetting(writing, { name: NAME, value: site }) };
  });
  if ("stale" in written) throw await staleSetting(office, written.stale, "网站信息");
  await publishAgencies(office);
  return { version: written.setting.version, site };
}

/**
 * Shows every agency of the register on the portal as it is today: names, place in the tree, contact. What says the same is not
 * written again, so it may be done at each start and whenever an agency changes. Gives how many say something new.
 */
export async function publishAgencies(office: Office): Promise<number> {
  const { database } = office;
  const today = todayIn(office);
  const agencies = await loadAgencies(database);
  const known = new Set(agencies.map(({ agency }) => agency.id));
  let changed = 0;
  for (const { agency } of agencies) {
    const { site } = await readAgencySite(office, agency.id);
    const body = publicAgencyOf(agency, { site, today, known });
    const entry = { kind: "agency", id: agency.id, agencyId: agency.id, body } as const;
    if (await database.db.transaction().execute((trx) => putEntry(trx, entry))) changed += 1;
  }
  return changed;
}

interface Shown {
  readonly site: AgencySite;
  readonly today: PlainDate;
  readonly known: ReadonlySet<string>;
}

function publicAgencyOf(agency: Agency, { site, today, known }: Shown): PublicAgency {
  const { id, kind, level, names, creditCodes, parents, successor } = agency;
  const name = onDay(names, today) ?? names.at(-1)?.value ?? id;
  const creditCode = onDay(creditCodes, today);
  const parentId = onDay(parents, today);
  const formerNames = names.flatMap(({ value, from, until }) =>
    until === null || until > today ? [] : [{ name: value, from, until }],
  );
  const code = creditCode === null ? "" : readCreditCode(creditCode).divisionCode;
  const divisions = leadingDivisions(name).divisions;
  return {
    ...{ id, name, shortName: site.shortName, kind, level, creditCode },
    formerNames: formerNames.toSorted((one, other) => (one.until < other.until ? 1 : -1)),
    parentId: parentId !== null && known.has(parentId) ? parentId : null,
    place: {
      divisionCode: site.place.divisionCode ?? (/^\d{6}$/.test(code) ? code : null),
      name: site.place.name ?? (divisions.length === 0 ? null : divisions.join("")),
    },
    contact: { ...NO_CONTACT, ...site.contact },
    site: { ...NO_SITE_META, ...site.site },
    successorId: successor !== null && successor.from <= today ? successor.agencyId : null,
  };
}
