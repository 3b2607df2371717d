import { type RefObject, useEffect, useRef } from "react";
import { useSearchParams } from "react-router";

/** Where the work goes on; a link only where there is nothing else. */
const CONTROLS = ["textarea, input, button", "a[href]"];

/**
 * Brings what the address names into sight and puts the focus on it, once it is there: the way from a finding to its place and back.
 * `name` is the parameter, `value` what stands in it for this part of the page.
 */
export function useSought<Part extends HTMLElement>(name: "at" | "finding", value: string): [RefObject<Part | null>, boolean] {
  const [search] = useSearchParams();
  const place = useRef<Part>(null);
  const isSought = search.get(name) === value;
  useEffect(() => {
    const part = place.current;
    if (!isSought || part === null) return;
    part.scrollIntoView({ block: "center" });
    const control = CONTROLS.map((one) => part.querySelector<HTMLElement>(one)).find((one) => one !== null);
    control?.focus({ preventScroll: true });
  }, [isSought]);
  return [place, isSought];
}
