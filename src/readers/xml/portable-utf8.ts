const strict = new TextDecoder("utf-8", { fatal: true });

/** Whether bytes are UTF-8 throughout: they are decoded once to find out. */
export function portableIsUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false; // the bytes do not fit; that is the question that was asked
    throw error;
  }
}
