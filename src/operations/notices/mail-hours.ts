import type { MailSettings } from "../../storage/mail-settings.js";

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Whether no mail goes out at an instant: the hours of quiet may lie over midnight; two equal times of day mean none. */
export function isQuiet({ quietFrom, quietUntil }: Pick<MailSettings, "quietFrom" | "quietUntil">, at: Date): boolean {
  const now = CLOCK.format(at);
  if (quietFrom === quietUntil) return false;
  if (quietFrom < quietUntil) return now >= quietFrom && now < quietUntil;
  return now >= quietFrom || now < quietUntil;
}
