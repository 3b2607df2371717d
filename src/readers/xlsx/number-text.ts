const DAY_MILLISECONDS = 86_400_000;
/** Day 0 of a serial, so that day 61 is 1 March 1900: the calendar of workbooks has a 29 February 1900 that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465;

/**
 * A number of a workbook as text: the digits a person typed (59237.2449, not 59237.244899999998), with the unit its format
 * adds, as a percentage or a date if its format says so. Rounding and thousands separators are left to the reader's eye.
 */
export function numberText(stored: string, format: string, is1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored;
  if (format === "" || format === "General" || format === "@") return String(value);
  const section = (format.split(";")[0] ?? "").replace(/\[[^\]]{0,40}\]/g, "").replace(/[_*]./g, "");
  const bare = section.replace(/"[^"]*"|\\./g, "");
  if (/[ymdh]/i.test(bare) && !/[0#?]/.test(bare)) return dateText(value, bare, is1904) ?? String(value);
  if (bare.includes("%")) return `${percentText(value, bare)}%`;
  const { before, after } = literals(section);
  return `${before}${String(value)}${after}`;
}

function percentText(value: number, format: string): string {
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  return (value * 100).toFixed(Math.min(decimals, 20));
}

/** The words a format puts round a number, such as 万元. */
function literals(section: string): { before: string; after: string } {
  const first = section.search(/[0#?]/);
  if (first < 0) return { before: "", after: "" };
  const last = Math.max(section.lastIndexOf("0"), section.lastIndexOf("#"), section.lastIndexOf("?"));
  return { before: words(section.slice(0, first)), after: words(section.slice(last + 1)) };
}

function words(format: string): string {
  let text = "";
  for (const match of format.matchAll(/"([^"]*)"|\\(.)|(\p{Script=Han})/gu)) text += match[1] ?? match[2] ?? match[3] ?? "";
  return text.trim();
}

/** A date as it is written in Chinese, with the parts its format shows. */
function dateText(serial: number, format: string, is1904: boolean): string | null {
  if (serial < 0 || serial > LAST_SERIAL) return null;
  const day = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(serial * DAY_MILLISECONDS));
  const isTime = /h/i.test(format);
  const months = /y|d/i.test(format) || !isTime;
  const parts = [
    /y/i.test(format) ? `${day.getUTCFullYear()}年` : "",
    months && /m/i.test(format) ? `${day.getUTCMonth() + 1}月` : "",
    /d/i.test(format) ? `${day.getUTCDate()}日` : "",
  ].join("");
  const two = (value: number): string => String(value).padStart(2, "0");
  const time = isTime ? `${two(day.getUTCHours())}:${two(day.getUTCMinutes())}` : "";
  return [parts, time].filter((part) => part !== "").join(" ");
}
