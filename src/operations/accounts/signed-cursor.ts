import type { Office } from "../office.js";

/** Where a list goes on, as a text that only we can make: whoever calls cannot ask for what the list would not have given. */
export function signCursor({ database }: Office, list: string, place: unknown): string {
  const text = Buffer.from(JSON.stringify(place), "utf8").toString("base64url");
  return `${text}.${database.keys.vault("cursor").sign(`${list}\n${text}`).toString("base64url")}`;
}

/** The place a cursor of this list names; undefined when we did not make it. */
export function openCursor({ database }: Office, list: string, cursor: string): unknown {
  const [text = "", signature = ""] = cursor.split(".");
  if (!database.keys.vault("cursor").isSigned(`${list}\n${text}`, Buffer.from(signature, "base64url"))) return undefined;
  return JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown;
}
