/** What can be taken out of a file as a whole, besides the data that were found in its text. */
export const REMOVALS = ["properties", "comments", "changes", "hidden", "embedded"] as const;
export type Removal = (typeof REMOVALS)[number];
