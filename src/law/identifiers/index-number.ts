import { plainIdentifier } from "./identifier-fault.js";

/**
 * 索引号 of a published item. The national scheme (政府信息公开目录系统实施指引) is organization code, year and five digits in order;
 * many places put the credit code in front, or have schemes of their own, which are kept as they are.
 */
export type IndexNumber =
  | {
      readonly scheme: "organization-code" | "credit-code";
      readonly text: string;
      readonly holder: string;
      readonly year: number;
      readonly serial: number;
    }
  | { readonly scheme: "other"; readonly text: string };

const NATIONAL = /^([0-9A-Z]{8}-?[0-9A-Z]|[0-9A-Z]{18})[/-](\d{4})-(\d{4,8})$/;
const MOST_CHARACTERS = 64;

/** An index number taken apart; null when it is empty or longer than any in use. */
export function readIndexNumber(written: string): IndexNumber | null {
  const text = plainIdentifier(written);
  if (text === "" || text.length > MOST_CHARACTERS) return null;
  const [, front, year, serial] = NATIONAL.exec(text) ?? [];
  if (front === undefined) return { scheme: "other", text };
  const holder = front.replace("-", "");
  const scheme = holder.length === 18 ? "credit-code" : "organization-code";
  return { scheme, text, holder, year: Number(year), serial: Number(serial) };
}

/** The index number of the national scheme: 000014349/2017-00110. Once given it never changes, even when the publisher does. */
export function indexNumber(holder: string, year: number, serial: number): string {
  return `${holder}/${String(year).padStart(4, "0")}-${String(serial).padStart(5, "0")}`;
}
