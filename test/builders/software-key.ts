import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

/** A security key in software: answers as WebAuthn Level 2 says, so that tests can also make it answer wrongly. */
export class SoftwareKey {
  readonly #pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly id = randomBytes(32);
  counter = 0;

  /** What a browser hands back after a key was made. */
  make({ challenge, rp }: { readonly challenge: string; readonly rp: { readonly id: string } }, origin: string) {
    const clientData = clientDataOf("webauthn.create", challenge, origin);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, this.#publicKey()]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      ...[cborText("fmt"), cborText("none"), cborText("attStmt"), Buffer.from([0xa0])],
      ...[cborText("authData"), cborBytes(this.#authData(rp.id, 0x41, attested))],
    ]);
    return this.#answer({ clientDataJSON: text(clientData), attestationObject: text(attestationObject) });
  }

  /** What a browser hands back after the key has signed. */
  sign({ challenge, rpId }: { readonly challenge: string; readonly rpId: string }, origin: string) {
    this.counter += 1;
    const clientData = clientDataOf("webauthn.get", challenge, origin);
    const authData = this.#authData(rpId, 0x01);
    const signed = createSign("sha256").update(authData).update(createHash("sha256").update(clientData).digest());
    const signature = signed.sign(this.#pair.privateKey);
    return this.#answer({
      clientDataJSON: text(clientData),
      authenticatorData: text(authData),
      signature: text(signature),
    });
  }

  #answer<Response>(response: Response) {
    return { id: text(this.id), rawId: text(this.id), type: "public-key", response };
  }

  /** WebAuthn 6.1: the hash of the place, what was done, the count, and a new key. */
  #authData(rpId: string, flags: number, attested: Buffer = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([flags]), counter, attested]);
  }

  /** COSE_Key: EC2, ES256, P-256, x, y. */
  #publicKey(): Buffer {
    const { x = "", y = "" } = this.#pair.publicKey.export({ format: "jwk" });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(Buffer.from(x, "base64url")),
      Buffer.from([0x22]),
      cborBytes(Buffer.from(y, "base64url")),
    ]);
  }
}

function clientDataOf(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

const text = (bytes: Buffer): string => bytes.toString("base64url");

function cborText(words: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
}

function cborBytes(bytes: Buffer): Buffer {
  const head = bytes.length < 256 ? [0x58, bytes.length] : [0x59, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.concat([Buffer.from(head), bytes]);
}
