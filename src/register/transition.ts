import type { z } from "zod";
import { fillMessage, type MessageData } from "../document/message.js";
import type { Citation } from "../law/citation.js";
import type { PlainDate } from "../law/plain-date.js";
import { chineseInput } from "./chinese-input.js";
import type { Role } from "./role.js";

export interface Circumstances {
  /** The day the act happened. */
  readonly on: PlainDate;
  /** The day it is written down. */
  readonly today: PlainDate;
  /** Why it is written down late, or why something is corrected. */
  readonly reason?: string;
  /** What stands on record when the act is taken. */
  readonly standing?: readonly { readonly id: string; readonly body: Act }[];
  /** The last day to answer as it is before the act; null where it cannot be said, absent where nobody counts days. */
  readonly replyDue?: PlainDate | null;
}

/** Why a step may not be taken now, as a sentence for the handler. */
export interface Refusal {
  readonly refusalId: string;
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** What is remarkable about a step that is taken all the same: it is late, or something that belongs to it is missing. */
export interface Flag {
  readonly flagId: string;
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
}

export type Messages = Readonly<Record<string, string>>;
/** One of the messages of a transition, with exactly the data its braces name. */
type Said<Key extends string, Texts extends Messages> = {
  readonly [Id in keyof Texts & string]: Readonly<Record<Key, Id>> & { readonly data: MessageData<Texts[Id]> };
}[keyof Texts & string];

export interface Act {
  readonly type: string;
  readonly on: PlainDate;
}

export interface TransitionSpec<
  State,
  Body extends Act,
  Name extends string,
  Type extends Body["type"],
  Input extends z.ZodObject,
  Refusals extends Messages,
  Flags extends Messages,
> {
  /** The act in the law. Kept in permissions and logs: never renamed, never reused. */
  readonly id: string;
  readonly label: string;
  readonly basis: readonly [Citation, ...Citation[]];
  /** The states in which it makes sense. */
  readonly from: readonly Name[];
  /** What has not happened yet where the file has not come to any of these states, in words that tell what to do first. */
  readonly needs?: string;
  /** The states it can lead to; besides, it may leave the state as it is. */
  readonly to: readonly Name[];
  /** The states of `from` it changes; the others stay as they are. All of them unless said otherwise. */
  readonly leaves?: readonly NoInfer<Name>[];
  readonly role: Role;
  /** The one event it adds. */
  readonly records: Type;
  readonly input: Input;
  readonly refusals?: Refusals;
  readonly flags?: Flags;
  /** What stands in the way whatever is entered. */
  bar?(state: State, circumstances: Circumstances): Said<"refusalId", Refusals> | null;
  /** What is wrong with what was entered. */
  refuse?(state: State, input: z.output<Input>, circumstances: Circumstances): Said<"refusalId", Refusals> | null;
  flag?(state: State, input: z.output<Input>, circumstances: Circumstances): Iterable<Said<"flagId", Flags>>;
  record(input: z.output<Input>, circumstances: Circumstances): Extract<Body, { readonly type: Type }>;
}

/** A transition as the engine, the forms, the permission table and the diagram see it. */
export interface Transition<State, Body extends Act> {
  readonly id: string;
  readonly label: string;
  readonly basis: readonly Citation[];
  readonly from: readonly string[];
  readonly needs: string | null;
  readonly to: readonly string[];
  readonly leaves: readonly string[];
  readonly role: Role;
  readonly records: Body["type"];
  readonly input: z.ZodObject;
  readonly refusals: Messages;
  readonly flags: Messages;
  bar(state: State, circumstances: Circumstances): Refusal | null;
  /** The form as it was filled in, or where it does not fit. */
  read(data: unknown, circumstances: Circumstances): FilledForm<State, Body> | Misfit;
}

/** What a filled-in form records, and what a state says to it. */
export interface FilledForm<State, Body> {
  readonly body: Body;
  judge(state: State, circumstances: Circumstances): Judgement;
}

export interface Judgement {
  readonly refusal: Refusal | null;
  readonly flags: readonly Flag[];
}

/** Where what was entered does not fit the form. */
export interface Misfit {
  readonly issues: readonly { readonly path: string; readonly message: string }[];
}

/** Where a schema of ours found what was entered wanting. */
export function misfitOf({ issues }: z.ZodError): Misfit {
  return { issues: issues.map(({ path, message }) => ({ path: path.join("."), message })) };
}

/** Gives the maker of transitions of one kind of file; it closes over the author's types and hands out plain transitions. */
export function transitionDefiner<State, Body extends Act, Name extends string>() {
  return function define<
    const Type extends Body["type"],
    Input extends z.ZodObject,
    const Refusals extends Messages = Record<never, string>,
    const Flags extends Messages = Record<never, string>,
  >(spec: TransitionSpec<State, Body, Name, Type, Input, Refusals, Flags>): Transition<State, Body> {
    const { id, label, basis, from, needs = null, to, leaves = from, role, records, input } = spec;
    const refusals: Messages = spec.refusals ?? {};
    const flags: Messages = spec.flags ?? {};
    const refusal = (said: { refusalId: string; data: Refusal["data"] } | null): Refusal | null =>
      said && { refusalId: said.refusalId, message: fillMessage(refusals[said.refusalId] ?? "", said.data), data: said.data };
    const bar = (state: State, circumstances: Circumstances) => refusal(spec.bar?.(state, circumstances) ?? null);
    return {
      id,
      label,
      basis,
      from,
      needs,
      to,
      leaves,
      role,
      records,
      input,
      refusals,
      flags,
      bar,
      read(data, circumstances) {
        const parsed = input.safeParse(data, { error: chineseInput });
        if (!parsed.success) return misfitOf(parsed.error);
        const entered = parsed.data as z.output<Input>; // what its own schema gave
        return {
          body: spec.record(entered, circumstances),
          judge: (state, around) => ({
            refusal: bar(state, around) ?? refusal(spec.refuse?.(state, entered, around) ?? null),
            flags: [...(spec.flag?.(state, entered, around) ?? [])].map(({ flagId, data: about }) => ({
              flagId,
              message: fillMessage(flags[flagId] ?? "", about),
              data: about,
            })),
          }),
        };
      },
    };
  };
}
