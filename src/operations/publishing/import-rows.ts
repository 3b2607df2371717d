import type { PlainDate } from "../../law/plain-date.js";
import { genreOf, genreOfTitle } from "../../law/publication/genres.js";
import { themeCode } from "../../law/publication/themes.js";
import { validityMark } from "../../law/publication/validity.js";
import type { ImportMapping } from "../../register/publishing/import-mapping.js";
import type { ItemContentInput } from "../../register/publishing/item-content.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import { disclosureItemCalled } from "./disclosure-item-called.js";
import type { ImportCandidate } from "./import-candidate.js";
import type { ImportTable } from "./import-table.js";
import { writtenDay } from "./written-day.js";

/** The rows of a table as candidates, by a mapping a person has confirmed. Nothing is guessed that is not said in a note. */
export function candidatesOfTable(
  { head, rows, numbers }: ImportTable,
  mapping: ImportMapping,
  settings: Pick<PublishingSettings, "validityMarks">,
): ImportCandidate[] {
  const place = (field: keyof ImportMapping): number => (mapping[field] === null ? -1 : head.indexOf(mapping[field] ?? ""));
  const columns = new Map((Object.keys(mapping) as (keyof ImportMapping)[]).map((field) => [field, place(field)])); // the keys of its type
  return rows.map((row, index) => {
    const cell = (field: keyof ImportMapping): string => row[columns.get(field) ?? -1]?.trim() ?? "";
    return candidateOf(cell, `第${numbers[index] ?? index + 2}行`, settings);
  });
}

type Cell = (field: keyof ImportMapping) => string;

function candidateOf(cell: Cell, place: string, { validityMarks }: Pick<PublishingSettings, "validityMarks">): ImportCandidate {
  const notes: string[] = [];
  const read = <Value>(field: keyof ImportMapping, of: (text: string) => Value | null, label: string): Value | null => {
    const text = cell(field);
    if (text === "") return null;
    const value = of(text);
    if (value === null) notes.push(`认不出${label}“${text.slice(0, 40)}”，没有采用。`);
    return value;
  };
  const title = cell("title");
  const publishedOn = read("publishedOn", writtenDay, "发布日期");
  const madeOn = read("madeOn", writtenDay, "生成日期") ?? inPlaceOf(publishedOn, notes);
  const mark = read("validity", (text) => validityMark(text, validityMarks), "有效性");
  const ended = mark !== null && !mark.isInForce && mark.id !== "unmarked" ? mark.id : null;
  const repealedOn = read("repealedOn", writtenDay, "废止日期");
  if (ended !== null && repealedOn === null) notes.push("有效性为失效，但没有废止日期，没有采用，请核对后在信息中更改。");
  const content: ItemContentInput = {
    title,
    summary: orNull(cell("summary"))?.slice(0, 1000) ?? null,
    documentNumber: orNull(cell("documentNumber"))?.slice(0, 100) ?? null,
    madeOn,
    theme: read("theme", themeCode, "主题分类"),
    genre: read("genre", genreOf, "体裁") ?? genreOfTitle(title),
    disclosureItem: read("disclosureItem", disclosureItemCalled, "公开事项"),
    documentKind: read("documentKind", documentKindOf, "文件性质"),
    validity: ended === null ? (mark?.id ?? null) : "valid",
    attribute: { value: "active" },
    blocks: cell("text")
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "")
      .map((text) => ({ kind: "paragraph", text: text.slice(0, 20_000) })),
  };
  return {
    place,
    content,
    indexNumber: orNull(cell("indexNumber")),
    publishedOn,
    address: /^https?:\/\//.test(cell("address")) ? cell("address") : null,
    repealedOn: ended === null ? null : repealedOn,
    ended: repealedOn === null ? null : ended,
    notes,
    fault: title === "" ? "没有名称。" : title.length > 500 ? "名称超过 500 字。" : null,
    file: null,
  };
}

function inPlaceOf(publishedOn: PlainDate | null, notes: string[]): PlainDate | null {
  if (publishedOn !== null) notes.push("没有生成日期，按发布日期计，请核对。");
  return publishedOn;
}

const orNull = (text: string): string | null => (text === "" ? null : text);

/** 规范性文件 and 规章 by what a table calls them; other words mean neither. */
function documentKindOf(text: string): "rules" | "normative_docs" | null {
  if (/规范性文件|^是$/.test(text)) return "normative_docs";
  return /规章/.test(text) ? "rules" : null;
}
