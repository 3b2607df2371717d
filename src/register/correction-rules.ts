import type { Act, Circumstances } from "./transition.js";

/** What stands in the way of a correction (更正), of a case or of a proceeding. */
export const CORRECTION_REFUSALS = {
  unknownEvent: "没有编号为“{eventId}”的有效记录，可能已被更正。",
  noReason: "更正记录必须写明理由。",
  futureDay: "更正后的日期晚于今天，尚未发生的事项不能登记。",
} as const;

interface Correction {
  readonly eventId: string;
  readonly replacement: Act | null;
}

/** Only what stands on record is corrected, with a reason, and never by something that is still to happen. */
export function refuseCorrection({ eventId, replacement }: Correction, { standing = [], reason, today }: Circumstances) {
  if (!standing.some(({ id }) => id === eventId)) return { refusalId: "unknownEvent" as const, data: { eventId } };
  if (replacement !== null && replacement.on > today) return { refusalId: "futureDay" as const, data: {} };
  return reason === undefined ? { refusalId: "noReason" as const, data: {} } : null;
}
