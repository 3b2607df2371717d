import { addDays } from "../../law/calendar/day-arithmetic.js";
import { readCreditCode } from "../../law/identifiers/credit-code.js";
import { readIdCard } from "../../law/identifiers/id-card.js";
import { readPassport } from "../../law/identifiers/passport.js";
import { chineseDay, type PlainDate } from "../../law/plain-date.js";
import type { IdentityProof, InfoRequest } from "../../register/info-request.js";
import { casesOfRequester } from "../../storage/stores/case-store.js";
import { summariesOf } from "../../storage/stores/case-summary-store.js";
import { type Office, todayIn } from "../office.js";
import { type RequesterGiven, requesterOf } from "./registration.js";
import { similarCases } from "./related-cases.js";

/** Something a person should look at before or after registering. Nothing is refused because of it. */
export interface Warning {
  readonly code: "identifier" | "no-identity" | "same-requester" | "similar" | "late-entry" | "no-contact";
  readonly message: string;
  readonly field: string | null;
  readonly cases: { readonly id: string; readonly number: string; readonly likeness: number | null }[];
}

/** What is known of a letter while it is typed in. */
export interface LetterSoFar {
  readonly agencyId: string;
  readonly arrivedOn?: PlainDate | undefined;
  readonly requester?: RequesterGiven | undefined;
  readonly wantedForm?: InfoRequest["wantedForm"] | undefined;
  /** The requests the pieces would become. */
  readonly requests: readonly InfoRequest[];
}

const LOOK_BACK_DAYS = 730;

/** What is remarkable about a letter: numbers that are no numbers, the same person, the same matter, a late entry. */
export async function registrationWarnings(office: Office, letter: LetterSoFar): Promise<Warning[]> {
  const today = todayIn(office);
  const { requester, arrivedOn } = letter;
  const [same, similar] = await Promise.all([
    requester === undefined ? [] : sameRequester(office, letter, requester),
    alike(office, letter),
  ]);
  return [
    ...(requester === undefined ? [] : identityWarnings(requester.identity, today)),
    ...(requester === undefined ? [] : contactWarnings(requester, letter.wantedForm)),
    ...same,
    ...similar,
    ...(arrivedOn !== undefined && arrivedOn < today
      ? [
          warning(
            "late-entry",
            `申请于${chineseDay(arrivedOn)}到达，今天才登记；期限从收到之日起算，不因登记迟延而推后。`,
            "arrivedOn",
          ),
        ]
      : []),
  ];
}

/** 第二十九条 wants a proof of identity; a letter without it is received, and told what lacks once (第三十条). */
const NO_IDENTITY = "没有身份证明，应当告知补正（条例第二十九条、第三十条）。";

function identityWarnings(identity: IdentityProof | undefined, today: PlainDate): Warning[] {
  const field = "requester.identity.number";
  return identity === undefined ? [warning("no-identity", NO_IDENTITY, field)] : identifierWarnings(identity, field, today);
}

function identifierWarnings({ document, number }: IdentityProof, field: string, today: PlainDate): Warning[] {
  switch (document) {
    case "id-card":
      return readIdCard(number, today).faults.map(({ message }) => warning("identifier", `${message}。`, field));
    case "credit-code":
      return readCreditCode(number).faults.map(({ message }) => warning("identifier", `${message}。`, field));
    case "passport":
      return readPassport(number).faults.map(({ message }) => warning("identifier", `${message}。`, field));
    case "other":
      return [];
    default:
      return document satisfies never;
  }
}

const NEEDED = { post: ["address", "通信地址"], email: ["email", "电子邮箱"], fax: ["fax", "传真号码"] } as const;

/** 第二十九条: the form in which the information is wanted must be possible with what was given. */
function contactWarnings({ contact }: RequesterGiven, wantedForm: LetterSoFar["wantedForm"]): Warning[] {
  const given = Object.values(contact).filter((text) => text !== undefined && text !== "");
  if (given.length === 0) return [warning("no-contact", "没有登记任何联系方式，无法通知补正和送达。", "requester.contact")];
  const delivery = wantedForm?.delivery;
  if (delivery === undefined || !(delivery in NEEDED)) return [];
  const [field, label] = NEEDED[delivery as keyof typeof NEEDED]; // just asked for
  return contact[field]
    ? []
    : [warning("no-contact", `申请人要求的提供方式需要${label}，申请中没有。`, `requester.contact.${field}`)];
}

async function sameRequester(office: Office, { agencyId, requests }: LetterSoFar, requester: RequesterGiven): Promise<Warning[]> {
  const today = todayIn(office);
  const { database } = office;
  const ids = await casesOfRequester(database, {
    agencyId,
    requester: requesterOf(requester),
    from: addDays(today, -LOOK_BACK_DAYS),
    to: today,
  });
  const own = new Set(requests.map(({ id }) => id));
  const letters = new Set(requests.map(({ letterId }) => letterId));
  const earlier = (await summariesOf(database, ids)).filter(({ caseId, letterId }) => !own.has(caseId) && !letters.has(letterId));
  if (earlier.length === 0) return [];
  const open = earlier.filter(({ isOpen }) => isOpen).length;
  const message = `同一申请人两年内已有 ${earlier.length} 件申请${open > 0 ? `，其中 ${open} 件尚未答复` : ""}；请核对是否重复申请（条例第三十六条第六项），收费按申请人和自然月计算。`;
  return [
    {
      ...warning("same-requester", message, "requester.identity.number"),
      cases: earlier.slice(-MOST_SHOWN).map(({ caseId, number }) => ({ id: caseId, number, likeness: null })),
    },
  ];
}

const MOST_SHOWN = 20;

async function alike(office: Office, { requests }: LetterSoFar): Promise<Warning[]> {
  const warnings: Warning[] = [];
  for (const [index, request] of requests.entries()) {
    if (request.description.trim() === "") continue;
    const similar = await similarCases(office, { request });
    if (similar.length === 0) continue;
    const repeated = similar.filter(({ isSameRequester }) => isSameRequester).length;
    warnings.push({
      ...warning(
        "similar",
        repeated > 0
          ? `同一申请人有 ${repeated} 件内容相似的申请，可能属于重复申请（条例第三十六条第六项）。`
          : `已有 ${similar.length} 件内容相似的申请，可以参照其答复；多人申请同一信息的，可以纳入主动公开（条例第四十四条）。`,
        `pieces.${index}.description`,
      ),
      cases: similar.map(({ id, number, likeness }) => ({ id, number, likeness })),
    });
  }
  return warnings;
}

function warning(code: Warning["code"], message: string, field: string | null): Warning {
  return { code, message, field, cases: [] };
}
