import { createHmac, randomBytes } from "node:crypto";
import { canonicalJson } from "../../register/hash-chain.js";
import { decryptBound, encryptBound, SEALING_BYTES } from "./bound-cipher.js";

/** Goes before everything sealed here, so that another way of sealing can be told from this one. */
const FORMAT = Buffer.of(1);
const DATA_KEY_BYTES = 32;

/** As much longer is a sealed file than the file. */
export const SEALED_FILE_BYTES = FORMAT.length + SEALING_BYTES;

/** What tells of a file without its bytes. The name is part of it: people name scans after whom they show. */
export interface FileLabel {
  readonly name: string;
  readonly sha256: string;
}

export interface LabelledFile extends FileLabel {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/**
 * A file as stored. Its bytes are sealed with a key of their own, which lies with the label in the envelope; only the envelope is
 * sealed with the identity key, so that a change of that key does not touch the bytes.
 */
export interface SealedFile {
  readonly envelope: Buffer;
  readonly bytes: Buffer;
}

interface Envelope extends FileLabel {
  readonly key: string;
}

/** Seals a file under the identity key. The same file sealed twice looks different: nobody sees that two are equal. */
export function sealFile({ id, name, sha256, bytes }: LabelledFile, identityKey: Buffer): SealedFile {
  const key = randomBytes(DATA_KEY_BYTES);
  const content: Envelope = { name, sha256, key: key.toString("base64") };
  return {
    envelope: sealEnvelope(Buffer.from(JSON.stringify(content), "utf8"), id, identityKey),
    bytes: encryptBound(bytes, key, contentPlace(id, sha256), FORMAT),
  };
}

/** The label of a sealed file. Throws when a byte of the envelope, the file or the key is another. */
export function openLabel(envelope: Buffer, id: string, identityKey: Buffer): FileLabel {
  const { name, sha256 } = openEnvelope(envelope, id, identityKey);
  return { name, sha256 };
}

/** A sealed file with its label. Throws when a byte of either, the file or the key is another. */
export function openFile({ envelope, bytes }: SealedFile, id: string, identityKey: Buffer): LabelledFile {
  const { name, sha256, key } = openEnvelope(envelope, id, identityKey);
  const opened = decryptBound(withoutFormat(bytes), Buffer.from(key, "base64"), contentPlace(id, sha256));
  return { id, name, sha256, bytes: opened };
}

/** The same envelope under another identity key. */
export function resealEnvelope(envelope: Buffer, id: string, keys: { readonly from: Buffer; readonly to: Buffer }): Buffer {
  return sealEnvelope(decryptBound(withoutFormat(envelope), keys.from, envelopePlace(id)), id, keys.to);
}

/** Stands for a file in the hash chain: stays the same when the key is changed, and confirms no guess of what is in it. */
export function fileSeal({ id, name, sha256 }: Omit<LabelledFile, "bytes">, indexKey: Buffer): Buffer {
  return createHmac("sha256", indexKey)
    .update(`attachment\n${canonicalJson({ id, name, sha256 })}`)
    .digest();
}

function sealEnvelope(content: Buffer, id: string, key: Buffer): Buffer {
  return encryptBound(content, key, envelopePlace(id), FORMAT);
}

function openEnvelope(envelope: Buffer, id: string, key: Buffer): Envelope {
  // What was sealed is what `sealFile` made: the tag has proved it.
  return JSON.parse(decryptBound(withoutFormat(envelope), key, envelopePlace(id)).toString("utf8")) as Envelope; // see above
}

function withoutFormat(sealed: Buffer): Buffer {
  if (sealed[0] !== FORMAT[0]) throw new Error("A sealed file is of a form that this version does not know.");
  return sealed.subarray(FORMAT.length);
}

const envelopePlace = (id: string): string => `attachment-envelope\n${id}`;
const contentPlace = (id: string, sha256: string): string => `attachment\n${id}\n${sha256}`;
