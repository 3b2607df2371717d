import { z } from "zod";

/** Why a report is published although a check objects: the value of the setting `finding-reason/<year>/<fingerprint>`. Empty: taken back. */
export const FINDING_REASON = z.object({
  reason: z.string(),
  /** What the check said, so that the reason can be understood later. */
  checkId: z.string(),
  message: z.string(),
});

export const findingReasonName = (year: number, fingerprint: string): string => `finding-reason/${year}/${fingerprint}`;
