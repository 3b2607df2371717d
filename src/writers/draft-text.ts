import { chineseDay } from "../law/plain-date.js";
import type { Format } from "../report/format.js";
import type { ReportDraft } from "../tally/report-draft.js";
import type { TallyResult } from "../tally/tally-result.js";
import { tallyText } from "./tally-text.js";
import type { Dress } from "./terminal.js";

interface DraftWords {
  readonly agency: string;
  readonly format: Format;
  readonly tally: TallyResult;
  readonly draft: ReportDraft;
}

/** A draft for a terminal: its words, with each place a person must still write and its id, then the tables as they are counted. */
export function draftText({ draft, ...counted }: DraftWords, dress: Dress): string {
  const { title, preface, sections, signOff } = draft;
  const lines = [dress.bold(title), ...preface];
  for (const { heading, paragraphs, notes } of sections) {
    lines.push("", dress.bold(heading));
    for (const paragraph of paragraphs) {
      if (paragraph.kind === "text") {
        lines.push(paragraph.text);
        continue;
      }
      const { id, hint, about, isRequired } = paragraph;
      const promise = about === undefined ? "" : `上年承诺：“${about}”。`;
      const duty = isRequired ? "待写" : "可写";
      lines.push(dress.yellow(`【${duty} ${id}】${promise}${hint}`));
    }
    lines.push(...notes);
  }
  lines.push("", signOff?.agency ?? draft.agency, ...(signOff?.on ? [chineseDay(signOff.on)] : []));
  return [...lines, "", tallyText(counted, dress)].join("\n");
}
