import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** As much longer is what `encryptBound` gives than what it takes. */
export const SEALING_BYTES = NONCE_BYTES + TAG_BYTES;

const NOTHING = Buffer.alloc(0);

/** Nonce, tag and encrypted bytes in one, behind `head`, bound to a place: put anywhere else they do not open. */
export function encryptBound(bytes: Uint8Array, key: Buffer, place: string, head: Buffer = NOTHING): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place, "utf8"));
  const parts = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([head, nonce, cipher.getAuthTag(), ...parts]); // once: a file may be large
}

/** The bytes again. Throws when one of them, the place or the key is another. */
export function decryptBound(sealed: Buffer, key: Buffer, place: string): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place, "utf8"))
    .setAuthTag(sealed.subarray(NONCE_BYTES, SEALING_BYTES));
  const opened = decipher.update(sealed.subarray(SEALING_BYTES));
  decipher.final(); // throws where the tag does not fit; GCM leaves nothing for it to give
  return opened;
}
