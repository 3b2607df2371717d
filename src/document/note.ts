import { fillMessage, type MessageData } from "./message.js";
import type { Place } from "./place.js";

/**
 * The doubts a reader or the recogniser may have about a file. A note is not a fault of the report (that is a finding):
 * it tells whoever imported the file where the reading rests on a choice or is incomplete.
 */
export const NOTES = {
  deletedTextSkipped: "文件带有修订痕迹，已删除的文字未计入（{count} 处）。",
  encodingGuessed: "文件的字符编码按 {encoding} 读取，与文件自称的 {labelled} 不一致。",
  kindDiffersFromName: "文件名是 {named}，内容实为 {actual}，按内容读取。",
  machineRead: "本文件为扫描件，数字由光学识别读出，请对照原件核对。",
  machineReadDoubt: "光学识别读作“{raw}”，与表内勾稽关系不符，请对照原件。",
  columnsByOrder: "{row}：表格没有可用的列线，数字按先后次序归列。",
  windowChosen: "{row}：有 {found} 个数字，应为 {expected} 个，按勾稽关系取第 {from} 个起的 {expected} 个。",
  surplusNumbers: "{row}：有 {found} 个数字，应为 {expected} 个，多出的未归入任何一栏。",
  notPlaced: "{row}：数字“{raw}”不能确定属于哪一栏，未读入。",
  tornFigurePlaced: "{row}：数字“{raw}”与表格脱开，按勾稽关系归入唯一空缺的“{column}”一栏。",
  rowUnknown: "表中的“{label}”一行不属于规定格式，未读入。",
  otherEditionRow: "“{label}”一行采用了另一版格式的写法，按原样读入。",
  traditionalCharacters: "文件为繁体字版本，按简体识别，原文保留。",
  tablesMissingText: "第 {page} 页只有图像，没有文字层。",
  unreadPart: "文件中有一部分无法读出：{what}。",
} as const;

export type NoteId = keyof typeof NOTES;

/** A doubt about a source file, kept beside what was read from it. */
export interface Note {
  readonly noteId: NoteId;
  readonly message: string;
  readonly place?: Place;
}

/** Makes a note; the data it needs follow from its wording. */
export function note<Id extends NoteId>(noteId: Id, data: MessageData<(typeof NOTES)[Id]>, place?: Place): Note {
  const message = fillMessage(NOTES[noteId], data);
  return place === undefined ? { noteId, message } : { noteId, message, place };
}
