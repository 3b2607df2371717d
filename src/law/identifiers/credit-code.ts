import { PROVINCE_CODES } from "./division-code.js";
import { error, type IdentifierFault, plainIdentifier, warning, weightedSum } from "./identifier-fault.js";
import { organizationCodeCheckCharacter } from "./organization-code.js";

/**
 * 统一社会信用代码 (GB 32100-2015): registration authority and kind (2), division (6), organization code (9), check character.
 * Codes that fail the check have been issued, so everything but the shape is only warned of.
 */
export interface CreditCode {
  readonly code: string;
  readonly divisionCode: string;
  readonly organizationCode: string;
  readonly faults: readonly IdentifierFault[];
}

// Without I, O, S, V, Z.
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** What the letters the standard leaves out are usually misread or mistyped for. */
const MISTAKEN_FOR: ReadonlyMap<string, string> = new Map([
  ["I", "1"],
  ["O", "0"],
  ["S", "5"],
  ["V", "U"],
  ["Z", "2"],
]);

/** What a credit code says and what is remarkable about it. */
export function readCreditCode(text: string): CreditCode {
  const code = plainIdentifier(text);
  const parts = { code, divisionCode: code.slice(2, 8), organizationCode: code.slice(8, 17) };
  if (!/^[0-9A-Z]{18}$/.test(code)) return { ...parts, faults: [error("shape", "统一社会信用代码应为18位数字或者大写字母")] };
  const foreign = [...code].filter((character) => MISTAKEN_FOR.has(character));
  if (foreign.length > 0) {
    const hints = [...new Set(foreign)].map((letter) => `${letter}（是否为${MISTAKEN_FOR.get(letter)}）`).join("、");
    return { ...parts, faults: [warning("letter", `代码中不使用字母I、O、S、V、Z，此处有${hints}`)] };
  }
  const faults: IdentifierFault[] = [];
  if (!/^\d{6}$/.test(parts.divisionCode)) faults.push(warning("division", "第3至8位应为6位数字的登记机关行政区划码"));
  else if (!/^100000/.test(parts.divisionCode) && !PROVINCE_CODES.has(parts.divisionCode.slice(0, 2))) {
    faults.push(warning("division", "第3至8位不是行政区划代码"));
  }
  if (organizationCodeCheckCharacter(parts.organizationCode) !== parts.organizationCode[8]) {
    faults.push(warning("organization-code", "第9至17位作为组织机构代码，校验码不符"));
  }
  const check = creditCodeCheckCharacter(code);
  if (check !== code[17]) faults.push(warning("check-digit", `校验码不符，按标准应为${check}，请核对是否输错`));
  return { ...parts, faults };
}

/** The eighteenth character for the first seventeen; null when a character is not of the standard. */
export function creditCodeCheckCharacter(code: string): string | null {
  const sum = weightedSum(code, WEIGHTS, ALPHABET);
  return sum === null ? null : ALPHABET.charAt((31 - (sum % 31)) % 31);
}
