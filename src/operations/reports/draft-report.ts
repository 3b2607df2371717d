import type { PlainDate } from "../../law/plain-date.js";
import type { Report } from "../../report/report.js";
import { loadEditions } from "../../storage/stores/edition-store.js";
import { composeDraft } from "../../tally/compose-draft.js";
import { yearEnd } from "../../tally/counted-agency.js";
import type { EditionBody } from "../../tally/freeze-report.js";
import type { ReportDraft } from "../../tally/report-draft.js";
import { type NarrativeSection, narrativeOf, writtenDraft } from "../../tally/written-draft.js";
import type { YearFacts } from "../../tally/year-facts.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { countedColumns } from "../publishing/count-publications.js";
import { factsBehind } from "../tally-details.js";
import { type RegisterTally, tallyOf } from "../tally-register.js";
import { loadNarrative, type StoredNarrative } from "./narrative-settings.js";
import { asRead, knownReport, type PreviousReport } from "./previous-report.js";
import { type CountedYear, standingYear } from "./standing-year.js";
import { loadYearFacts } from "./year-facts-setting.js";

export interface ReportQuestion {
  readonly agencyId: string;
  readonly year: number;
  /** The report as it stood at an instant; left out: as it stands now. */
  readonly asOf?: string | undefined;
}

/** The report of a year as it would be if the year ended today: what is counted, what people wrote, what is still to be written. */
export interface DraftedReport {
  readonly counted: RegisterTally;
  readonly facts: YearFacts;
  readonly previous: PreviousReport | null;
  /** Last year's report as one that was read, for checks and comparison. */
  readonly previousReport: Report | null;
  /** As the register writes it. */
  readonly composed: ReportDraft;
  readonly stored: StoredNarrative;
  readonly narrative: readonly NarrativeSection[];
  /** With what people wrote: what is checked and frozen. */
  readonly draft: ReportDraft;
  /** Whether 31 December is over in China. */
  readonly isOver: boolean;
}

/** Drafts the annual report of an agency from the register, at any time of the year. */
export async function draftReport(
  office: Office,
  _actor: Actor,
  { agencyId, year, asOf }: ReportQuestion,
): Promise<DraftedReport> {
  const { database } = office;
  const instant = asOf === undefined ? undefined : new Date(asOf).toISOString();
  const { counted, behind } =
    instant === undefined ? await standingYear(office, { agencyId, year }) : await countedAt(office, { agencyId, year, instant });
  const { agency, isGovernment, format, tally } = counted;
  const { entered } = await loadYearFacts(database, { agencyId, year, asOf: instant });
  const facts: YearFacts = {
    ...behind,
    ...entered,
    ...(await countedColumns(database, { agencyId, year, asOf: instant }, entered)),
  };
  const previous = await knownReport(database, { agencyId, year: year - 1, asOf: instant });
  const previousReport = previous && asRead(previous);
  const isOver = todayIn(office) > yearEnd(year);
  const stored = await loadNarrative(database, agencyId, year, instant);
  const signedOn = stored.frame.signedOn ?? (await usualSigningDay(office, { agencyId, year, isOver }));
  const composed = composeDraft({
    ...{ agency, isGovernment, format, tally, facts },
    ...(previousReport !== null && { previous: previousReport }),
    ...(signedOn !== null && { signedOn }),
  });
  const narrative = narrativeOf(composed, stored.sections);
  const draft = writtenDraft(composed, narrative, stored.frame);
  return { counted, facts, previous, previousReport, composed, stored, narrative, draft, isOver };
}

/** A year as it stood at an instant. */
async function countedAt(
  { database, calendar }: Office,
  { agencyId, year, instant }: { readonly agencyId: string; readonly year: number; readonly instant: string },
): Promise<CountedYear> {
  const counted = await tallyOf(database, { agencyId, year, asOf: instant });
  return { counted, behind: await factsBehind(database, counted, calendar) };
}

/** A correction keeps the day of the edition it corrects; a report of a year that is over is signed today. */
async function usualSigningDay(
  office: Office,
  { agencyId, year, isOver }: { readonly agencyId: string; readonly year: number; readonly isOver: boolean },
): Promise<PlainDate | null> {
  const last = (await loadEditions(office.database, agencyId, year)).at(-1);
  const frozen = last === undefined ? null : (last.body as EditionBody).report.signOff; // frozen by freezeReport
  return frozen?.on ?? (isOver ? todayIn(office) : null);
}
