import { error, type IdentifierFault, plainIdentifier } from "./identifier-fault.js";

/** A passport or another travel document: every state has its own numbers, so only the characters are looked at. */
export function readPassport(text: string): { readonly number: string; readonly faults: readonly IdentifierFault[] } {
  const number = plainIdentifier(text);
  const isPossible = /^[A-Z0-9]{5,20}$/.test(number) && /\d/.test(number);
  return { number, faults: isPossible ? [] : [error("shape", "证件号码应为5至20位字母和数字")] };
}
