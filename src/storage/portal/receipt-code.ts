import { createHash, createHmac, hkdfSync, randomBytes, scrypt } from "node:crypto";

/** Crockford's base 32: no I, L, O, U, so nothing is misread on paper or over the phone. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const NUMBER_SIGNS = 8;
/** 50 bits. */
const CODE_SIGNS = 10;
const TOKEN_BYTES = 24;

/** A fresh token for a form; whoever knows it can make the receipt again, so it never leaves the page of the requester. */
export function newFormToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

export const FORM_TOKEN = /^[\w-]{32}$/;

export interface ReceiptParts {
  readonly number: string;
  readonly code: string;
  readonly tokenHash: Buffer;
}

/**
 * Number and code of a form, made of its token alone: the same form sent twice gets the same receipt, and nothing that can make
 * the code again is kept here. `place` is the division code of the agency, `day` the day in China as yyyymmdd.
 */
export function receiptOf(token: string, place: string, day: string): ReceiptParts {
  const part = (name: string, length: number) => Buffer.from(hkdfSync("sha256", token, "", `yangguang receipt ${name}`, length));
  return {
    number: `${place}-${day}-${signsOf(part("number", NUMBER_SIGNS), NUMBER_SIGNS)}`,
    code: signsOf(part("code", CODE_SIGNS), CODE_SIGNS),
    tokenHash: createHash("sha256").update(`form\n${token}`).digest(),
  };
}

/** Tells a form sent twice from one that was changed in between, without saying anything about its content. */
export function contentMac(content: Uint8Array, token: string): Buffer {
  return createHmac("sha256", `content ${token}`).update(content).digest();
}

/** What is kept of a code: slow to make (scrypt, salted with the number), so that a stolen table does not give the codes away. */
export function codeHash(number: string, code: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(code, `yangguang code ${number}`, 32, { N: 8192, r: 8, p: 1 }, (error, key) => {
      if (error) reject(error);
      else resolve(createHash("sha256").update(key).digest());
    });
  });
}

/** A number or code as people type it: width, case, spaces do not matter, nor O for 0 and I or L for 1. */
export function plainNumber(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s‐-―−﹣－]/gu, (sign) => (/\s/.test(sign) ? "" : "-"));
  const end = plain.lastIndexOf("-");
  return end < 0 ? plain : plain.slice(0, end + 1) + plainSigns(plain.slice(end + 1));
}

export function plainCode(text: string): string {
  return plainSigns(
    text
      .normalize("NFKC")
      .toUpperCase()
      .replaceAll(/[\s\p{Dash}]/gu, ""),
  );
}

function plainSigns(text: string): string {
  return text.replaceAll("O", "0").replaceAll(/[IL]/g, "1");
}

/** A code as it is shown: in two groups. */
export function shownCode(code: string): string {
  return `${code.slice(0, CODE_SIGNS / 2)}-${code.slice(CODE_SIGNS / 2)}`;
}

function signsOf(bytes: Buffer, length: number): string {
  let text = "";
  for (let at = 0; at < length; at++) text += SIGNS[(bytes[at] ?? 0) % SIGNS.length] ?? "";
  return text;
}
