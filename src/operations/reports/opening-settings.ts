import { z } from "zod";
import type { ComposedReport } from "../../report/composed-report.js";
import { TABLE_IDS } from "../../report/format.js";
import type { Explanation, Opening } from "../../tally/opening.js";

const ADDRESS = { table: z.enum(TABLE_IDS), row: z.string(), column: z.string() };

/** Last year's published report as it opened the books of a year: the value of the setting `paper-opening/<year>`; null takes it back. */
export const PAPER_OPENING = z
  .object({
    opening: z.object({
      kind: z.literal("paper"),
      agencyId: z.string(),
      countedAgencies: z.array(z.string()),
      /** The year of that report: the one before the year whose books are opened. */
      year: z.number().int(),
      format: z.string(),
      figures: z.array(z.object({ ...ADDRESS, value: z.number().nullable() })),
    }),
    /** The file it was read from. */
    source: z.object({
      fileName: z.string(),
      sha256: z.string(),
      title: z.string(),
      /** Where the file itself is kept; null when it could not be kept as it is. */
      attachmentId: z.string().nullable(),
    }),
    /** What the file said, as far as it could be read: this year's report is compared with it and answers its promises. */
    report: z.custom<ComposedReport>((value) => typeof value === "object" && value !== null),
  })
  .nullable();
export type PaperOpening = NonNullable<z.infer<typeof PAPER_OPENING>>;

/** Why last year's report and the register differ: the value of the setting `opening-explanations/<year>`. The last one of a cell counts. */
export const OPENING_EXPLANATIONS = z.array(z.object({ agencyId: z.string(), ...ADDRESS, reason: z.string() }));
export type OpeningExplanations = z.infer<typeof OPENING_EXPLANATIONS>;

/** What a desk sets for its own tally (tally/tally-settings): the value of the setting `tally-settings`. What is left out is the default. */
export const TALLY_SETTINGS = z.object({
  countsCarriedProceedings: z.boolean().optional(),
  appealReopens: z.boolean().optional(),
  publicTotal: z.enum(["ever-published", "in-force"]).optional(),
  /** Rows of table two the agency has no power for. */
  withoutPower: z.array(z.string()).optional(),
});
export type OwnTallySettings = z.infer<typeof TALLY_SETTINGS>;
export const TALLY_SETTINGS_NAME = "tally-settings";

/** The name of the setting, in the chain of the agency whose report it was. `year` is the year whose books are opened. */
export const paperOpeningName = (year: number): string => `paper-opening/${year}`;

/** The same for the explanations of the year that is opened, in the chain of the agency that writes that year's report. */
export const openingExplanationsName = (year: number): string => `opening-explanations/${year}`;

/** The opening in a stored value; null when none is set or it was taken back. */
export function paperOpeningIn(value: unknown): Opening | null {
  return value === undefined || value === null ? null : (PAPER_OPENING.parse(value)?.opening ?? null);
}

/** The explanations in a stored value; none when it was never set. */
export function explanationsIn(value: unknown): readonly Explanation[] {
  return value === undefined || value === null ? [] : OPENING_EXPLANATIONS.parse(value);
}
