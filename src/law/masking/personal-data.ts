import { addressesIn } from "./address.js";
import { foldText } from "./fold-text.js";
import { masked } from "./mask.js";
import { numbersIn } from "./number-kinds.js";
import { DEFAULT_PASSPORTS, passportsIn } from "./passport-shape.js";
import type { PersonalDatum } from "./personal-datum.js";
import { platesIn } from "./plate.js";
import { scatteredNumbersIn } from "./scattered-numbers.js";

export type { PersonalDatum };

/** What an agency may set. */
export interface FindingSettings {
  /** Shapes of passport numbers, see passport-shape.ts. */
  readonly passports?: readonly string[];
}

/** Everything in a text that should be looked at before it is published, in the order of the text; found places do not overlap. */
export function findPersonalData(text: string, settings: FindingSettings = {}): PersonalDatum[] {
  const folded = foldText(text);
  return findPlain(folded.text, settings.passports ?? DEFAULT_PASSPORTS).map((datum) => {
    const { start, end } = folded.origin(datum.start, datum.end);
    return { ...datum, start, end, text: text.slice(start, end) };
  });
}

function findPlain(text: string, passports: readonly string[]): PersonalDatum[] {
  let found = [...emailsIn(text), ...numbersIn(text)];
  // What is written strangely is looked for in what is left, so that it never takes a piece of a number from its owner.
  found = [...found, ...scatteredNumbersIn(withoutFound(text, found))];
  found = [...found, ...platesIn(withoutFound(text, found)), ...passportsIn(withoutFound(text, found), passports)];
  // An address keeps its beginning when it is hidden, so no number may be inside it.
  found = [...found, ...addressesIn(withoutFound(text, found))];
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: PersonalDatum[] = [];
  for (const datum of found) {
    if (datum.start >= (kept.at(-1)?.end ?? 0)) kept.push(datum);
  }
  return kept;
}

/** The text with what was found hidden. */
export function maskPersonalData(text: string, found: readonly PersonalDatum[] = findPersonalData(text)): string {
  let result = "";
  let from = 0;
  for (const datum of found) {
    result += text.slice(from, datum.start) + masked(datum.kind, datum.text);
    from = datum.end;
  }
  return result + text.slice(from);
}

/** The text with what was found turned into as many commas. */
function withoutFound(text: string, found: readonly PersonalDatum[]): string {
  let result = "";
  for (const { start, end } of found.toSorted((one, other) => one.start - other.start)) {
    result += text.slice(result.length, start);
    result += "，".repeat(Math.max(0, end - result.length));
  }
  return result + text.slice(result.length);
}

function* emailsIn(text: string): Generator<PersonalDatum> {
  for (const { 0: found, index } of text.matchAll(/(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g)) {
    yield { kind: "email", start: index, end: index + found.length, text: found, sureness: "likely" };
  }
}
