/** The counting systems of automatic numbers this reader can write; the codes are those of [MS-OSHARED] 2.2.1.3. */
const SYSTEMS = new Map<number, (value: number) => string>([
  [0, String],
  [1, (value) => roman(value)],
  [2, (value) => roman(value).toLowerCase()],
  [3, (value) => letters(value)],
  [4, (value) => letters(value).toLowerCase()],
  [5, String],
  [10, (value) => chineseDigits(value)],
  [11, (value) => chineseNumber(value)],
  [14, (value) => fullWidth(value)],
  [15, String],
  [18, (value) => circled(value)],
  [19, (value) => fullWidth(value)],
  [22, (value) => String(value).padStart(2, "0")],
  [26, (value) => enclosed(value, 0x2488, 20)],
  [27, (value) => enclosed(value, 0x2474, 20)],
  [28, (value) => circled(value)],
  [29, (value) => enclosed(value, 0x3220, 10)],
  [30, (value) => ordinalIn("甲乙丙丁戊己庚辛壬癸", value)],
  [31, (value) => ordinalIn("子丑寅卯辰巳午未申酉戌亥", value)],
  [33, (value) => chineseNumber(value)],
  [34, (value) => formalNumber(value)],
  [35, (value) => chineseNumber(value)],
  [36, (value) => chineseDigits(value)],
  [37, (value) => chineseNumber(value)],
  [38, (value) => formalNumber(value)],
  [39, (value) => chineseNumber(value)],
]);

/** True for the systems that print a sign in place of a number. */
export function isBullet(system: number): boolean {
  return system === 23 || system === 255;
}

/** An automatic number as it is printed: 3 → "3", "三", "③", "C", "iii". */
export function numberText(value: number, system: number): string {
  const write = SYSTEMS.get(system) ?? String;
  return value < 0 || value > 99_999 ? String(value) : write(value);
}

const DIGITS = "〇一二三四五六七八九";

function chineseDigits(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)]).join("");
}

/** 十二, 二十, 一百零五. */
function chineseNumber(value: number): string {
  const written = spelled(value, "零一二三四五六七八九", ["", "十", "百", "千", "万"]);
  return value >= 10 && value < 20 ? written.slice(1) : written;
}

function formalNumber(value: number): string {
  return spelled(value, "零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟", "万"]);
}

function spelled(value: number, digits: string, places: readonly string[]): string {
  if (value === 0) return digits.charAt(0);
  const figures = String(value);
  let text = "";
  let gap = false;
  for (let index = 0; index < figures.length; index++) {
    const figure = Number(figures[index]);
    if (figure === 0) gap = true;
    else {
      text += (gap ? digits.charAt(0) : "") + digits.charAt(figure) + (places[figures.length - 1 - index] ?? "");
      gap = false;
    }
  }
  return text;
}

function fullWidth(value: number): string {
  return [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join("");
}

function circled(value: number): string {
  return value > 20 && value <= 35 ? String.fromCharCode(0x3251 + value - 21) : enclosed(value, 0x2460, 20);
}

function enclosed(value: number, first: number, count: number): string {
  return value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : String(value);
}

function ordinalIn(signs: string, value: number): string {
  return value >= 1 && value <= signs.length ? signs.charAt(value - 1) : String(value);
}

/** Word goes on after Z with AA, BB, CC. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let text = "";
  let rest = value;
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}
