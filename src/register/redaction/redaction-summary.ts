import {
  REDACTION_GROUNDS,
  type RedactionGround,
  type RedactionGroundId,
  redactionGround,
} from "../../law/outcomes/redaction-grounds.js";
import type { PlacedMark } from "./redaction-mark.js";

/** The grounds that were used, in the order of table three; the number of a ground stands in its boxes. */
export function usedGrounds(marks: readonly Pick<PlacedMark, "ground">[]): RedactionGround[] {
  const used = new Set(marks.map(({ ground }) => ground));
  return REDACTION_GROUNDS.filter(({ id }) => used.has(id));
}

/**
 * What a letter says of the parts that were made black (第三十七条 asks for the grounds of what is withheld): one sentence on the whole
 * and one for each ground, with its pages. What stood there is not said.
 */
export function redactionSummary(marks: readonly Pick<PlacedMark, "ground" | "page">[], documentName: string): string[] {
  const grounds = usedGrounds(marks);
  if (grounds.length === 0) return [];
  const lead = `您申请获取的《${documentName}》中含有不应当公开的内容，但是能够作区分处理。根据《政府信息公开条例》第三十七条，本机关对下列内容作了遮盖，其余内容予以公开：`;
  const rows = grounds.map(({ id }, index) => {
    const { name, basis } = redactionGround(id);
    const own = marks.filter(({ ground }) => ground === id);
    const stop = index === grounds.length - 1 ? "。" : "；";
    return `${index + 1}．${pagesText(own.map(({ page }) => page))}遮盖 ${own.length} 处，理由：${name}，依据：${basis}${stop}`;
  });
  return [lead, ...rows];
}

/** A part of a document that is not given, as the letter lists it: where it stands and on which ground; why in this case, a person says. */
export interface RedactedPart {
  readonly part: string;
  readonly outcome: RedactionGroundId;
}

/** The parts of a letter on 部分公开 that the black marks of a document make, one for each ground. */
export function redactedParts(marks: readonly Pick<PlacedMark, "ground" | "page">[], documentName: string): RedactedPart[] {
  return usedGrounds(marks).map(({ id }) => {
    const own = marks.filter(({ ground }) => ground === id);
    return { part: `《${documentName}》${pagesText(own.map(({ page }) => page))}遮盖的 ${own.length} 处`, outcome: id };
  });
}

/** 第1页、第3至5页 */
export function pagesText(pages: readonly number[]): string {
  const ordered = [...new Set(pages)].sort((one, other) => one - other);
  const runs: [number, number][] = [];
  for (const page of ordered) {
    const last = runs.at(-1);
    if (last !== undefined && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? `第${from}页` : `第${from}至${to}页`)).join("、");
}
