import { readFileSync } from "node:fs";
import { z } from "zod";
import { addDays } from "../../law/calendar/day-arithmetic.js";
import { STATE_COUNCIL_CALENDAR } from "../../law/calendar/work-calendar.js";
import { dayOf, type PlainDate, yearOf } from "../../law/plain-date.js";
import type { CaseFile } from "../../register/case-file.js";
import { formatForYear } from "../../report/formats/index.js";
import { rehearsedYear } from "../../tally/rehearsed-year.js";
import type { RegisterRecords } from "../../tally/tally-year.js";
import { upToToday } from "./up-to-today.js";

const words = z.object({
  subjects: z.array(z.string()).min(1),
  matters: z.array(z.string()).min(1),
  surnames: z.array(z.string()).min(1),
  given: z.array(z.string()).min(1),
});

export interface SampleYear {
  readonly agencyId: string;
  readonly year: number;
  readonly requests: number;
  readonly seed: number;
  readonly today: PlainDate;
}

/** A desk of a few requests a month shows little: those of the last weeks are so many times as many. */
const DENSITY = 4;
const LATELY_DAYS = 30;

/** A request that is late was accepted this many days ago at most. */
const FORGOTTEN_DAYS = 50;

/** A year of requests to an agency of the sample city, as it stands today: rehearsed, in the words of the city. */
export function sampleYear({ agencyId, year, requests, seed, today }: SampleYear): RegisterRecords {
  const format = formatForYear(year);
  const begin = dayOf(year, 1, 1);
  if (format === null || begin === null) throw new Error(`There is no form of the annual report for ${year}.`);
  const lively = yearOf(today) === year;
  const wanted = lively ? requests * DENSITY : requests;
  const rehearsed = rehearsedYear({ seed, agencyId, year, requests: wanted, format, calendar: STATE_COUNCIL_CALENDAR });
  const lately = addDays(today, -LATELY_DAYS);
  // The weeks before the year belong to the year before, which has its own requests; of the last weeks more are kept.
  const isKept = ({ request }: CaseFile, index: number): boolean =>
    request.arrivedOn >= begin && (request.arrivedOn >= lately || index % DENSITY === 0);
  const own = lively ? rehearsed.requests.filter(isKept) : rehearsed.requests;
  const told = wordsOfCity();
  // The documents of a rehearsal are the same each year; those of this year are among the items that were published.
  const documents = lively ? [] : rehearsed.documents;
  const figures = rehearsed.figures.map((figure) => ({ ...figure, id: `${figure.id}-${year}` }));
  const named: RegisterRecords = {
    ...rehearsed,
    documents,
    figures,
    requests: own.map((file, index) => inWords(file, index + seed, told)),
  };
  return upToToday(named, { today, forgottenSince: lively ? addDays(today, -FORGOTTEN_DAYS) : today });
}

function wordsOfCity(): z.output<typeof words> {
  return words.parse(JSON.parse(readFileSync(new URL("../../../assets/sample/matters.json", import.meta.url), "utf8")));
}

/** Names that can belong to nobody, matters that a bureau of commerce is asked about, numbers of a series of their own. */
function inWords(
  { request, ...file }: CaseFile,
  at: number,
  { subjects, matters, surnames, given }: z.output<typeof words>,
): CaseFile {
  const pick = (from: readonly string[], step: number): string => from[(at * step + step) % from.length] ?? "";
  const { requester, arrivedOn } = request;
  const isPerson = requester.kind === "natural";
  const person = `${pick(surnames, 7)}${pick(given, 5)}`;
  const name = isPerson ? person : `示例${pick(["商贸有限公司", "法律服务所", "研究中心", "志愿服务协会"], 3)}`;
  return {
    ...file,
    request: {
      ...request,
      number: `样例〔${arrivedOn.slice(0, 4)}〕${request.id.replace(/^.*-(\d+)$/, "$1")}号`,
      description: `${pick(subjects, 5)}${pick(matters, 3)}`,
      requester: {
        ...requester,
        name,
        identity: { document: "other", number: `样例${String(at).padStart(6, "0")}` },
        contact: { address: `示例路${(at % 90) + 1}号`, phone: "0000-0000000" },
        ...(isPerson ? {} : { representative: person }),
      },
    },
  };
}
