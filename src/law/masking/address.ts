import type { PersonalDatum } from "./personal-datum.js";

/** Where an address may end: the number of a house, a flat, a village group. */
const HOUSE = /[0-9一二三四五六七八九十]{1,6}(?:号楼|号院|号|栋|幢|单元|室|户|组|弄|排)/g;
const AREA = /[\p{Script=Han}]{1,8}(?:省|自治区|市|州|盟|区|县|旗|街道|镇|乡)/u;

/** Addresses finer than a town or street office: a stretch without punctuation that names an area and ends in a house number. */
export function* addressesIn(text: string): Generator<PersonalDatum> {
  for (const { 0: stretch, index } of text.matchAll(/[^，。；：、！？,;:!?\s“”"()（）《》]{6,80}/g)) {
    const last = [...stretch.matchAll(HOUSE)].at(-1);
    const area = AREA.exec(stretch);
    if (last === undefined || area === null || area.index + area[0].length > last.index) continue;
    // 〔2024〕5号 and 第5号 are numbers of documents.
    if (/[〕\]第]$/.test(stretch.slice(0, last.index))) continue;
    const from = Math.max(area.index, lead(stretch.slice(0, area.index + area[0].length)));
    const end = last.index + last[0].length;
    yield { kind: "address", start: index + from, end: index + end, text: stretch.slice(from, end), sureness: "likely" };
  }
  yield* homesIn(text);
}

/** 黄河小区3幢2单元502室, 中山路12号203室: a flat is somebody's home also where no town or county is named. */
const HOME =
  /(?<!\p{Script=Han})(?:住址?|现住|家住|住在|居住在|位于)?(\p{Script=Han}{2,12}(?:小区|花园|家园|新村|公寓|花苑|苑|里|庭|城|路|街|巷|弄|村)[0-9一二三四五六七八九十]{1,4}(?:号楼|号院|号|栋|幢|弄)(?:[0-9一二三四五六七八九十甲乙丙丁A-Z]{1,3}单元)?[0-9A-Z]{1,5}[室户])/gu;

function* homesIn(text: string): Generator<PersonalDatum> {
  for (const { 0: whole, 1: home = "", index } of text.matchAll(HOME)) {
    const start = index + whole.length - home.length;
    yield { kind: "address", start, end: start + home.length, text: home, sureness: "likely" };
  }
}

/** How much of a stretch stands before the address: 现住, 住所地为, 位于. */
function lead(text: string): number {
  const words = [...text.matchAll(/住址为?|住所地?为?|现住|家住|住在|居住于?|位于|地址为?|寄至|寄往|户籍地?为?/g)].at(-1);
  return words === undefined ? 0 : words.index + words[0].length;
}
