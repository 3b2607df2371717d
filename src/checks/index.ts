import type { Check } from "./define-check.js";

/** Every check, in the order a careful reader would go. Written by hand; a test compares it with the folders. */
export const CHECKS: readonly Check[] = [];
