import type { PlainDate } from "../law/plain-date.js";
import type { CellAddress } from "../report/format.js";
import type { Database } from "../storage/database.js";
import { loadFeeEvents } from "../storage/stores/fee-event-store.js";
import { yearBegin } from "../tally/counted-agency.js";
import { feeFacts, RequestFactsCount } from "../tally/request-facts.js";
import { talliedCell } from "../tally/tally-result.js";
import type { YearFacts } from "../tally/year-facts.js";
import { countReporter } from "./count-records.js";
import { membersOf } from "./split-opening.js";
import type { RegisterTally } from "./tally-register.js";

/** The records of a cell that one agency's report brings into it. */
export interface RecordsBehind {
  readonly agencyId: string;
  readonly records: readonly string[];
}

/** The ids of the records behind a cell, agency by agency: of a whole area they are counted again, as of the instant of the tally. */
export async function* recordsBehind(
  database: Database,
  { tally, counting }: Pick<RegisterTally, "tally"> & { readonly counting: Omit<RegisterTally["counting"], "named" | "chains"> },
  address: CellAddress,
): AsyncGenerator<RecordsBehind> {
  if (tally.logEnds === undefined) {
    yield { agencyId: tally.agencyId, records: talliedCell(tally, address)?.records ?? [] };
    return;
  }
  for (const member of await membersOf(database, counting)) {
    const { tally: own } = await countReporter(database, counting.question, member);
    const records = talliedCell(own, address)?.records ?? [];
    if (records.length > 0) yield { agencyId: member.agencyId, records };
  }
}

/** What is needed of the calendar to say how long answers took. */
interface CountsWorkingDays {
  workingDaysAfter(day: PlainDate, until: PlainDate): number;
}

/** What the first section tells of the requests of a tally: channels, letters, days, extensions, fees. */
export async function factsBehind(
  database: Database,
  { tally, format, counting }: Pick<RegisterTally, "tally" | "format" | "counting">,
  calendar: CountsWorkingDays,
): Promise<Pick<YearFacts, "requests" | "fees">> {
  const facts = new RequestFactsCount({ format, calendar });
  if (counting.named !== null) facts.add(counting.named.tally, counting.named.courses);
  else {
    for (const member of await membersOf(database, counting)) {
      const { tally: own, courses } = await countReporter(database, counting.question, member);
      facts.add(own, courses);
    }
  }
  const events = await loadFeeEvents(database, {
    agencyIds: tally.countedAgencies,
    from: yearBegin(tally.year),
    to: tally.until,
  });
  return { requests: facts.factsOf(tally.received.letters), fees: feeFacts(tally, events) };
}
