import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** What X25519 keys begin with in their standard wrapping (RFC 8410). */
const PUBLIC_WRAP = Buffer.from("302a300506032b656e032100", "hex");
const PRIVATE_WRAP = Buffer.from("302e020100300506032b656e04220420", "hex");

/** A pair of keys as plain bytes: the public one lies in the portal, the private one in the key file of the office. */
export interface InboxKeyPair {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

export function freshInboxKeyPair(): InboxKeyPair {
  const { privateKey } = generateKeyPairSync("x25519");
  const bytes = privateKey.export({ format: "der", type: "pkcs8" }).subarray(PRIVATE_WRAP.length);
  return { publicKey: publicKeyOf(bytes), privateKey: Buffer.from(bytes) };
}

export function publicKeyOf(privateKey: Buffer): Buffer {
  return Buffer.from(
    createPublicKey(privateObject(privateKey)).export({ format: "der", type: "spki" }).subarray(PUBLIC_WRAP.length),
  );
}

/**
 * Encrypts bytes so that only the holder of the private key can read them, and not whoever encrypts them, once this call is over:
 * a fresh key pair, X25519, HKDF, AES-256-GCM. `boundTo` names what they belong to; under another name they do not open.
 */
export function seal(content: Uint8Array, publicKey: Buffer, boundTo: string): Buffer {
  const fresh = generateKeyPairSync("x25519");
  const ephemeral = fresh.publicKey.export({ format: "der", type: "spki" }).subarray(PUBLIC_WRAP.length);
  const shared = diffieHellman({ privateKey: fresh.privateKey, publicKey: publicObject(publicKey) });
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(shared, ephemeral, publicKey), nonce).setAAD(Buffer.from(boundTo, "utf8"));
  const text = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([ephemeral, nonce, cipher.getAuthTag(), text]);
}

/** The bytes again. Throws when a byte, the name or the key is another. */
export function unseal(sealed: Buffer, privateKey: Buffer, boundTo: string): Buffer {
  const ephemeral = sealed.subarray(0, KEY_BYTES);
  const nonce = sealed.subarray(KEY_BYTES, KEY_BYTES + NONCE_BYTES);
  const tag = sealed.subarray(KEY_BYTES + NONCE_BYTES, KEY_BYTES + NONCE_BYTES + TAG_BYTES);
  const shared = diffieHellman({ privateKey: privateObject(privateKey), publicKey: publicObject(ephemeral) });
  const decipher = createDecipheriv(ALGORITHM, keyOf(shared, ephemeral, publicKeyOf(privateKey)), nonce, {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(boundTo, "utf8"))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(KEY_BYTES + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

function keyOf(shared: Buffer, ephemeral: Buffer, publicKey: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", shared, Buffer.concat([ephemeral, publicKey]), "yangguang inbox 1", KEY_BYTES));
}

function publicObject(bytes: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_WRAP, bytes]), format: "der", type: "spki" });
}

function privateObject(bytes: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_WRAP, bytes]), format: "der", type: "pkcs8" });
}
