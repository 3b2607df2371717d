import { useCallback, useEffect, useState } from "react";

let prefix = "yangguang-draft::";

/** Drafts hold names and numbers of persons: who signs in at a computer sees their own, not those of a colleague whose session ran out. */
export function keepDraftsOf(accountId: string): void {
  prefix = `yangguang-draft:${accountId}:`;
}

/** What is being filled in, kept in this browser until it is sent, so that a crash or a closed window loses nothing. */
export function useKeptDraft<Value extends object>(
  name: string,
  empty: Value,
): readonly [Value, (value: Value) => void, () => void] {
  const key = `${prefix}${name}`;
  const [value, setValue] = useState<Value>(() => kept(key, empty));
  useEffect(() => {
    try {
      if (value === empty) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // A full or forbidden store keeps nothing; the form still works.
    }
  }, [key, value, empty]);
  const forgetIt = useCallback(() => {
    localStorage.removeItem(key);
    setValue(empty);
  }, [key, empty]);
  return [value, setValue, forgetIt];
}

/** Puts something aside for a form that is opened later, over what is kept for it already. */
export function keepForLater(name: string, value: object): void {
  const before = kept(`${prefix}${name}`, {});
  localStorage.setItem(`${prefix}${name}`, JSON.stringify({ ...before, ...value }));
}

/** How many drafts of this person this browser keeps. */
export function countDrafts(): number {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).length;
}

/** They go when the person signs out. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

function kept<Value extends object>(key: string, empty: Value): Value {
  try {
    const text = localStorage.getItem(key);
    const value: unknown = text === null ? null : JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...empty, ...value } : empty;
  } catch {
    return empty;
  }
}
