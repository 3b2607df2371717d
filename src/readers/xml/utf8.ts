import { isUtf8 as nodeIsUtf8 } from "node:buffer";

/** Whether bytes are UTF-8 throughout. Node's own test runs at memory speed; a browser would decode once to find out. */
export function isUtf8(bytes: Uint8Array): boolean {
  return nodeIsUtf8(bytes);
}
