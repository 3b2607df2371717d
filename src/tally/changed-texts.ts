import type { ComposedReport } from "../report/composed-report.js";

/** What of a report is words. */
export interface ReportWords extends Pick<ComposedReport, "title" | "preface" | "sections" | "remarks"> {
  readonly signOff: { readonly agency: string | null; readonly on: string | null } | null;
}

/** Words that another edition has otherwise: the paragraphs that go and those that come. */
export interface ChangedText {
  readonly heading: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Every part of a report whose words differ, in printed order. Where only their order does, no paragraph goes or comes. */
export function changedTexts(before: ReportWords, after: ReportWords): ChangedText[] {
  const parts = [textParts(before), textParts(after)] as const;
  const headings = new Set(parts.flatMap((part) => [...part.keys()]));
  return [...headings].flatMap((heading) => {
    const [was, is] = parts.map((part) => part.get(heading) ?? []) as [readonly string[], readonly string[]]; // of two, two
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ heading, before: was.filter((one) => !is.includes(one)), after: is.filter((one) => !was.includes(one)) }];
  });
}

function textParts({ title, preface, sections, signOff, remarks }: ReportWords): Map<string, readonly string[]> {
  return new Map([
    ["标题", [title]],
    ["前言", preface],
    ...sections.map(({ heading, paragraphs, notes }) => [heading, [...paragraphs, ...notes]] as const),
    ["落款", [signOff?.agency ?? "", signOff?.on ?? ""].filter((one) => one !== "")],
    ["附注", remarks],
  ]);
}
