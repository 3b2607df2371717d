import { z } from "zod";
import { fillMessage } from "../document/message.js";
import { chineseDay, type PlainDate } from "../law/plain-date.js";
import type { LawOfDays } from "./case-clock.js";
import { chineseInput } from "./chinese-input.js";
import { day, words } from "./input-fields.js";
import { fieldWords } from "./step-fields.js";
import { type Act, type Flag, type Misfit, misfitOf, type Refusal, type Transition } from "./transition.js";

/** An act as it stands after corrections. */
export interface StandingAct<Body extends Act> {
  readonly id: string;
  readonly body: Body;
}

/** How one kind of file is kept: its transitions, and the fold that gives its state. */
export interface Procedure<Dossier, State extends { readonly name: string }, Body extends Act> {
  readonly transitions: readonly Transition<State, Body>[];
  readonly stateLabels: Readonly<Record<string, string>>;
  /** The state of a file in which nothing is recorded. */
  readonly first: string;
  begin(dossier: Dossier): State;
  after(state: State, act: StandingAct<Body>): State;
  standing(dossier: Dossier): readonly StandingAct<Body>[];
  /** The file with one more event, under the id `NEW_ACT`. */
  withAct(dossier: Dossier, body: Body): Dossier;
  readClock(dossier: Dossier, acts: readonly StandingAct<Body>[], law: LawOfDays): LegalReading;
}

/** The id an act has while it is weighed. */
export const NEW_ACT = "(new)";

/** What the law says of some acts: the last day to answer, and which acts were late. */
export interface LegalReading {
  readonly due: PlainDate | null;
  readonly flags: readonly { readonly code: string; readonly on: PlainDate; readonly sentence: string }[];
}

export interface Setting {
  readonly today: PlainDate;
  /** Without it no act is flagged as late. */
  readonly law?: LawOfDays;
}

/** What became of a step: the one event to write, or why it may not be taken. */
export type Attempt<Body> =
  | {
      readonly done: true;
      readonly body: Body;
      readonly reason?: string;
      readonly flags: readonly Flag[];
      /** The state of the file before and after. */
      readonly from: string;
      readonly to: string;
    }
  | ({ readonly done: false; readonly refusal: Refusal } & Misfit);

/** What any step may be refused for, and what any step may be flagged for. */
export const GENERAL_MESSAGES = {
  unreadable: "填写的内容不完整或者不符合要求：{fields}。",
  futureDay: "{on}还没有到，尚未发生的事项不能登记。",
  notYet: "{needs}，不能“{label}”（本件在{on}为“{state}”）。",
  wrongState: "本件在{on}为“{state}”，不能“{label}”。",
  beforeReceipt: "“{label}”的日期{on}早于收到之日，或者尚未登记收到，请先核对。",
  contradicts: "登记“{label}”之后，{laterOn}的“{later}”就不再成立（{why}）；如确有其事，请先更正该记录。",
  lateEntry: "本事项发生于{on}，{today}才登记。",
} as const;

type GeneralId = keyof typeof GENERAL_MESSAGES;

const COMMON = z.object({ on: day.optional(), reason: words.optional() });

const general = (refusalId: GeneralId, data: Refusal["data"]): Refusal => ({
  refusalId,
  message: fillMessage(GENERAL_MESSAGES[refusalId], data),
  data,
});

const refused = (refusal: Refusal, issues: Misfit["issues"] = []) => ({ done: false, refusal, issues }) as const;

function unreadable({ issues }: Misfit, stepId: string) {
  const named = issues.map(({ path, message }) => `${fieldWords(stepId, path)?.label ?? path}：${message}`);
  return refused(general("unreadable", { fields: named.join("；") }), issues);
}

function wrongState(
  { first, stateLabels }: { readonly first: string; readonly stateLabels: Readonly<Record<string, string>> },
  { from, needs, label }: { readonly from: readonly string[]; readonly needs: string | null; readonly label: string },
  { name, on }: { readonly name: string; readonly on: PlainDate },
): Refusal | null {
  if (from.includes(name)) return null;
  if (name === first) return general("beforeReceipt", { label, on: chineseDay(on) });
  const data = { on: chineseDay(on), state: stateLabels[name] ?? name, label };
  const order = Object.keys(stateLabels);
  const isEarlier = from.every((later) => order.indexOf(name) < order.indexOf(later));
  return needs !== null && isEarlier ? general("notYet", { ...data, needs }) : general("wrongState", data);
}

