import { addDays } from "../law/calendar/day-arithmetic.js";
import type { CaseFile } from "../register/case-file.js";
import type { Channel, InfoRequest, Requester, RequesterKind } from "../register/info-request.js";
import type { Format } from "../report/format.js";
import { yearBegin } from "./counted-agency.js";
import { rehearsedCase } from "./rehearsed-case.js";
import { rehearsedDocuments, rehearsedFigures } from "./rehearsed-figures.js";
import { rehearsedProceedings } from "./rehearsed-proceedings.js";
import type { WorkingDays } from "./rehearsed-timeline.js";
import { SeededRandom } from "./seeded-random.js";
import type { RegisterRecords } from "./tally-year.js";

export interface RehearsalPlan {
  readonly seed: number;
  readonly agencyId: string;
  readonly year: number;
  /** About how many pieces come in, those of the last weeks of the year before included. */
  readonly requests: number;
  readonly format: Format;
  readonly calendar: WorkingDays;
}

const CHANNELS: readonly [readonly [Channel, number], ...(readonly [Channel, number])[]] = [
  ["online", 52],
  ["registered_mail", 18],
  ["in_person", 12],
  ["email", 9],
  ["ordinary_mail", 4],
  ["fax", 3],
  ["oral", 2],
];

const KINDS: readonly [readonly [RequesterKind, number], ...(readonly [RequesterKind, number])[]] = [
  ["natural", 80],
  ["business", 12],
  ["research", 1],
  ["welfare", 1],
  ["legal_service", 4],
  ["other_org", 2],
];

const MATTERS = [
  "征地补偿安置方案",
  "规划许可文件",
  "财政预算批复",
  "会议纪要",
  "行政处罚决定",
  "采购合同",
  "环评批复",
  "拆迁补偿标准",
] as const;

/** Days before 1 January from which requests are made: those that come in then are what is carried into the year. */
const LEAD_DAYS = 30;

/**
 * A year of a disclosure desk that never was but could have been: every channel, outcome, suspension, review, late entry and correction.
 * The same plan gives the same year. Names and numbers belong to nobody.
 */
export function rehearsedYear(plan: RehearsalPlan): RegisterRecords {
  const { seed, agencyId, year, requests: wanted, format, calendar } = plan;
  const random = new SeededRandom(seed);
  const files: CaseFile[] = [];
  while (files.length < wanted) {
    for (const request of rehearsedLetter(plan, random, files.length)) {
      if (files.length < wanted) files.push(rehearsedCase({ request, calendar, random }));
    }
  }
  return {
    requests: files,
    proceedings: rehearsedProceedings(files, { agencyId, year, random }),
    documents: rehearsedDocuments({ agencyId, year, random }),
    figures: rehearsedFigures(format, { agencyId, year, random }),
  };
}

/** A letter, now and then with several matters in it (一事一申请). */
function rehearsedLetter({ agencyId, year, calendar }: RehearsalPlan, random: SeededRandom, from: number): InfoRequest[] {
  const begin = addDays(yearBegin(year), -LEAD_DAYS);
  // The last days before 31 December are on: what comes in then is carried forward.
  const arrivedOn = calendar.addWorkingDays(addDays(begin, random.whole(0, LEAD_DAYS + 362)), 1);
  const channel = random.weighted(CHANNELS);
  const requester = rehearsedRequester(random, from);
  const pieces = random.percent(6) ? random.whole(2, 4) : 1;
  return Array.from({ length: pieces }, (_, piece): InfoRequest => {
    const number = from + piece + 1;
    return {
      id: `${agencyId}-${year}-${number}`,
      agencyId,
      letterId: `${agencyId}-${year}-letter${from + 1}`,
      number: `${arrivedOn.slice(0, 4)}-${number}`,
      channel,
      arrivedOn,
      requester,
      description: `${random.oneOf(MATTERS)}（演练第${number}件）`,
      wantedForm: { medium: "electronic", delivery: channel === "online" ? "online" : "post" },
    };
  });
}

function rehearsedRequester(random: SeededRandom, number: number): Requester {
  const kind = random.weighted(KINDS);
  return {
    kind,
    name: kind === "natural" ? `演练申请人${number + 1}` : `演练单位${number + 1}`,
    identity: { document: "other", number: `演练${number + 1}` },
    contact: { address: "演练路1号" },
    ...(kind === "natural" ? {} : { representative: "演练代表" }),
  };
}
