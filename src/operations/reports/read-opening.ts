import { loadEditions } from "../../storage/stores/edition-store.js";
import { loadSetting } from "../../storage/stores/setting-store.js";
import type { EditionBody } from "../../tally/freeze-report.js";
import { openingOf } from "../../tally/open-books.js";
import type { OpeningFigure } from "../../tally/opening.js";
import type { OpeningDifference } from "../../tally/tally-result.js";
import type { Actor, Office } from "../office.js";
import { tallyOf } from "../tally-register.js";
import { PAPER_OPENING, type PaperOpening, paperOpeningName } from "./opening-settings.js";

/** With what the books of a year were opened, and where that and the register differ. */
export interface BooksOpened {
  /** Null: with nothing; the register itself says what was on hand. */
  readonly kind: "edition" | "paper" | null;
  /** The year of the report. */
  readonly year: number;
  readonly title: string | null;
  readonly fileName: string | null;
  readonly openedAt: string | null;
  readonly openedBy: string | null;
  readonly figures: readonly OpeningFigure[];
  readonly differences: readonly OpeningDifference[];
  readonly warnings: readonly string[];
}

interface OpeningQuestion {
  readonly agencyId: string;
  /** The year whose books are opened. */
  readonly year: number;
  readonly asOf?: string | undefined;
  /** An opening that is not stored: what would it be? */
  readonly instead?: PaperOpening;
}

/** With what the books of a year are opened, and every difference to the register. */
export async function readOpening(office: Office, _actor: Actor, question: OpeningQuestion): Promise<BooksOpened> {
  const { agencyId, year, asOf, instead } = question;
  const openings = instead === undefined ? undefined : [instead.opening];
  const instant = asOf === undefined ? null : new Date(asOf).toISOString();
  const { tally } = await tallyOf(office.database, {
    ...{ agencyId, year, asOf: instant },
    ...(openings !== undefined && { openings }),
  });
  const opened = instead === undefined ? await openedWith(office, question) : openedByPaper(instead, null);
  return { ...opened, year: year - 1, differences: tally.openingDifferences, warnings: [] };
}

type Opened = Omit<BooksOpened, "differences" | "warnings" | "year">;

const UNOPENED: Opened = { kind: null, title: null, fileName: null, openedAt: null, openedBy: null, figures: [] };

async function openedWith({ database }: Office, { agencyId, year }: OpeningQuestion): Promise<Opened> {
  const edition = (await loadEditions(database, agencyId, year - 1)).at(-1);
  if (edition !== undefined) {
    const { report, tally } = edition.body as EditionBody; // frozen by freezeReport
    const { recordedAt: openedAt, recordedBy: openedBy } = edition;
    return { kind: "edition", title: report.title, fileName: null, openedAt, openedBy, figures: openingOf(tally).figures };
  }
  const setting = await loadSetting(database, agencyId, paperOpeningName(year));
  const paper = setting && PAPER_OPENING.parse(setting.value);
  return paper === null || setting === null ? UNOPENED : openedByPaper(paper, setting);
}

function openedByPaper(
  { opening, source }: PaperOpening,
  setting: { readonly recordedAt: string; readonly recordedBy: string } | null,
): Opened {
  const { title, fileName } = source;
  const [openedAt, openedBy] = [setting?.recordedAt ?? null, setting?.recordedBy ?? null];
  return { kind: "paper", title, fileName, openedAt, openedBy, figures: opening.figures };
}
