import type { PlainDate } from "../law/plain-date.js";
import type { MonthlyFigure, NormativeDocument } from "../register/published-figure.js";
import type { TableForm } from "../report/format.js";
import type { CountedAgency } from "./counted-agency.js";
import type { Explanation, Opening } from "./opening.js";
import type { TallySettings } from "./tally-settings.js";

/** What counts of a document and of a figure. */
export type CountedDocument = Omit<NormativeDocument, "id" | "title" | "number" | "recordedBy" | "reason">;
export type CountedFigure = Omit<MonthlyFigure, "recordedBy" | "reason" | "source">;

/** What table two of a year is counted from. */
export interface PublishedOfYear {
  readonly form: TableForm;
  readonly agencies: readonly CountedAgency[];
  readonly documents: readonly CountedDocument[];
  readonly figures: readonly CountedFigure[];
  readonly year: number;
  readonly begin: PlainDate;
  readonly until: PlainDate;
  readonly asOf: string;
  readonly openings: readonly Opening[];
  readonly explanations: readonly Explanation[];
  readonly settings: TallySettings;
}
