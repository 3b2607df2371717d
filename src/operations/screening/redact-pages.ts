import type { Box } from "../../document/place.js";
import { AppError } from "../../errors.js";
import { pixelsOf, shareUnder } from "../../readers/pdf/covered.js";
import { comparable, findTerm } from "../../readers/pdf/find-term.js";
import { isOnPage, type PlacedGlyph, type PlacedPage, placedPage } from "../../readers/pdf/page-glyphs.js";
import { drawPage, type PagePicture } from "../../readers/pdf/page-picture.js";
import type { PdfAtWork } from "../../readers/pdf/work-on-pdf.js";
import type { PlacedMark, RedactionMark } from "../../register/redaction/redaction-mark.js";
import { PicturePdf } from "../../writers/masked-file/write-picture-pdf.js";
import { proveRedaction } from "./prove-redaction.js";
import { withPdf } from "./with-pdf.js";

/** A pdf made anew without what was marked, proved, and what was made black on it. */
export interface RedactedPages {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly placed: readonly PlacedMark[];
  /** Texts under drawn marks that also stand where nothing is marked. */
  readonly elsewhere: readonly { readonly text: string; readonly page: number }[];
  /** Pages on which much of the text of the original shows nothing when drawn: a person should look whether all is there. */
  readonly unseen: readonly number[];
}

const DPI = 200;
/** A redaction keeps every page as a picture. */
const MOST_PAGES = 500;
const MOST_BYTES = 64 * 1024 * 1024;

/** Makes a pdf anew: every page drawn, the marked areas made black in the picture, and the letters that are still seen laid over it. */
export async function redactPages(bytes: Uint8Array, marks: readonly RedactionMark[]): Promise<RedactedPages> {
  const made = await withPdf(bytes, async (pdf) => {
    if (pdf.pages > MOST_PAGES) throw new AppError("FILE_TOO_COMPLEX", { detail: `超过 ${MOST_PAGES} 页，请拆成几个文件` });
    const placed = placeMarks(pdf, marks);
    const result = await PicturePdf.begin();
    const kept: string[] = [];
    const unseen: number[] = [];
    let size = 0;
    for (let page = 1; page <= pdf.pages; page++) {
      const made = pdf.onPage(page, (handle) => redactPage(pdf, handle, page, placed));
      size += made.picture.deflated.length;
      if (size > MOST_BYTES)
        throw new AppError("FILE_TOO_LARGE", { megabytes: Math.ceil(size / 2 ** 20), limit: MOST_BYTES / 2 ** 20 });
      result.add(made);
      if (made.isUnseen) unseen.push(page);
      kept.push(comparable(made.letters.map(({ text }) => text).join("")));
    }
    return { pages: pdf.pages, placed, kept, unseen, hidden: hiddenTexts(pdf, placed), bytes: await result.finish() };
  });
  await proveRedaction({
    original: bytes,
    result: made.bytes,
    placed: made.placed,
    dpi: DPI,
    letters: made.kept.map(({ length }) => length),
  });
  return {
    bytes: made.bytes,
    pages: made.pages,
    placed: made.placed,
    unseen: made.unseen,
    elsewhere: leftElsewhere(made.hidden, made.kept),
  };
}

/** Where each mark comes to lie. A term that stands nowhere is told: whoever searched for it believes it is gone. */
function placeMarks(pdf: PdfAtWork, marks: readonly RedactionMark[]): PlacedMark[] {
  const placed: PlacedMark[] = [];
  const found = new Set<RedactionMark>();
  for (let page = 1; page <= pdf.pages; page++) {
    const text = pdf.onPage(page, (handle) => placedPage(pdf.pdfium, handle, page));
    for (const mark of marks) {
      const boxes =
        mark.kind === "term" ? findTerm(text, mark.term).flatMap(({ boxes: at }) => at) : mark.page === page ? [mark.box] : [];
      if (boxes.length > 0) found.add(mark);
      const term = mark.kind === "term" ? mark.term : null;
      for (const box of boxes)
        placed.push({ page, box: wholeLetters(checkedBox(box, text), text.glyphs), ground: mark.ground, term });
    }
  }
  for (const mark of marks) {
    if (found.has(mark)) continue;
    throw new AppError("REDACTION_MARK_NOT_FOUND", { what: mark.kind === "term" ? `文字“${mark.term}”` : `第 ${mark.page} 页` });
  }
  return placed;
}

