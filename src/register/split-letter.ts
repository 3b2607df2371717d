import { fillMessage } from "../document/message.js";
import { CASE_ACTS } from "./case-acts.js";
import type { CaseEventBody } from "./case-event.js";
import { type CaseFile, standingEvents } from "./case-file.js";
import type { InfoRequest } from "./info-request.js";
import type { Refusal } from "./transition.js";

/** One matter of a letter. */
export interface Piece {
  readonly id: string;
  readonly number: string;
  readonly description: string;
}

/** A piece that becomes a request of its own, with the events it takes over from the letter. */
export interface SplitOff {
  readonly request: InfoRequest;
  readonly bodies: readonly CaseEventBody[];
}

export type Split =
  | { readonly done: true; readonly kept: InfoRequest; readonly added: readonly SplitOff[] }
  | { readonly done: false; readonly refusal: Refusal };

const REFUSALS = {
  tooFew: "拆分后至少应有两件申请。",
  noDescription: "第 {place} 件没有写明申请内容。",
  sameNumber: "登记编号“{number}”重复，每件申请应有自己的编号。",
  underWay: "本件已有“{act}”的办理记录，不能再拆分。",
} as const;

/** Acts that concern the letter as it came in; everything else concerns what is asked for. */
const BEFORE_HANDLING: ReadonlySet<string> = new Set(["received", "confirmed", "accepted", "transferred"]);

const refused = (refusalId: keyof typeof REFUSALS, data: Refusal["data"] = {}): Split => ({
  done: false,
  refusal: { refusalId, message: fillMessage(REFUSALS[refusalId], data), data },
});

/**
 * 一事一申请：splits a letter that asks for several things into requests that share its `letterId`. The first piece keeps the file,
 * the others get one of their own with the same receipt. 国办函〔2020〕109号 allows the split for counting 件.
 */
export function splitLetter(caseFile: CaseFile, pieces: readonly [first: Piece, ...others: Piece[]]): Split {
  const { request, events } = caseFile;
  if (pieces.length < 2) return refused("tooFew");
  const silent = pieces.findIndex(({ description }) => description.trim() === "");
  if (silent >= 0) return refused("noDescription", { place: silent + 1 });
  const [first, ...others] = pieces;
  const numbers = [request.number, ...others.map(({ number }) => number)];
  const repeated = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (repeated !== undefined) return refused("sameNumber", { number: repeated });
  const standing = standingEvents(events).map(({ body }) => body);
  const handled = standing.find(({ type }) => !BEFORE_HANDLING.has(type));
  if (handled) {
    const act = CASE_ACTS.find(({ records }) => records === handled.type)?.label ?? handled.type;
    return refused("underWay", { act });
  }
  return {
    done: true,
    kept: { ...request, description: first.description.trim() },
    added: others.map(({ id, number, description }) => ({
      request: { ...request, id, number, description: description.trim() },
      bodies: standing,
    })),
  };
}

/** Letters and pieces: both are kept, because reports count pieces and people ask how many wrote. */
export function countLetters(requests: Iterable<Pick<InfoRequest, "letterId">>): { letters: number; pieces: number } {
  const letters = new Set<string>();
  let pieces = 0;
  for (const { letterId } of requests) {
    letters.add(letterId);
    pieces += 1;
  }
  return { letters: letters.size, pieces };
}
