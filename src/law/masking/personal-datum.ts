import type { PersonalDataKind } from "./mask.js";

/** Personal data in a text: where, what, and how sure. A person decides; "likely" wants a second look. */
export interface PersonalDatum {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sureness: "sure" | "likely";
}
