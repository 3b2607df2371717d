const HOURS_AHEAD = 8;

/** An instant as people in China read it: 2026年3月2日 14:05. */
export function chinaTime(instant: string): string {
  const there = new Date(Date.parse(instant) + HOURS_AHEAD * 3_600_000);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月${there.getUTCDate()}日`;
  return `${day} ${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`;
}
