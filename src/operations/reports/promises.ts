import { AppError } from "../../errors.js";
import type { PromiseState } from "../../tally/written-draft.js";
import type { Actor, Office } from "../office.js";
import { type DraftedReport, draftReport } from "./draft-report.js";
import { NEVER_WRITTEN } from "./narrative-settings.js";
import type { PreviousReport } from "./previous-report.js";
import { writeSection } from "./write-narrative.js";

/** An improvement that last year's report promised, and what became of it. */
export interface KeptPromise {
  /** From 1, in the order of last year's report. */
  readonly number: number;
  readonly promise: string;
  readonly state: PromiseState | null;
  readonly answer: readonly string[];
}

export interface Promises {
  readonly previous: PreviousReport | null;
  /** Of section five, where the answers are printed. */
  readonly version: number;
  readonly promises: readonly KeptPromise[];
}

interface PromisesQuestion {
  readonly agencyId: string;
  /** The year in whose report they are answered. */
  readonly year: number;
}

/** What last year's report promised in its section five, and the answers written so far. */
export async function promisesOf(office: Office, actor: Actor, question: PromisesQuestion): Promise<Promises> {
  return promisesIn(await draftReport(office, actor, question));
}

/** The same of a draft that was made already. */
export function promisesIn({ previous, narrative, stored }: DraftedReport): Promises {
  const places = narrative.find(({ section }) => section === "problems")?.places ?? [];
  const promises = places.flatMap(({ about, state, written }) => (about === null ? [] : [{ about, state, written }]));
  return {
    previous,
    version: (stored.writtenOf.get("problems") ?? NEVER_WRITTEN).version,
    promises: promises.map(({ about, state, written }, at) => ({
      number: at + 1,
      promise: about,
      state,
      answer: written ?? [],
    })),
  };
}

export interface PromiseAnswer extends PromisesQuestion {
  readonly number: number;
  readonly version: number;
  readonly state: PromiseState | null;
  readonly answer: readonly string[];
}

/** Records what became of a promise; the answer is printed in section five. */
export async function answerPromise(office: Office, actor: Actor, input: PromiseAnswer): Promise<Promises> {
  const { agencyId, year, number, version, state, answer } = input;
  const { narrative } = await draftReport(office, actor, { agencyId, year });
  const places = narrative.find(({ section }) => section === "problems")?.places ?? [];
  const place = places.filter(({ about }) => about !== null)[number - 1];
  if (place === undefined) throw new AppError("RECORD_UNKNOWN", { id: String(number), kind: "上年承诺" });
  const written = answer.length === 0 && state === null ? null : answer;
  await writeSection(office, actor, { agencyId, year, section: "problems", version, places: [{ id: place.id, written, state }] });
  return promisesOf(office, actor, { agencyId, year });
}
