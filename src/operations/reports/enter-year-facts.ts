import { AppError } from "../../errors.js";
import { replaceSetting } from "../../storage/stores/setting-store.js";
import type { Actor, Office } from "../office.js";
import { staleSetting } from "../stale-record.js";
import { type Written, writtenAs } from "./narrative-settings.js";
import { ENTERED_FACTS, type EnteredFacts, yearFactsName } from "./year-facts-setting.js";

export interface FactsToEnter {
  readonly agencyId: string;
  readonly year: number;
  /** As read. */
  readonly version: number;
  readonly facts: EnteredFacts;
}

/** Records trainings, proposals and counts of published items of a year. */
export async function enterYearFacts({ database }: Office, actor: Actor, input: FactsToEnter): Promise<EnteredFacts & Written> {
  const { agencyId, year, version } = input;
  const value = ENTERED_FACTS.parse(input.facts);
  const { proposals } = value;
  const tooMany = [proposals?.congress, proposals?.conference].some((one) => one !== undefined && one.satisfied > one.handled);
  if (tooMany) throw new AppError("INPUT_INVALID", { fields: "表示满意的件数不能多于办理的件数" });
  const writer = { chain: agencyId, recordedBy: actor.id };
  const replaced = await replaceSetting(database, writer, { name: yearFactsName(year), value, version });
  if (replaced.result === "stale") throw await staleSetting({ database }, replaced.current, `${year}年填报的事实`);
  return { ...value, ...writtenAs(replaced.setting) };
}
