import { isIP } from "node:net";

/** Where security keys are bound to: a key made for one place signs for no other (WebAuthn 13.4.9). */
export interface KeyPlace {
  readonly origin: string;
  readonly rpId: string;
}

/**
 * The place of keys: the address the office was told it has. Without one only this machine itself, where people try it out; what a request
 * says of its host could be made up. Browsers want https and a name, which a bare IP address is not.
 */
export function keyPlace(publicUrl: string | null, calledOrigin: string): KeyPlace | null {
  const called = URL.parse(publicUrl ?? calledOrigin);
  if (called === null || isIP(called.hostname.replaceAll(/[[\]]/g, "")) !== 0) return null;
  const isHere = called.hostname === "localhost";
  if (!isHere && (publicUrl === null || called.protocol !== "https:")) return null;
  return { origin: called.origin, rpId: called.hostname };
}
