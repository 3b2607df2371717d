import { error, type IdentifierFault, plainIdentifier, warning, weightedSum } from "./identifier-fault.js";

/** 组织机构代码 (GB 11714): eight characters and a check character, printed with or without a hyphen. It lives on in old index numbers. */
export interface OrganizationCode {
  readonly code: string;
  readonly faults: readonly IdentifierFault[];
}

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** What an organization code is without its hyphen, and what is remarkable about it; placeholders with wrong checks are in use. */
export function readOrganizationCode(text: string): OrganizationCode {
  const code = plainIdentifier(text).replace(/^(.{8})-(.)$/, "$1$2");
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) {
    return { code, faults: [error("shape", "组织机构代码应为8位数字或者大写字母加1位校验码")] };
  }
  const check = organizationCodeCheckCharacter(code);
  return { code, faults: check === code[8] ? [] : [warning("check-digit", `校验码不符，按标准应为${check}，请核对是否输错`)] };
}

/** The ninth character for the first eight; null when a character is not of the standard. */
export function organizationCodeCheckCharacter(code: string): string | null {
  const sum = weightedSum(code, WEIGHTS, ALPHABET);
  if (sum === null) return null;
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : String(check % 11);
}
