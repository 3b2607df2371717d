import { addDays } from "../law/calendar/day-arithmetic.js";
import { OUTCOME_QUESTIONS } from "../law/outcomes/outcome-questions.js";
import type { OutcomeId } from "../law/outcomes/outcomes.js";
import type { PlainDate } from "../law/plain-date.js";
import type { CaseAct, CaseEventBody } from "../register/case-event.js";
import type { CaseFile } from "../register/case-file.js";
import type { Channel, InfoRequest } from "../register/info-request.js";
import { eventId, recorded, type WorkingDays, type Written, writtenDown } from "./rehearsed-timeline.js";
import type { SeededRandom } from "./seeded-random.js";

const NO_CORRECTION: OutcomeId = "other.no_correction";
const NO_PAYMENT: OutcomeId = "other.no_payment";

/** How requests end, each as often as published reports show it. */
const OUTCOMES: readonly [readonly [string, number], ...(readonly [string, number])[]] = [
  ["granted", 400],
  ["partial", 80],
  ["denied.state_secret", 8],
  ["denied.other_law", 8],
  ["denied.three_safety", 8],
  ["denied.third_party", 30],
  ["denied.internal", 20],
  ["denied.process", 30],
  ["denied.enforcement_file", 30],
  ["denied.admin_query", 25],
  ["unable.not_held", 160],
  ["unable.need_create", 25],
  ["unable.unclear", 15],
  ["rejected.petition", 40],
  ["rejected.repeat", 30],
  ["rejected.publication", 5],
  ["rejected.massive", 8],
  ["rejected.reissue", 8],
  [NO_CORRECTION, 30],
  [NO_PAYMENT, 10],
  ["withdrawn", 30],
  ["other.misc", 10],
];

const SERVICE: Readonly<Record<Channel, "hand" | "registered-mail" | "email" | "online" | "fax">> = {
  in_person: "hand",
  registered_mail: "registered-mail",
  ordinary_mail: "registered-mail",
  online: "online",
  email: "email",
  fax: "fax",
  oral: "hand",
};

interface Rehearsal {
  readonly request: InfoRequest;
  readonly calendar: WorkingDays;
  readonly random: SeededRandom;
}

/** The file of one request from receipt to filing: clarification, opinions, extension, fee, decision, service; some late, some corrected. */
export function rehearsedCase(rehearsal: Rehearsal): CaseFile {
  const { request, random } = rehearsal;
  const written: Written<CaseEventBody>[] = writtenDown<CaseEventBody>(actsOf(rehearsal), random);
  const correction = correctionOf(rehearsal, written);
  if (correction !== null) written.push(correction);
  const events = recorded(request.id, written, random);
  return { request, events, version: events.length };
}

function actsOf({ request, calendar, random }: Rehearsal): CaseAct[] {
  const { arrivedOn, channel } = request;
  const acts: CaseAct[] = [{ type: "received", on: arrivedOn }];
  let day = arrivedOn;
  const pass = (least: number, most: number): PlainDate => {
    day = calendar.addWorkingDays(day, random.whole(least, most));
    return day;
  };
  if (channel === "online" || channel === "email" || channel === "fax" || channel === "ordinary_mail") {
    if (random.percent(2)) return acts;
    if (!random.percent(70)) pass(1, 2);
    acts.push({ type: "confirmed", on: day });
  }
  acts.push({ type: "accepted", on: day, handler: random.oneOf(["经办人甲", "经办人乙"]) });
  if (random.percent(30)) acts.push({ type: "transferred", on: day, unit: random.oneOf(["规划科", "财务科", "法规科"]) });
  const outcome = random.weighted(OUTCOMES);
  if (outcome === "withdrawn") return [...acts, { type: "withdrawn", on: pass(1, 15) }];
  if (clarify(acts, outcome, { pass, calendar, random })) return acts;
  consult(acts, outcome, { pass, random });
  if (outcome === "rejected.massive") {
    acts.push({ type: "reasons-asked", on: pass(1, 3), answerBy: calendar.addWorkingDays(day, 10) });
    acts.push({ type: "reasons-given", on: pass(1, 8), text: "需要全面了解情况", areReasonable: false });
  }
  if (random.percent(8)) {
    const on = pass(8, 12);
    acts.push({ type: "extended", on, workingDays: 20, approvedBy: "负责人", toldOn: on, grounds: "检索量大" });
  }
  if (charge(acts, outcome, { pass, calendar, random })) return acts;
  if (outcome === "unable.not_held") {
    acts.push({ type: "searched", on: pass(1, 6), where: "档案室、业务系统", terms: "申请所述名称", found: false });
  }
  const number = `依申请复〔${day.slice(0, 4)}〕${random.whole(1, 999)}号`;
  acts.push({ type: "decided", on: pass(1, 9), outcome, grounds: answersTo(outcome), letterNumber: number });
  acts.push({ type: "served", on: pass(0, 4), method: SERVICE[channel], proof: "送达回证" });
  if (random.percent(60)) acts.push({ type: "archived", on: pass(1, 20) });
  return acts;
}

