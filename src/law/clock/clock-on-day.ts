import type { PlainDate } from "../plain-date.js";
import type { ClockReading, ClockState } from "./clock-reading.js";

/** Where the clock stands on a day: once the limit of the last open consultation is over, silence has answered and it runs again (第三十二条, 第三十四条). */
export function clockStateOn({ state }: ClockReading, today: PlainDate): ClockState {
  return state.kind === "stopped" && state.by === "consultation" && today > state.until ? { kind: "running" } : state;
}

/** Whether the reply was not given in time: the last day is past and the case was not ended by then. A clock that waits for the requester is never overdue. */
export function isOverdue({ due, state }: ClockReading, today: PlainDate): boolean {
  if (due === null) return false;
  return (state.kind === "ended" ? state.on : today) > due;
}
