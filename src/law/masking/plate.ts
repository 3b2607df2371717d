import type { PersonalDatum } from "./personal-datum.js";

/** Number plates of motor vehicles (GA 36): province, authority, five or six characters without I and O. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•. -]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])/gu;

export function* platesIn(text: string): Generator<PersonalDatum> {
  for (const { 0: plate, index } of text.matchAll(PLATE)) {
    // 苏GDPXXX is a name of something; a plate has at least two figures.
    if (plate.replace(/\D/g, "").length < 2) continue;
    yield { kind: "plate", start: index, end: index + plate.length, text: plate, sureness: "likely" };
  }
}
