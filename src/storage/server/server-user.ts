import { readFileSync } from "node:fs";

/** The account the server runs under. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** The accounts taken when we are root, in this order; all that is asked of them is that they are nobody's login. */
const ACCOUNTS = ["postgres", "nobody"];

/**
 * The account to run the server under, or null when it can run as we do. `initdb` and `postgres` refuse root and refuse an id
 * that has no entry in the list of accounts, so an existing one is taken; none is created.
 */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ACCOUNTS) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid !== undefined && gid !== undefined && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}
