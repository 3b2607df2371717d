/** A number told in prose. */
export interface Figure {
  /** The number with its unit as printed: 「１,204 件」, 「14万余条」, 「三件」, 「33.9%」. */
  readonly text: string;
  /** Offsets into the text it was found in. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** 件, 条, %, 万元 …; "" when none of the known units follows. */
  readonly unit: string;
  /** False for 14万余条, 约20件, 30多次: such a figure proves nothing. */
  readonly isExact: boolean;
  /** Decimal places as printed; a percentage is told no finer than this. */
  readonly decimals: number;
  /** The words before it, back to the last punctuation mark or figure: 「收到政府信息公开申请」. */
  readonly before: string;
  /** The words after it, up to the next punctuation mark or figure: 「政府信息公开申请」. */
  readonly after: string;
}

// Longer units first: 人次 before 人.
const UNITS =
  "个百分点|个工作日|人次|件次|条次|万元|亿元|美元|小时|分钟|百分点|工作日|件|条|宗|起|项|次|篇|份|个|例|家|期|场|户|人|名|则|部|批|册|元|%|倍|天|页|字|处|类|栏|幅|张|封|通|笔|套|组|门|所|轮|本|块|版|位|款";

// A Chinese numeral counts only before a unit of counting: 一、, 第三方, 三安全一稳定 and 一次性 are no figures.
const CHINESE_UNITS = "件|条|宗|起|份|篇|人次|项|次";

const NUMBER = new RegExp(
  `(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s{0,2}(?<scale>[万亿](?!元))?(?<about>余|多(?!元))?\\s{0,2}(?<unit>${UNITS})?` +
    `|(?<numeral>[一二三四五六七八九十百两零〇]{1,7})(?<numeralUnit>${CHINESE_UNITS})`,
  "gu",
);

const NOT_A_COUNT_BEFORE = /(?:第|[〔［[]|[a-zA-Z.\-/:：@_+]|[.\-/]\d*)$/u;
const ORDINAL_BEFORE = /(?:第|届|每|同|逐|某|任|哪|各|这|那|唯|专|万|统|凡|单|多|几)$/u;
const NOT_A_COUNT_AFTER = /^(?:\s{0,2}(?:年|月|日|号|时(?!限)|点|届|级|度|周|季|[a-zA-Z〕］\]@]|[-—–~～:：/.]\d))/u;
const NOT_A_NUMERAL_AFTER = /^(?:事|性|龙|通|办|次|致|线|全|例|大会)/u;
const ABOUT_BEFORE = /(?:约|近|超|超过|逾|将近|大概|不足|不到|不少于|至少|最多|不超过|突破|上|达到?近)$/u;
const ABOUT_AFTER = /^(?:余|多|以上|左右|以内|以下|上下|之多)/u;
const STOP = /[，,。；;：:、！？!?\n（）()“”《》]/u;

const CHINESE_DIGITS = "零一二三四五六七八九";

/** 三 3, 十二 12, 二十 20, 一百零五 105, 两 2; null for a run of signs that is no number. */
export function chineseNumeral(text: string): number | null {
  let total = 0;
  let digit = 0;
  for (const sign of text.replaceAll("〇", "零").replaceAll("两", "二")) {
    const value = CHINESE_DIGITS.indexOf(sign);
    if (value >= 0) {
      if (digit > 0 && value > 0) return null;
      digit = value;
      continue;
    }
    total += (sign === "百" ? 100 : 10) * (digit === 0 ? 1 : digit);
    digit = 0;
  }
  return total + digit;
}

/** The text with full-width digits, points and percent signs made plain, sign for sign, so that offsets stay true. */
function plainDigits(text: string): string {
  return text
    .replace(/[０-９％．]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)，(?=\d{3}(?!\d))/gu, (comma, at: number) => (/[０-９]/u.test(text.charAt(at - 1)) ? "," : comma));
}

const wordsBefore = (text: string, at: number, from: number): string => {
  let start = at;
  while (start > from && !STOP.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, at).trim();
};

const wordsAfter = (text: string, at: number, to: number): string => {
  let end = at;
  while (end < to && !STOP.test(text.charAt(end))) end += 1;
  return text.slice(at, end).trim();
};

type Found = Omit<Figure, "before" | "after">;

function fromDigits(match: RegExpExecArray, plain: string, text: string): Found | null {
  const { digits = "", scale, about, unit = "" } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].trimEnd().length;
  const lead = plain.slice(Math.max(0, start - 8), start);
  const tail = plain.slice(end, end + 8);
  if (NOT_A_COUNT_BEFORE.test(lead) || (unit === "" && NOT_A_COUNT_AFTER.test(tail))) return null;
  const size = scale === "亿" ? 1e8 : scale === "万" ? 1e4 : 1;
  const written = digits.replaceAll(",", "");
  const isAbout = about !== undefined || scale !== undefined || ABOUT_BEFORE.test(lead) || ABOUT_AFTER.test(tail);
  return {
    text: text.slice(start, end),
    start,
    end,
    value: Number(written) * size,
    unit,
    isExact: !isAbout,
    decimals: written.split(".")[1]?.length ?? 0,
  };
}

function fromNumeral(match: RegExpExecArray, plain: string, text: string): Found | null {
  const { numeral = "", numeralUnit = "" } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const value = chineseNumeral(numeral);
  const lead = plain.slice(Math.max(0, start - 8), start);
  const tail = plain.slice(end, end + 4);
  if (value === null || ORDINAL_BEFORE.test(lead) || NOT_A_NUMERAL_AFTER.test(tail)) return null;
  const isExact = !ABOUT_BEFORE.test(lead) && !ABOUT_AFTER.test(tail);
  return { text: text.slice(start, end), start, end, value, unit: numeralUnit, isExact, decimals: 0 };
}

/** Every figure of a text in order, with its unit and what stands around it. Dates, ordinals, document and phone numbers are none. */
export function figuresOf(text: string): Figure[] {
  const plain = plainDigits(text);
  const found: Found[] = [];
  for (const match of plain.matchAll(NUMBER)) {
    const isNumeral = match.groups?.numeral !== undefined;
    const figure = isNumeral ? fromNumeral(match, plain, text) : fromDigits(match, plain, text);
    if (figure) found.push(figure);
  }
  return found.map((figure, index) => ({
    ...figure,
    before: wordsBefore(text, figure.start, found[index - 1]?.end ?? 0),
    after: wordsAfter(text, figure.end, found[index + 1]?.start ?? text.length),
  }));
}
