import { isAppError } from "../../errors.js";
import { yearOf } from "../../law/plain-date.js";
import { agenciesNow } from "../../storage/stores/agency-store.js";
import { type Office, todayIn } from "../office.js";
import { isGovernment, tallyOf } from "../tally-register.js";

export interface CountedAhead {
  readonly counts: number;
}

/**
 * Counts the areas of all governments, this year and the year whose report is due (条例 第四十九条: 31 March), before anybody asks: what a
 * year comes to depends on the day, so that the first count of a day would begin with nothing that was kept.
 */
export async function countAhead(office: Office): Promise<CountedAhead> {
  const { database } = office;
  const thisYear = yearOf(todayIn(office));
  const { agencies } = await agenciesNow(database);
  let counts = 0;
  for (const { id } of agencies.filter(isGovernment)) {
    for (const year of [thisYear - 1, thisYear]) {
      try {
        await tallyOf(database, { agencyId: id, year, asOf: null });
        counts += 1;
      } catch (error) {
        // One that another has succeeded reports no more.
        if (!isAppError(error) || error.code !== "AGENCY_SUCCEEDED") throw error;
      }
    }
  }
  return { counts };
}
