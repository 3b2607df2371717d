const DIGITS = "〇一二三四五六七八九";
const FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
const MAX_COUNTED = 99_999;

/** A list number as Word prints it (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat). Formats not met in Chinese reports give Arabic digits. */
export function listNumber(value: number, format: string): string {
  if (value < 0 || value > MAX_COUNTED) return String(value);
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
      return counted(value, DIGITS, "十百千", value < 20);
    case "chineseLegalSimplified":
    case "ideographLegalTraditional":
    case "japaneseLegal":
      return counted(value, FORMAL_DIGITS, "拾佰仟", false);
    case "ideographDigital":
    case "japaneseDigitalTenThousand":
    case "taiwaneseDigital":
      return [...String(value)].map((digit) => DIGITS[Number(digit)] ?? digit).join("");
    case "ideographTraditional":
      return value >= 1 && value <= 10 ? (STEMS[value - 1] ?? "") : String(value);
    case "ideographZodiac":
      return value >= 1 && value <= 12 ? (BRANCHES[value - 1] ?? "") : String(value);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
    case "ideographEnclosedCircle":
      return enclosed(value, format === "ideographEnclosedCircle");
    case "decimalEnclosedParen":
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2473 + value) : `(${value})`;
    case "decimalEnclosedFullstop":
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2487 + value) : `${value}.`;
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "lowerLetter":
      return letters(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerRoman":
      return roman(value);
    case "upperRoman":
      return roman(value).toUpperCase();
    default:
      return String(value);
  }
}

/** 12 → 十二, 105 → 一百〇五, 20 → 二十. A lone ten drops its one. */
function counted(value: number, digits: string, units: string, dropsLeadingOne: boolean): string {
  if (value === 0) return digits[0] ?? "";
  if (value >= 10_000)
    return `${counted(Math.floor(value / 10_000), digits, units, true)}万${value % 10_000 === 0 ? "" : counted(value % 10_000, digits, units, false)}`;
  let text = "";
  let isGap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      isGap = text !== "";
      continue;
    }
    if (isGap) text += digits[0] ?? "";
    isGap = false;
    const isBareTen = dropsLeadingOne && power === 1 && digit === 1 && text === "";
    text += (isBareTen ? "" : (digits[digit] ?? "")) + (power > 0 ? (units[power - 1] ?? "") : "");
  }
  return text;
}

function enclosed(value: number, isIdeograph: boolean): string {
  if (isIdeograph) return value >= 1 && value <= 10 ? String.fromCharCode(0x327f + value) : String(value);
  if (value === 0) return "⓪";
  if (value <= 20) return String.fromCharCode(0x245f + value);
  if (value <= 35) return String.fromCharCode(0x3251 + value - 21);
  return value <= 50 ? String.fromCharCode(0x32b1 + value - 36) : String(value);
}

/** a … z, aa, bb …: Word repeats the letter. */
function letters(value: number): string {
  if (value === 0) return "0";
  const letter = String.fromCharCode(0x61 + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.floor((value - 1) / 26) + 1, 30));
}

function roman(value: number): string {
  let rest = value;
  let text = "";
  for (const [amount, sign] of ROMAN) {
    while (rest >= amount && text.length < 40) {
      text += sign;
      rest -= amount;
    }
  }
  return text === "" ? String(value) : text;
}
