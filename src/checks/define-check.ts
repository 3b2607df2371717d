import { fillMessage, type MessageData } from "../document/message.js";
import type { Report } from "../report/report.js";
import type { Basis, Finding, Severity, Whereabouts } from "./finding.js";

/** What a check may look at besides the report: last year's report, when the user gave one. */
export interface Surroundings {
  readonly previous: Report | null;
}

/** A message with a severity of its own, where one check both states errors and asks questions. */
type MessageSpec = string | { readonly text: string; readonly severity: Severity };
type TextOf<Spec extends MessageSpec> = Spec extends string
  ? Spec
  : Spec extends { readonly text: infer Text extends string }
    ? Text
    : never;

/** What `inspect` yields: which message, about what, with exactly the data its braces name. */
type Yielded<Messages extends Readonly<Record<string, MessageSpec>>> = {
  readonly [Id in keyof Messages & string]: {
    readonly messageId: Id;
    readonly at: Whereabouts;
    readonly related?: readonly Whereabouts[];
    readonly data: MessageData<TextOf<Messages[Id]>>;
  };
}[keyof Messages & string];

type NonEmpty<Item> = readonly [Item, ...Item[]];

interface CheckSpec<Messages extends Readonly<Record<string, MessageSpec>>> {
  /** family/what-must-hold. Printed in letters and kept in waivers: never renamed, never reused. */
  readonly id: `${string}/${string}`;
  readonly title: string;
  readonly basis: NonEmpty<Basis>;
  /** The formats it speaks about. */
  readonly formats: NonEmpty<string>;
  readonly severity: Severity;
  readonly messages: Messages;
  /** True when it says something only beside last year's report. */
  readonly needsPrevious?: boolean;
  inspect(report: Report, surroundings: Surroundings): Iterable<Yielded<Messages>>;
}

/** A check as the engine sees it. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly basis: readonly Basis[];
  readonly formats: readonly string[];
  readonly severity: Severity;
  readonly messageIds: readonly string[];
  readonly needsPrevious: boolean;
  run(report: Report, surroundings: Surroundings): Iterable<Finding>;
}

/** A table of 175 cells is the most an honest report can have wrong; a file made to flood the list stops here. */
const MOST_FINDINGS = 500;

/** Closes over the author's types and gives the engine a plain Check. */
export function defineCheck<const Messages extends Readonly<Record<string, MessageSpec>>>(spec: CheckSpec<Messages>): Check {
  const { id, title, basis, formats, severity, messages, needsPrevious = false } = spec;
  return {
    id,
    title,
    basis,
    formats,
    severity,
    messageIds: Object.keys(messages),
    needsPrevious,
    *run(report, surroundings) {
      if (!formats.includes(report.format.id)) return;
      if (needsPrevious && surroundings.previous === null) return;
      let found = 0;
      for (const { messageId, at, related = [], data } of spec.inspect(report, surroundings)) {
        found += 1;
        if (found > MOST_FINDINGS) return;
        const message: MessageSpec | undefined = messages[messageId];
        if (message === undefined) throw new Error(`${id} yielded the unknown message ${messageId}.`);
        const text = typeof message === "string" ? message : message.text;
        yield {
          checkId: id,
          messageId,
          severity: typeof message === "string" ? severity : message.severity,
          message: fillMessage(text, data),
          at,
          related,
          data,
          basis,
        };
      }
    },
  };
}
