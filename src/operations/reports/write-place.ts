import { AppError } from "../../errors.js";
import type { Actor, Office } from "../office.js";
import { draftReport } from "./draft-report.js";
import { writeSection } from "./write-narrative.js";

export interface PlaceWords {
  readonly agencyId: string;
  readonly year: number;
  /** The id of a place of the narrative: overview.lead. */
  readonly place: string;
  readonly text: string;
}

/** Writes one place of the report as it stands now, in whatever section it is. Gives the heading of that section. */
export async function writePlace(office: Office, actor: Actor, { agencyId, year, place, text }: PlaceWords): Promise<string> {
  const { narrative, stored } = await draftReport(office, actor, { agencyId, year });
  const section = narrative.find(({ places }) => places.some(({ id, kind }) => id === place && kind !== "heading"));
  if (section === undefined) throw new AppError("RECORD_UNKNOWN", { id: place, kind: "待写的地方" });
  const version = stored.writtenOf.get(section.section)?.version ?? 0;
  const places = [{ id: place, written: [text] }];
  return (await writeSection(office, actor, { agencyId, year, section: section.section, version, places })).heading;
}
