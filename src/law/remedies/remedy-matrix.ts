import { AGENCY_KIND_LABELS, AGENCY_KINDS, type AgencyKind } from "../agency-kind.js";
import { citationText } from "../citation.js";
import { OUTCOMES, type Outcome } from "../outcomes/outcomes.js";
import { type PlainDate, parsePlainDate } from "../plain-date.js";
import { bodiesInWords, reconsiderationBodies } from "./reconsideration-body.js";
import { REMEDY_CLASSES } from "./remedy-class.js";
import { type RemedyClause, remedyClause } from "./remedy-clause.js";

/** The first day of each state of the law, the first being that of the Regulations of 2019. */
const PERIODS_OF_LAW: readonly PlainDate[] = ["2019-05-15", "2024-01-01", "2025-06-01"].flatMap(
  (day) => parsePlainDate(day) ?? [],
);

/** What may be done against an outcome of one kind of agency under one state of the law, served online and otherwise. */
export interface RemedyCase {
  readonly outcome: Outcome;
  readonly kind: AgencyKind;
  readonly from: PlainDate;
  readonly onPaper: RemedyClause;
  readonly online: RemedyClause;
}

/** Every outcome, kind of agency, state of the law and channel. */
export function* remedyMatrix(): Generator<RemedyCase> {
  for (const outcome of OUTCOMES) {
    for (const kind of AGENCY_KINDS) {
      for (const from of PERIODS_OF_LAW) {
        const about = { outcome: outcome.id, agency: { kind }, decidedOn: from };
        const onPaper = remedyClause({ ...about, servedBy: "registered-mail" });
        const online = remedyClause({ ...about, servedBy: "online", onlineChannel: "（网址）" });
        yield { outcome, kind, from, onPaper, online };
      }
    }
  }
}

/** The matrix as a table in Markdown, for docs/law/remedies.md. */
export function remedyMatrixTable(): string {
  const rows = [...remedyMatrix()].map(({ outcome, kind, from, onPaper, online }) => {
    const hasClause = onPaper.remedy !== "none";
    const forum = hasClause ? bodiesInWords(reconsiderationBodies({ kind }, from)) : "—";
    const terms = onPaper.terms.map(({ toward, length, unit }) => `${TOWARD[toward]}${length}${unit === "day" ? "日" : "个月"}`);
    const articles = (clause: RemedyClause) => [...new Set(clause.citations.map(citationText))];
    const added = articles(online).filter((article) => !articles(onPaper).includes(article));
    return [
      `\`${outcome.id}\``,
      AGENCY_KIND_LABELS[kind],
      from,
      REMEDY_CLASSES[onPaper.remedy].split("：")[0] ?? "",
      forum,
      terms.join("，") || "—",
      articles(onPaper).join("、"),
      added.length > 0 ? `同时告知互联网复议渠道：${added.join("、")}` : "相同",
    ];
  });
  const heads = ["办理结果", "机关", "决定日自", "救济", "行政复议机关", "期限", "依据", "互联网送达时"];
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const TOWARD = { reconsideration: "复议", suit: "起诉", "suit-after-reconsideration": "复议后起诉" } as const;
