import { foldText } from "./fold-text.js";

/** The kinds of personal data that are hidden before publication. */
const PERSONAL_DATA_KINDS = ["id-card", "mobile", "landline", "bank-card", "email", "address", "passport", "plate"] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** How many characters stay at the beginning and at the end; the rest becomes stars. */
export interface MaskRule {
  readonly label: string;
  readonly head: number;
  readonly tail: number;
}

/** Addresses are cut off instead: 只保留到乡镇、街道. */
type StarredKind = Exclude<PersonalDataKind, "address">;

/** One place's notice (永安市 2023) for phone, identity number and address; the others after its pattern. Settings, not law. */
export const DEFAULT_MASKS: Readonly<Record<StarredKind, MaskRule>> = {
  "id-card": { label: "公民身份号码", head: 2, tail: 3 },
  mobile: { label: "手机号码", head: 3, tail: 4 },
  landline: { label: "固定电话", head: 0, tail: 4 },
  "bank-card": { label: "银行卡号", head: 0, tail: 4 },
  email: { label: "电子邮箱", head: 1, tail: 0 },
  passport: { label: "护照或者其他证件号码", head: 1, tail: 2 },
  plate: { label: "机动车号牌", head: 2, tail: 1 },
};

/** The text of one datum hidden: 138****1234, 35*************123. Separators inside go with the digits they part. */
export function masked(kind: PersonalDataKind, text: string, masks = DEFAULT_MASKS): string {
  if (kind === "address") return maskedAddress(text);
  const { head, tail } = masks[kind];
  const plain = foldText(text).text;
  if (kind === "email") {
    const at = plain.lastIndexOf("@");
    return `${starred(plain.slice(0, at), head, tail)}${plain.slice(at)}`;
  }
  return starred(plain.replace(SEPARATORS, ""), head, tail);
}

const SEPARATORS = /[\s\-－—–‐()（）._·•・,，、/]/g;

/** Hides at least this many characters: a short text is hidden wholly. */
const FEWEST_HIDDEN = 4;

function starred(text: string, head: number, tail: number): string {
  const characters = [...text];
  if (characters.length - head - tail < FEWEST_HIDDEN) return "*".repeat(characters.length);
  const end = characters.length - tail;
  return characters.map((character, index) => (index < head || index >= end ? character : "*")).join("");
}

/** An address down to the town or street office; where it names none, down to the county or city, else hidden wholly. */
export function maskedAddress(address: string): string {
  const town =
    /^.*?(?:街道办事处|街道(?!路)|(?<!城|市|村|小)镇(?!江|海|平|安|远|宁|雄|赉|坪|巴|原|沅|康)|(?<!城|新)乡(?!市|城|宁))/.exec(
      address,
    );
  const kept = town?.[0] ?? /^.*(?:省|自治区|市|州|盟|区|县|旗)/.exec(address)?.[0] ?? "";
  return kept === address ? address : `${kept}****`;
}
