import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { decryptBound, encryptBound } from "./bound-cipher.js";

/**
 * Keeps short texts that must not lie open in the database: shared secrets of second factors, kept answers, sign-ins under way. Each
 * purpose has a key of its own (HKDF, RFC 5869), so that a text of one purpose opens nothing of another.
 */
export class Vault {
  readonly #key: Buffer;

  constructor(root: Buffer, purpose: string) {
    this.#key = Buffer.from(hkdfSync("sha256", root, "", `yangguang\n${purpose}`, 32));
  }

  /** Encrypts a text, bound to a place, so that it cannot be moved to another. */
  seal(text: string | Uint8Array, place: string): Buffer {
    return encryptBound(typeof text === "string" ? Buffer.from(text, "utf8") : text, this.#key, place);
  }

  /** The bytes again. Throws when a byte of them, the place or the key is another. */
  open(sealed: Buffer, place: string): Buffer {
    return decryptBound(sealed, this.#key, place);
  }

  /** What nobody without the key can make: proves that a text came from here. */
  sign(text: string): Buffer {
    return createHmac("sha256", this.#key).update(text, "utf8").digest();
  }

  isSigned(text: string, signature: Uint8Array): boolean {
    const right = this.sign(text);
    return right.length === signature.length && timingSafeEqual(right, signature);
  }
}
