import { addMonths } from "../calendar/day-arithmetic.js";
import type { WorkCalendar } from "../calendar/work-calendar.js";
import { type Certainty, type Citation, citationText, regulations } from "../citation.js";
import type { DerivationSpan } from "../clock/clock-reading.js";
import { countTerm } from "../clock/count-term.js";
import type { PlainDate } from "../plain-date.js";

/** The last day for something, with every day on the way to it. */
export interface PublicationDue {
  readonly due: PlainDate;
  /** The day it is counted from, which is not counted itself. */
  readonly from: PlainDate;
  readonly workingDays: number | null;
  readonly basis: Citation;
  readonly certainty: Certainty;
  readonly spans: readonly DerivationSpan[];
  /** False while the holidays of a year on the way are not announced: the day is provisional. */
  readonly isSettled: boolean;
}

/** 条例第二十六条: 自该政府信息形成或者变更之日起20个工作日内. Laws and 法规 may set another term, which is then given. */
const PUBLISH_WITHIN = 20;
/** 国办发〔2016〕19号: interpretations within three working days after the document (certainty B). */
const INTERPRET_WITHIN = 3;
/** 条例第十八条 says 定期; once a year is a default that an agency may change. */
const REASSESS_AFTER_MONTHS = 12;

const ARTICLE_26 = regulations("第二十六条");
const INTERPRETATION: Citation = { instrument: "国办发〔2016〕19号", place: "" };

/** The last day to publish what was made, or changed, on a day. `workingDays` where a law sets another term than twenty. */
export function publicationDue(
  madeOrChangedOn: PlainDate,
  calendar: WorkCalendar,
  workingDays: number = PUBLISH_WITHIN,
): PublicationDue {
  return counted({ from: madeOrChangedOn, workingDays, basis: ARTICLE_26, certainty: "A", why: "公开期限" }, calendar);
}

/** The last day to publish the interpretation of a document that was published on a day. */
export function interpretationDue(documentPublishedOn: PlainDate, calendar: WorkCalendar): PublicationDue {
  const term = { from: documentPublishedOn, workingDays: INTERPRET_WITHIN, basis: INTERPRETATION, why: "解读期限" };
  return counted({ ...term, certainty: "B" }, calendar);
}

/** The day by which what is not published is looked at again (条例 第十八条). The interval is a setting, not law. */
export function reassessmentDue(assessedOn: PlainDate, months: number = REASSESS_AFTER_MONTHS): PublicationDue {
  return {
    due: addMonths(assessedOn, months),
    from: assessedOn,
    workingDays: null,
    basis: regulations("第十八条"),
    certainty: "C",
    spans: [],
    isSettled: true,
  };
}

interface CountedTerm extends Pick<PublicationDue, "from" | "basis" | "certainty"> {
  readonly workingDays: number;
  readonly why: string;
}

function counted({ from, workingDays, basis, certainty, why }: CountedTerm, calendar: WorkCalendar): PublicationDue {
  const counting = { why, basis: citationText(basis) };
  const { due, spans } = countTerm({ zero: from, workingDays, extension: 0, exclusions: [], counting }, calendar);
  return { due, from, workingDays, basis, certainty, spans, isSettled: calendar.isSettled(from, due) };
}
