import { z } from "zod";

const mapped = z.string().max(200).nullable().default(null);

/** Which column of a table holds what. Columns are named as in its head. */
export const importMapping = z.object({
  title: z.string().min(1).max(200),
  indexNumber: mapped,
  summary: mapped,
  documentNumber: mapped,
  madeOn: mapped,
  publishedOn: mapped,
  theme: mapped,
  genre: mapped,
  disclosureItem: mapped,
  validity: mapped,
  repealedOn: mapped,
  documentKind: mapped,
  address: mapped,
  text: mapped,
});
export type ImportMapping = z.output<typeof importMapping>;
