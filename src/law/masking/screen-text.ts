import { masked, type PersonalDataKind } from "./mask.js";
import { type FindingSettings, findPersonalData } from "./personal-data.js";

/** What a text is screened for: personal data, and beside them what looks like it and belongs to an office. */
export type ScreenedKind = PersonalDataKind | "credit-code" | "office-contact";

/** Something in a text that a person clears or masks before it is published. Offsets count UTF-16 units. */
export interface ScreenedDatum {
  readonly kind: ScreenedKind;
  readonly sureness: "sure" | "likely";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** As it would be published. */
  readonly suggestion: string;
}

/** Words of an office, and words of a person, near a number. What is nearest says whose it is. */
const OFFICE =
  /机关|办公|政府|委员会|[县市区厅]局|局[：:]|单位|传真|热线|监督|举报|投诉|咨询|服务|邮编|邮政编码|值班|总机|受理|网站|大厅|窗口|中心|联系方式|主办|承办|代理机构|采购人|招标/;
const PERSON =
  /申请人|当事人|姓名|身份证|户主|家属|家庭|本人|现住|住址|性别|出生|民族|先生|女士|原告|被告|村民|业主|患者|法定代表人/;
const NEAR = 40;

/** Everything in a text that must be looked at before it is published, in the order of the text. */
export function screenText(text: string, settings: FindingSettings = {}): ScreenedDatum[] {
  const found: ScreenedDatum[] = findPersonalData(text, settings).map((datum) => ({
    ...datum,
    kind: isOfOffice(datum.kind, datum.text, text.slice(Math.max(0, datum.start - NEAR), datum.end + NEAR))
      ? "office-contact"
      : datum.kind,
    suggestion: masked(datum.kind, datum.text),
  }));
  found.push(...localPhonesIn(text, found), ...traderCodesIn(text));
  return found.sort((one, other) => one.start - other.start);
}

function isOfOffice(kind: PersonalDataKind, datum: string, around: string): boolean {
  if (kind === "email") return /gov\.cn$/i.test(datum) || (OFFICE.test(around) && !PERSON.test(around));
  if (kind !== "landline" && kind !== "address") return false;
  return OFFICE.test(around) && !PERSON.test(around);
}

/** Seven or eight digits are a telephone number only where the text says so: 电话：83552345. */
function* localPhonesIn(text: string, found: readonly ScreenedDatum[]): Generator<ScreenedDatum> {
  for (const { 0: written, 1: number = "", index } of text.matchAll(
    /(?:电话|座机|联系方式|传真)(?:号码)?[：:为是\s]{0,3}([2-8][0-9]{6,7})(?![0-9A-Za-z年月日元.,])/g,
  )) {
    const start = index + written.length - number.length;
    const end = start + number.length;
    if (found.some((datum) => datum.start < end && start < datum.end)) continue;
    const isOffice = isOfOffice("landline", number, text.slice(Math.max(0, start - NEAR), end + NEAR));
    yield {
      kind: isOffice ? "office-contact" : "landline",
      sureness: "likely",
      ...{ start, end, text: number, suggestion: masked("landline", number) },
    };
  }
}

/** Codes of traders (92…) name a natural person's business; those of organisations are public and pass. */
function* traderCodesIn(text: string): Generator<ScreenedDatum> {
  for (const { 0: code, index } of text.matchAll(/(?<![A-Za-z0-9])92[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![A-Za-z0-9])/g)) {
    if (!/[A-Z]/.test(code)) continue;
    const suggestion = `${code.slice(0, 8)}${"*".repeat(8)}${code.slice(-2)}`;
    yield { kind: "credit-code", sureness: "likely", start: index, end: index + code.length, text: code, suggestion };
  }
}
