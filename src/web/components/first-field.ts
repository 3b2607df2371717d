import { type RefObject, useEffect } from "react";

const FIELD = "input:not([disabled]):not([type='hidden']), textarea:not([disabled])";

/** Puts the focus into the first field of what has just opened, so that nobody looks for it with the Tab key. */
export function useFirstField(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const first = place.current?.querySelector<HTMLInputElement>(FIELD);
    if (first === undefined || first === null) return;
    // Of several that stand open, the arrows go on from the one that is chosen.
    const chosen =
      first.type === "radio" ? place.current?.querySelector<HTMLElement>(`input[name="${first.name}"]:checked`) : null;
    (chosen ?? first).focus();
  }, [place]);
}
