import { z } from "zod";
import type { Database } from "../../storage/database.js";
import { loadSetting } from "../../storage/stores/setting-store.js";
import { NEVER_WRITTEN, type Written, writtenAs } from "./narrative-settings.js";

const count = z.number().int().min(0);
const columns = z.array(z.object({ name: z.string(), items: count })).nullable();
const proposals = z.object({ handled: count, satisfied: count });

/** What section one is drafted from and no record tells: the value of the setting `year-facts/<year>`. Null: not entered. */
export const ENTERED_FACTS = z.object({
  trainings: z.object({ held: count, people: count }).nullable(),
  proposals: z.object({ congress: proposals, conference: proposals }).nullable(),
  published: columns,
  channels: columns,
});
export type EnteredFacts = z.infer<typeof ENTERED_FACTS>;

const NOTHING_ENTERED: EnteredFacts = { trainings: null, proposals: null, published: null, channels: null };

export const yearFactsName = (year: number): string => `year-facts/${year}`;

/** What was entered for a year, with who did and when. */
export async function loadYearFacts(
  database: Database,
  { agencyId, year, asOf }: { readonly agencyId: string; readonly year: number; readonly asOf?: string | undefined },
): Promise<{ readonly entered: EnteredFacts; readonly written: Written }> {
  const setting = await loadSetting(database, agencyId, yearFactsName(year), asOf);
  if (setting === null) return { entered: NOTHING_ENTERED, written: NEVER_WRITTEN };
  return { entered: ENTERED_FACTS.parse(setting.value), written: writtenAs(setting) };
}
