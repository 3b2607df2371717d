import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

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
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, nonce).setAAD(Buffer.from(place, "utf8"));
    const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** The bytes again. Throws when a byte of them, the place or the key is another. */
  open(sealed: Buffer, place: string): Buffer {
    const decipher = createDecipheriv(ALGORITHM, this.#key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place, "utf8"))
      .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
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
