import { useState } from "react";
import type { CaseView } from "./case-page.js";
import { useKeptDraft } from "./kept-draft.js";
import { draftFor, type LetterDraft } from "./letter-draft.js";
import type { LetterToWrite } from "./letter-to-write.js";
import type { OpenedDraft } from "./opened-draft.js";
import {
  type DraftStand,
  dropDraft,
  forgetStands,
  forServer,
  returnDraft,
  saveDraft,
  submitDraft,
  takeBackDraft,
} from "./server-draft.js";

/** What is written, with the version of the saved draft it was written on. */
type Kept = LetterDraft & { readonly base: number };

/** A draft on both sides: what this browser holds until it is saved, and what colleagues have. */
export function useWrittenDraft({ view, letter }: Pick<LetterToWrite, "view" | "letter">, opened: OpenedDraft) {
  const [stand, setStand] = useState<DraftStand | null>(opened.stand);
  const [saved, setSaved] = useState<Kept>(() => ({
    ...(opened.draft ?? draftFor(view, letter)),
    base: opened.stand?.version ?? 0,
  }));
  const [kept, setKept, forgetKept] = useKeptDraft<Kept>(`${view.row.id}:${letter.letterId}`, saved);
  // Somebody saved another version meanwhile: theirs is shown, and mine is there as long as nothing is written over it.
  const [isOld, setOld] = useState(kept.base !== saved.base);
  const current = isOld ? saved : kept;
  const change = (part: Partial<LetterDraft>) => {
    setOld(false);
    setKept({ ...current, ...part, base: saved.base });
  };
  const moved = async (next: DraftStand, written: LetterDraft = current) => {
    const after = { ...written, base: next.version };
    setStand(next);
    setSaved(after);
    setKept(after);
    setOld(false);
    await forgetStands();
    return next;
  };
  return {
    draft: current as LetterDraft,
    change,
    stand,
    version: stand?.version ?? 0,
    isDirty: kept !== saved && !isOld,
    /** What this browser holds on top of an older version. */
    takeMine: isOld ? () => change(kept) : null,
    forgetKept,
    moved,
  };
}

type Written = ReturnType<typeof useWrittenDraft>;

interface Handing {
  readonly view: CaseView;
  readonly letterId: string;
  readonly written: Written;
  /** The draft as it is to be saved, with its step. */
  readonly step: string | null;
  readonly whole: LetterDraft;
}

/** What can be done with a draft: each saves first what is not saved yet. */
export function draftActs({ view, letterId, written, step, whole }: Handing) {
  const of = { view, letterId };
  const save = () =>
    saveDraft(of, { version: written.version, content: forServer(whole, step) }).then((next) => written.moved(next, whole));
  const version = async () => (written.isDirty || written.stand === null ? (await save()).version : written.version);
  return {
    save,
    submit: async (to: string | null) => written.moved(await submitDraft(of, { version: await version(), to }), whole),
    takeBack: async () => written.moved(await takeBackDraft(of, written.version)),
    sendBack: async (reason: string) => written.moved(await returnDraft(of, { version: written.version, reason })),
    drop: async () => {
      await dropDraft(of, written.version);
      written.forgetKept();
      await forgetStands();
    },
  };
}
export type DraftActs = ReturnType<typeof draftActs>;
