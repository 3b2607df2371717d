import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB and two passes: what OWASP asks for at least, and half a second is not for an office of two cores. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), OPTIONS);
}

/** What is checked when there is no such account, so that the answer takes as long. */
let nobody: Promise<string> | null = null;

/** Whether a password is the one of the hash; never for an account without a password. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword("nobody has this password");
  const isRight = await verify(stored ?? (await nobody), password.normalize("NFKC"));
  return isRight && stored !== null;
}

const LETTERS = "abcdefghjkmnpqrstuvwxyz";
const CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const DIGITS = "23456789";

/** A password to be used once: easy to read aloud, no letters that look alike, 80 random bits. */
export function oneTimePassword(): string {
  const pick = (from: string) => from[randomInt(from.length)] ?? "";
  const group = () => `${pick(CAPITALS)}${pick(LETTERS)}${pick(DIGITS)}${pick(LETTERS)}`;
  return [group(), group(), group(), group()].join("-");
}