function checkedBox({ left, top, right, bottom }: Box, page: PlacedPage): Box {
  const box = {
    ...{ left: Math.max(0, Math.min(left, right)), top: Math.max(0, Math.min(top, bottom)) },
    ...{ right: Math.min(page.width, Math.max(left, right)), bottom: Math.min(page.height, Math.max(top, bottom)) },
  };
  if (!(box.right > box.left && box.bottom > box.top))
    throw new AppError("REDACTION_MARK_NOT_FOUND", { what: `第 ${page.page} 页上页面以外的区域` });
  return box;
}

const HALF_READ = 0.2;

/** The mark with every letter whole that it covers in part: the upper half of a figure is enough to read it. */
function wholeLetters(mark: Box, glyphs: readonly PlacedGlyph[]): Box {
  let grown = mark;
  for (const { box, text } of glyphs) {
    if (box === null || text.trim() === "" || shareUnder(box, mark) < HALF_READ) continue;
    grown = {
      ...{ left: Math.min(grown.left, box.left), top: Math.min(grown.top, box.top) },
      ...{ right: Math.max(grown.right, box.right), bottom: Math.max(grown.bottom, box.bottom) },
    };
  }
  return grown;
}

/** As little as two letters' boxes may overlap without one being under the mark on the other. */
const BESIDE = 0.12;
const UNKNOWN = "\ufffd";
const FEW_UNSEEN = 10;
const MUCH_UNSEEN = 0.2;

function redactPage(pdf: PdfAtWork, handle: number, page: number, placed: readonly PlacedMark[]) {
  const marks = placed.filter((mark) => mark.page === page).map(({ box }) => box);
  const text = placedPage(pdf.pdfium, handle, page);
  const picture = drawPage(pdf.pdfium, handle, DPI);
  const inked = text.glyphs.flatMap(({ text: letter, box, isInked }) => {
    const isRead = box !== null && isInked && letter.trim() !== "" && letter !== UNKNOWN && isOnPage(box, text);
    return isRead ? [{ text: letter, box }] : [];
  });
  // Asked before anything is made black: what was covered or without ink in the original must not come back as text.
  const seen = inked.filter(({ box }) => isSeen(picture, box));
  const letters = seen.filter(({ box }) => marks.every((mark) => shareUnder(box, mark) <= BESIDE));
  const isUnseen = inked.length - seen.length > Math.max(FEW_UNSEEN, inked.length * MUCH_UNSEEN);
  for (const mark of marks) blacken(picture, mark);
  return { width: text.width, height: text.height, picture: PicturePdf.pack(picture), letters, isUnseen };
}

const CONTRAST = 40;

/** Whether anything can be told apart within a box: a letter under a black bar, or white on white, cannot. */
function isSeen(picture: PagePicture, box: Box): boolean {
  let [darkest, lightest] = [255, 0];
  for (const at of pixelsOf(picture, box)) {
    const light = ((picture.rgb[at] ?? 0) * 2 + (picture.rgb[at + 1] ?? 0) * 5 + (picture.rgb[at + 2] ?? 0)) / 8;
    if (light < darkest) darkest = light;
    if (light > lightest) lightest = light;
    if (lightest - darkest > CONTRAST) return true;
  }
  return false;
}

function blacken(picture: PagePicture, box: Box): void {
  for (const at of pixelsOf(picture, box)) picture.rgb.fill(0, at, at + 3);
}

/** The texts under the marks that were drawn, line by line. */
function hiddenTexts(pdf: PdfAtWork, placed: readonly PlacedMark[]): string[] {
  return placed.flatMap(({ page, box, term }) => {
    if (term !== null) return [];
    const { glyphs } = pdf.onPage(page, (handle) => placedPage(pdf.pdfium, handle, page));
    const under = glyphs.map((glyph) =>
      glyph.box === null ? (glyph.text === "\n" ? "\n" : "") : shareUnder(glyph.box, box) > 0.5 ? glyph.text : "",
    );
    return under.join("").split(/\n+/);
  });
}

const WORTH_ASKING = 3;
const MOST_ASKED = 100;

function leftElsewhere(hidden: readonly string[], kept: readonly string[]): { text: string; page: number }[] {
  const found: { text: string; page: number }[] = [];
  for (const text of new Set(hidden.map((line) => line.trim()))) {
    const wanted = comparable(text);
    if ([...wanted].length < WORTH_ASKING) continue;
    kept.forEach((letters, index) => {
      if (letters.includes(wanted) && found.length < MOST_ASKED) found.push({ text, page: index + 1 });
    });
  }
  return found;
}