/** Weighs one step: pure, so the same file, input and day always give the same answer. Whoever calls has checked who is asking. */
export function attempt<Dossier, State extends { readonly name: string }, Body extends Act>(
  procedure: Procedure<Dossier, State, Body>,
  dossier: Dossier,
  { transition, input }: { readonly transition: Transition<State, Body>; readonly input: unknown },
  { today, law }: Setting,
): Attempt<Body> {
  const common = COMMON.safeParse(input, { error: chineseInput });
  if (!common.success) return unreadable(misfitOf(common.error), transition.id);
  const { on = today, reason } = common.data;
  if (on > today) return refused(general("futureDay", { on: chineseDay(on) }));
  const plain = { on, today, ...(reason === undefined ? {} : { reason }) };
  const read = transition.read(input, plain);
  if ("issues" in read) return unreadable(read, transition.id);

  const after = procedure.withAct(dossier, read.body);
  const acts = procedure.standing(after);
  const place = acts.findIndex(({ id }) => id === NEW_ACT);
  // A correction is no act of its own: it is judged against all that stands.
  const earlier = place < 0 ? procedure.standing(dossier) : acts.slice(0, place);
  const state = stateAfter(procedure, dossier, earlier);
  const misplaced = wrongState(procedure, transition, { name: state.name, on });
  if (misplaced) return refused(misplaced);

  const due = law ? { replyDue: procedure.readClock(dossier, earlier, law).due } : {};
  const judgement = read.judge(state, { ...plain, ...due, standing: earlier });
  if (judgement.refusal) return refused(judgement.refusal);
  const broken = newContradiction(procedure, { before: dossier, after, label: transition.label });
  if (broken) return refused(broken);

  const late = { on: chineseDay(on), today: chineseDay(today) };
  const lateEntry = { flagId: "lateEntry", message: fillMessage(GENERAL_MESSAGES.lateEntry, late), data: late };
  return {
    done: true,
    body: read.body,
    ...(reason === undefined ? {} : { reason }),
    flags: [
      ...(on < today ? [lateEntry] : []),
      ...judgement.flags,
      ...(law ? newLegalFlags(procedure, { before: dossier, after }, law) : []),
    ],
    from: stateAfter(procedure, dossier, procedure.standing(dossier)).name,
    to: stateAfter(procedure, after, acts).name,
  };
}

function stateAfter<Dossier, State extends { readonly name: string }, Body extends Act>(
  procedure: Procedure<Dossier, State, Body>,
  dossier: Dossier,
  acts: readonly StandingAct<Body>[],
): State {
  return acts.reduce((state, act) => procedure.after(state, act), procedure.begin(dossier));
}

/** What the law has to say about a file after a step that it had not to say before. */
function newLegalFlags<Dossier, State extends { readonly name: string }, Body extends Act>(
  procedure: Procedure<Dossier, State, Body>,
  { before, after }: { readonly before: Dossier; readonly after: Dossier },
  law: LawOfDays,
): Flag[] {
  const said = new Set(legalFlags(procedure, before, law).map(({ message }) => message));
  return legalFlags(procedure, after, law).filter(({ message }) => !said.has(message));
}

/** What the law has to say about the acts of a file. */
export function legalFlags<Dossier, State extends { readonly name: string }, Body extends Act>(
  procedure: Procedure<Dossier, State, Body>,
  dossier: Dossier,
  law: LawOfDays,
): Flag[] {
  const { flags } = procedure.readClock(dossier, procedure.standing(dossier), law);
  return flags.map(({ code, on, sentence }) => ({ flagId: code, message: sentence, data: { on } }));
}

/** An act on record with what speaks against it and what is remarkable about it. */
interface Reviewed<Body extends Act> {
  readonly act: StandingAct<Body>;
  readonly label: string;
  readonly refusal: Refusal | null;
  readonly flags: readonly Flag[];
}

/** Goes through everything on record again, each act on its own day. */
export function review<Dossier, State extends { readonly name: string }, Body extends Act>(
  procedure: Procedure<Dossier, State, Body>,
  dossier: Dossier,
  law?: LawOfDays,
): Reviewed<Body>[] {
  const acts = procedure.standing(dossier);
  let state = procedure.begin(dossier);
  return acts.map((act, index) => {
    const { on, type } = act.body;
    const transition = procedure.transitions.find(({ records }) => records === type);
    const earlier = acts.slice(0, index);
    const due = law ? { replyDue: procedure.readClock(dossier, earlier, law).due } : {};
    const around = { on, today: on, standing: earlier, ...due };
    const read = transition?.read(act.body, around);
    // Data that no longer fit a form are not judged: forms may ask for more than they once did.
    const judged = read && "body" in read ? read.judge(state, around) : null;
    const misplaced = transition ? wrongState(procedure, transition, { name: state.name, on }) : null;
    state = procedure.after(state, act);
    return {
      act,
      label: transition?.label ?? type,
      refusal: misplaced ?? judged?.refusal ?? null,
      flags: judged?.flags ?? [],
    };
  });
}

/** What on record would no longer hold; what did not hold before either is left alone, so that a muddled file can be mended. */
function newContradiction<Dossier, State extends { readonly name: string }, Body extends Act>(
  procedure: Procedure<Dossier, State, Body>,
  { before, after, label }: { readonly before: Dossier; readonly after: Dossier; readonly label: string },
): Refusal | null {
  const already = new Set(review(procedure, before).flatMap(({ act, refusal }) => (refusal ? [act.id] : [])));
  const broken = review(procedure, after).find(({ act, refusal }) => refusal && act.id !== NEW_ACT && !already.has(act.id));
  if (!broken?.refusal) return null;
  return general("contradicts", {
    label,
    later: broken.label,
    laterOn: chineseDay(broken.act.body.on),
    why: broken.refusal.message.replace(/。$/, ""),
  });
}

/** What can be done with the file now, and for the rest the reason why not. */
export interface Possibility<State, Body extends Act> {
  readonly transition: Transition<State, Body>;
  /** Null: it can be done. */
  readonly why: Refusal | null;
}

/** Every transition with the reason for each that is not possible today, whatever would be entered. */
export function possibilities<Dossier, State extends { readonly name: string }, Body extends Act>(
  procedure: Procedure<Dossier, State, Body>,
  dossier: Dossier,
  today: PlainDate,
): Possibility<State, Body>[] {
  const state = stateAfter(procedure, dossier, procedure.standing(dossier));
  return procedure.transitions.map((transition) => ({
    transition,
    why: wrongState(procedure, transition, { name: state.name, on: today }) ?? transition.bar(state, { on: today, today }),
  }));
}
