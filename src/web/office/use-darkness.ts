import { useEffect, useState } from "react";
import { cssProperties, DARK, LIGHT } from "../design/tokens.js";

const WISH = "(prefers-color-scheme: dark)";

/** Whether the person's system asks for dark pages; keeps the custom properties of the page in step. */
export function useDarkness(): boolean {
  const [isDark, setDark] = useState(() => matchMedia(WISH).matches);
  useEffect(() => {
    const wish = matchMedia(WISH);
    const follow = () => setDark(wish.matches);
    wish.addEventListener("change", follow);
    return () => wish.removeEventListener("change", follow);
  }, []);
  useEffect(() => {
    document.documentElement.style.cssText = `${cssProperties(isDark ? DARK : LIGHT)} color-scheme: ${isDark ? "dark" : "light"};`;
  }, [isDark]);
  return isDark;
}
