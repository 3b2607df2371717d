import type { FileContents, Passage, PassageSort } from "../../document/passage.js";
import type { Box } from "../../document/place.js";
import type { FindingSettings } from "../../law/masking/personal-data.js";
import { screenText } from "../../law/masking/screen-text.js";
import { joinedBoxes } from "../../readers/pdf/find-term.js";
import { excerptAround } from "../../register/publishing/excerpt.js";
import { hitId } from "../../register/publishing/hit-id.js";
import type { HitKind, ScreeningHit } from "../../register/publishing/screening-hit.js";
import { fileContents, type ScreenedFileKind } from "./file-contents.js";

/** A hit in a file; of a pdf also where on the page. */
export interface FileHit extends ScreeningHit {
  readonly boxes: readonly Box[];
}

/** What was found in a file, and what nobody but a person can look at. */
export interface FileScreening {
  readonly kind: ScreenedFileKind;
  readonly hits: readonly FileHit[];
  readonly notes: readonly string[];
  /** Whether a version without the data can be made of it as it is; a pdf is redacted instead. */
  readonly maskable: boolean;
}

/** A hit with the passage it was found in. */
export interface LocatedHit {
  readonly hit: FileHit;
  readonly passage: Passage;
  /** The data; null for a hit that is the passage itself. */
  readonly datum: { readonly start: number; readonly end: number; readonly text: string; readonly suggestion: string } | null;
}

export interface ScreenedFile {
  readonly attachmentId: string;
  readonly bytes: Uint8Array;
  readonly settings?: FindingSettings;
}

const MASKABLE: ReadonlySet<ScreenedFileKind> = new Set(["docx", "xlsx", "odt", "text"]);
/** A longer list is cut; its notes then say what stands behind the cut. */
export const MOST_HITS = 20_000;

/** What must be looked at in a file before it is published: data of persons, changes, comments, hidden parts, makers' names, files inside. */
export async function screenFile(file: ScreenedFile): Promise<FileScreening> {
  const contents = await fileContents(file.bytes);
  const hits = locateHits(contents, file).map(({ hit }) => hit);
  return {
    kind: contents.kind,
    hits: hits.slice(0, MOST_HITS),
    notes: notesOf(contents, hits.length),
    maskable: MASKABLE.has(contents.kind),
  };
}

const KIND_OF_SORT: Readonly<Record<Exclude<PassageSort, "text" | "field">, HitKind>> = {
  deleted: "tracked-change",
  comment: "comment",
  hidden: "hidden-content",
  property: "file-property",
};

/** Every hit with the passage it comes from, in the order of the file. */
export function locateHits(contents: FileContents, { attachmentId, settings = {} }: ScreenedFile): LocatedHit[] {
  const maker = new HitMaker(attachmentId);
  const located: LocatedHit[] = [];
  const holders = new Set<string>();
  for (const passage of contents.passages) {
    if (passage.sort !== "text" && passage.sort !== "field") {
      const kind = KIND_OF_SORT[passage.sort];
      const holder = `${kind} ${passage.holder ?? passage.part}`;
      if (!holders.has(holder)) located.push({ hit: maker.whole(passage, kind), passage, datum: null });
      holders.add(holder);
    }
    for (const datum of screenText(passage.text, settings)) {
      located.push({ hit: maker.datum(passage, datum), passage, datum });
    }
  }
  const nothing = { sort: "text", pieces: [], text: "" } as const;
  for (const name of contents.embedded) {
    const passage: Passage = { ...nothing, part: "嵌入的文件", text: name };
    located.push({ hit: maker.whole(passage, "embedded-file"), passage, datum: null });
  }
  if (contents.unread.length > 0) {
    const passage: Passage = { ...nothing, part: "未读的内容", text: unreadText(contents.unread) };
    located.push({ hit: maker.whole(passage, "unreadable"), passage, datum: null });
  }
  return located;
}

class HitMaker {
  readonly #attachmentId: string;
  readonly #seen = new Map<string, number>();

  constructor(attachmentId: string) {
    this.#attachmentId = attachmentId;
  }

  datum(passage: Passage, found: ReturnType<typeof screenText>[number]): FileHit {
    const { kind, sureness, start, end, text, suggestion } = found;
    return {
      id: this.#id(passage.part, kind, text),
      ...{ kind, sureness, suggestion },
      place: this.#place(passage, start, end),
      excerpt: excerptAround(passage.text, start, end),
      boxes: joinedBoxes((passage.boxes ?? []).slice(start, end).filter((box) => box !== null)),
    };
  }

  /** A passage that is a hit as it stands: a comment, what was deleted, a hidden sheet. */
  whole(passage: Passage, kind: HitKind): FileHit {
    const part = passage.sort === "hidden" ? { ...passage, part: passage.holder ?? passage.part } : passage;
    return {
      id: this.#id(part.part, kind, passage.text),
      ...{ kind, sureness: "sure", suggestion: null },
      place: this.#place(part, 0, passage.text.length),
      excerpt: excerptAround(passage.text, 0, passage.text.length),
      boxes: joinedBoxes((passage.boxes ?? []).filter((box) => box !== null)),
    };
  }

  #place({ part, page }: Passage, start: number, end: number): FileHit["place"] {
    return { in: "attachment", attachmentId: this.#attachmentId, part, page: page ?? null, offset: start, length: end - start };
  }

  /** The attachment is no part of the id: what was cleared in a file stays cleared in a masked version of it. */
  #id(part: string, kind: HitKind, text: string): string {
    const key = `${part}\u001f${kind}`;
    const counted = `${key}\u001f${text}`;
    const nth = this.#seen.get(counted) ?? 0;
    this.#seen.set(counted, nth + 1);
    return hitId(key, text, nth);
  }
}

const NAMED = 5;

function unreadText(unread: readonly string[]): string {
  const names = unread.slice(0, NAMED).map((name) => name.split("/").at(-1) ?? name);
  return unread.length > NAMED ? `${names.join("、")}等 ${unread.length} 处` : names.join("、");
}

function notesOf(contents: FileContents, found: number): string[] {
  const notes: string[] = [];
  if (contents.unread.length > 0) notes.push(`没有读其中的文字，请打开查看：${unreadText(contents.unread)}。`);
  if (contents.embedded.length > 0) notes.push(`文件里嵌有 ${contents.embedded.length} 个文件，没有筛查其内容。`);
  if (found > MOST_HITS) notes.push(`共找到 ${found} 处，只列出前 ${MOST_HITS} 处。`);
  return notes;
}
