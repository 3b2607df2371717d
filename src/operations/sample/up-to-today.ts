import type { PlainDate } from "../../law/plain-date.js";
import type { CaseFile } from "../../register/case-file.js";
import type { RegisterRecords } from "../../tally/tally-year.js";

/** How many requests are left without an answer past their term, so that a desk sees what late looks like. */
const LATE = 2;

/**
 * A rehearsed year as it stands on a day in the middle of it: what lies ahead has not happened. Two requests that came in seven weeks
 * before stay as they were accepted, because a desk on which nothing is ever late teaches nothing.
 */
export function upToToday(
  records: RegisterRecords,
  { today, forgottenSince }: { today: PlainDate; forgottenSince: PlainDate },
): RegisterRecords {
  const happened = records.requests
    .filter(({ request }) => request.arrivedOn <= today)
    .map((file) => withEvents(file, ({ body }) => body.on <= today));
  const late = new Set(
    happened
      .filter(({ request, events }) => request.arrivedOn >= forgottenSince && request.arrivedOn < today && isAnswerable(events))
      .toSorted((one, other) => (one.request.arrivedOn < other.request.arrivedOn ? -1 : 1))
      .slice(0, LATE)
      .map(({ request }) => request.id),
  );
  const requests = happened.map((file) =>
    late.has(file.request.id) ? withEvents(file, ({ body }) => UNANSWERED.has(body.type)) : file,
  );
  const answered = new Set(
    requests.flatMap(({ request, events }) => (events.some(({ body }) => body.type === "served") ? [request.id] : [])),
  );
  return {
    requests,
    proceedings: records.proceedings
      .filter(({ requestId }) => requestId === null || answered.has(requestId))
      .flatMap((one) => {
        const events = one.events.filter(({ body }) => body.on <= today);
        return events.length === 0 ? [] : [{ ...one, events, version: events.length }];
      }),
    documents: records.documents.filter(({ madeOn, publishedOn, repealedOn }) =>
      [madeOn, publishedOn, repealedOn].every((day) => day === null || day <= today),
    ),
    figures: records.figures.filter(({ month }) => month < today.slice(0, 7)),
  };
}

const UNANSWERED: ReadonlySet<string> = new Set(["received", "confirmed", "accepted"]);

function isAnswerable(events: CaseFile["events"]): boolean {
  return events.some(({ body }) => body.type === "accepted") && events.some(({ body }) => body.type === "decided");
}

/** Acts follow one another, so what is left is the beginning of the file. */
function withEvents(file: CaseFile, keeps: (event: CaseFile["events"][number]) => boolean): CaseFile {
  const end = file.events.findIndex((event) => !keeps(event));
  const events = end === -1 ? file.events : file.events.slice(0, end);
  return { ...file, events, version: events.length };
}
