import type { SourceDocument } from "../../document/document.js";
import { type Note, note } from "../../document/note.js";
import { AppError, isAppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { blocksOf, type TreeItem } from "../table-tree.js";
import { BinaryView, damaged } from "./binary-view.js";
import { CompoundFile } from "./compound-file.js";
import { DrawnObjects } from "./drawn-objects.js";
import { type FileInformation, PART, partOf, readFileInformation } from "./file-information.js";
import { FormattedPages } from "./formatted-pages.js";
import { ListNumbering } from "./list-numbering.js";
import { readPieceTable } from "./piece-table.js";
import { Story } from "./story.js";
import { StyleSheet } from "./style-sheet.js";
import { readSummaryInformation } from "./summary-information.js";
import { type DrawnShape, readAnchors, readTextBoxes, type TextBox } from "./text-boxes.js";
import { deletedStretches, type ParagraphSources, wordParagraphs } from "./word-paragraphs.js";
import { treeOf } from "./word-tables.js";
import { WorkBudget } from "./work-budget.js";

/** The content of a Word 97–2003 document, also when WPS wrote it and called it .wps. */
export function readDoc(bytes: Uint8Array): SourceDocument {
  if (bytes.length > LIMITS.fileMegabytes * 2 ** 20) {
    throw new AppError("FILE_TOO_LARGE", { megabytes: Math.ceil(bytes.length / 2 ** 20), limit: LIMITS.fileMegabytes });
  }
  const file = new CompoundFile(bytes);
  if (file.has("EncryptedPackage")) throw new AppError("FILE_PROTECTED", {});
  const main = file.stream("WordDocument");
  if (main === null) throw damaged("缺少 Word 正文");
  return new DocReading(file, BinaryView.of(main, "Word 正文")).document();
}

class DocReading {
  readonly #notes: Note[] = [];
  readonly #file: CompoundFile;
  readonly #stream: BinaryView;
  readonly #table: BinaryView;
  readonly #data: BinaryView | null;
  readonly #information: FileInformation;

  constructor(file: CompoundFile, stream: BinaryView) {
    this.#file = file;
    this.#stream = stream;
    this.#information = readFileInformation(stream);
    const table = file.stream(this.#information.tableStream);
    if (table === null) throw damaged("缺少 Word 表流");
    const data = file.stream("Data");
    this.#table = BinaryView.of(table, "Word 表流");
    this.#data = data === null ? null : BinaryView.of(data, "Word 数据流");
  }

  document(): SourceDocument {
    const blocks = blocksOf(this.#items());
    const metadata = this.#optional("文档属性", new Map<string, string>(), () => {
      const summary = this.#file.stream("\u0005SummaryInformation");
      return summary === null ? new Map<string, string>() : readSummaryInformation(summary);
    });
    return { kind: "doc", blocks, notes: this.#notes, metadata };
  }

  #items(): TreeItem[] {
    const information = this.#information;
    const pieces = readPieceTable(partOf(this.#table, information.part(PART.pieces)), this.#stream);
    const styles = this.#optional("样式表", new StyleSheet(BinaryView.EMPTY), () => new StyleSheet(this.#part(PART.styles)));
    const budget = new WorkBudget(this.#stream.length);
    const sources: ParagraphSources = {
      stream: this.#stream,
      data: this.#data,
      styles,
      budget,
      pages: new FormattedPages(this.#part(PART.paragraphPages), this.#stream, "paragraph"),
      numbering: this.#optional("自动编号", new ListNumbering(BinaryView.EMPTY, BinaryView.EMPTY), () => this.#numbering()),
    };
    const pages = new FormattedPages(this.#part(PART.characterPages), this.#stream, "character");
    const storyAt = (start: number, length: number): Story => {
      const story = new Story(pieces, start, length);
      story.fill({ stream: this.#stream, pages, styles, budget });
      return story;
    };
    const main = storyAt(0, information.mainText);
    const deleted = deletedStretches(main);
    if (deleted > 0) this.#notes.push(note("deletedTextSkipped", { count: deleted }));
    const boxStory = storyAt(information.textBoxes.start, information.textBoxes.length);
    const objects = new DrawnObjects({
      data: this.#data,
      boxes: this.#optional("文本框", new Map<number, TextBox>(), () => readTextBoxes(this.#table, information)),
      anchors: this.#optional("文本框", new Map<number, DrawnShape>(), () => readAnchors(this.#table, information)),
      boxItems: (box) => treeOf(wordParagraphs(boxStory, sources, box), () => []),
    });
    const items = treeOf(wordParagraphs(main, sources), (paragraph) => objects.itemsOf(paragraph, main));
    return [...objects.remaining(), ...items];
  }

  #numbering(): ListNumbering {
    const { at, length } = this.#information.part(PART.listDefinitions);
    const definitions = length === 0 ? BinaryView.EMPTY : this.#table.slice(at, this.#table.length - at);
    return new ListNumbering(definitions, this.#part(PART.listOverrides));
  }

  #part(index: (typeof PART)[keyof typeof PART]): BinaryView {
    return partOf(this.#table, this.#information.part(index));
  }

  /** A part without which the text can still be read: when it is damaged the reader says so and goes on. */
  #optional<Value>(what: string, without: Value, read: () => Value): Value {
    try {
      return read();
    } catch (error) {
      if (!isAppError(error)) throw error;
      this.#notes.push(note("unreadPart", { what }));
      return without;
    }
  }
}