interface Pace {
  pass(least: number, most: number): PlainDate;
  readonly calendar: WorkingDays;
  readonly random: SeededRandom;
}

/** 第三十条. True when the request ended for want of an answer. */
function clarify(acts: CaseAct[], outcome: string, { pass, calendar, random }: Pace): boolean {
  const isNeeded = outcome === NO_CORRECTION || outcome === "unable.unclear";
  if (!isNeeded && !random.percent(10)) return false;
  const on = pass(1, 6);
  const clarifyBy = calendar.addWorkingDays(on, 15);
  acts.push({ type: "clarification-requested", on, unclear: "请写明文件名称或者文号", clarifyBy });
  if (outcome === NO_CORRECTION) {
    acts.push({ type: "clarification-lapsed", on: pass(16, 18) });
    return true;
  }
  acts.push({ type: "clarified", on: pass(1, 14), text: "补充了文件名称", isClear: outcome !== "unable.unclear" });
  return false;
}

/** 第三十二条、第三十四条 */
function consult(acts: CaseAct[], outcome: string, { pass, random }: Pick<Pace, "pass" | "random">): void {
  if (outcome === "denied.third_party" || random.percent(4)) {
    const isDenied = outcome === "denied.third_party";
    const on = pass(1, 4);
    acts.push({ type: "third-party-asked", on, party: "某第三方", receivedOn: addDays(on, 2) });
    const opinion = isDenied ? "refuses" : "agrees";
    acts.push({ type: "third-party-answered", on: pass(3, 15), party: "某第三方", opinion, reasons: "涉及商业秘密" });
  }
  if (random.percent(3)) {
    acts.push({ type: "joint-maker-asked", on: pass(1, 3), agency: "共同制作机关" });
    acts.push({ type: "joint-maker-answered", on: pass(2, 12), agency: "共同制作机关", opinion: "agrees" });
  }
}

/** 国办函〔2020〕109号. True when the request ended for want of payment. */
function charge(acts: CaseAct[], outcome: string, { pass, calendar, random }: Pace): boolean {
  if (outcome !== NO_PAYMENT && !random.percent(3)) return false;
  const pieces = random.whole(11, 30);
  const on = pass(2, 8);
  const yuan = (pieces - 10) * 100;
  acts.push({ type: "fee-noticed", on, basis: "item", quantity: pieces, yuan, payBy: calendar.addWorkingDays(on, 20) });
  if (outcome === NO_PAYMENT) {
    acts.push({ type: "fee-lapsed", on: pass(21, 23) });
    return true;
  }
  acts.push({ type: "fee-paid", on: pass(1, 15), yuan });
  return false;
}

const CORRECTED_PERCENT = 4;

/** Now and then a decision turns out to have been entered with the wrong day or row. */
function correctionOf({ request, random }: Rehearsal, written: readonly Written<CaseEventBody>[]): Written<CaseEventBody> | null {
  if (!random.percent(CORRECTED_PERCENT)) return null;
  const at = written.findIndex(({ body }) => body.type === "decided");
  const wrong = written[at];
  if (wrong === undefined || wrong.body.type !== "decided") return null;
  // The right day lies between the acts around it, else the record would contradict itself.
  const latest = written[at + 1]?.body.on ?? wrong.body.on;
  const isOtherRow = latest === wrong.body.on || random.percent(50);
  const row = wrong.body.outcome === "partial" ? "granted" : "partial";
  const replacement: CaseEventBody = isOtherRow
    ? { ...wrong.body, outcome: row, grounds: answersTo(row) }
    : { ...wrong.body, on: latest };
  const writtenOn = addDays(wrong.writtenOn, random.whole(1, 60));
  return {
    body: { type: "corrected", on: writtenOn, eventId: eventId(request.id, at), replacement },
    writtenOn,
    reason: isOtherRow ? "办理结果登记有误" : "决定日期登记有误",
  };
}

/** The answers to the questions of law that lead to a row; none for rows that no decision leads to. */
function answersTo(row: string): Record<string, string> {
  const walk = (questionId: string, given: readonly (readonly [string, string])[]): (readonly [string, string])[] | null => {
    const question = OUTCOME_QUESTIONS.find(({ id }) => id === questionId);
    // No path is longer than the list of questions.
    if (question === undefined || given.length > OUTCOME_QUESTIONS.length) return null;
    for (const { id, leadsTo } of question.answers) {
      const answered: (readonly [string, string])[] = [...given, [questionId, id]];
      const isReached = "outcome" in leadsTo && leadsTo.outcome === row;
      const found = "outcome" in leadsTo ? (isReached ? answered : null) : walk(leadsTo.question, answered);
      if (found !== null) return found;
    }
    return null;
  };
  return Object.fromEntries(walk(OUTCOME_QUESTIONS[0].id, []) ?? []);
}
