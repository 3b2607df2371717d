import { dayOf, type PlainDate } from "../plain-date.js";
import { PROVINCE_CODES } from "./division-code.js";
import { error, type IdentifierFault, plainIdentifier, warning, weightedSum } from "./identifier-fault.js";

/** 公民身份号码 (GB 11643-1999): six digits of division, eight of birth, three in order, one check character. */
export interface IdCard {
  readonly number: string;
  readonly bornOn: PlainDate | null;
  readonly faults: readonly IdentifierFault[];
}

const DIGITS = "0123456789";
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";

/**
 * Beginnings that are no province: 83 for residents of Taiwan (港澳台居民居住证), 9 for foreigners with a permanent residence card,
 * whose 18 characters follow the same standard.
 */
const OTHER_BEGINNINGS = /^(?:83|9)/;

/** What an identity number says and what is wrong with it. `today` only tells that nobody is born later. */
export function readIdCard(text: string, today: PlainDate): IdCard {
  const number = plainIdentifier(text);
  if (/^\d{15}$/.test(number)) {
    return {
      number,
      bornOn: birthday(`19${number.slice(6, 12)}`),
      faults: [error("old-number", "15位旧号码已停止使用，应为18位")],
    };
  }
  if (!/^\d{17}[\dX]$/.test(number)) {
    return { number, bornOn: null, faults: [error("shape", "公民身份号码应为17位数字加1位数字或者X")] };
  }
  const bornOn = birthday(number.slice(6, 14));
  const faults: IdentifierFault[] = [];
  if (bornOn === null || bornOn > today || bornOn < "1850-01-01") faults.push(error("birthday", "第7至14位不是可能的出生日期"));
  if (!PROVINCE_CODES.has(number.slice(0, 2)) && !OTHER_BEGINNINGS.test(number)) {
    faults.push(warning("division", "前两位不是行政区划代码"));
  }
  const check = idCardCheckCharacter(number);
  if (check !== number[17]) faults.push(error("check-digit", `校验码不符，应为${check}，请核对是否输错`));
  return { number, bornOn, faults };
}

/** The eighteenth character for the first seventeen digits (ISO 7064 MOD 11-2); null when they are no digits. */
export function idCardCheckCharacter(number: string): string | null {
  const sum = weightedSum(number, WEIGHTS, DIGITS);
  return sum === null ? null : CHECK_CHARACTERS.charAt(sum % 11);
}

function birthday(digits: string): PlainDate | null {
  return dayOf(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
}
