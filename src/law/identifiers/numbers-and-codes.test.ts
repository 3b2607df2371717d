import fc from "fast-check";
import { expect, test } from "vitest";
import { divisionCode } from "./division-code.js";
import { indexNumber, readIndexNumber } from "./index-number.js";
import { readPassport } from "./passport.js";
import { isSiteCode } from "./site-code.js";

test.each([
  ["320000", { level: "province", province: "江苏省", parent: null }],
  ["321300", { level: "city", parent: "320000" }],
  ["321322", { level: "county", parent: "321300" }],
  ["321322100", { level: "town", parent: "321322" }],
  ["321322000", { level: "county", parent: "321300" }],
  ["321322100201", { level: "village", parent: "321322100" }],
  ["321322100000", { level: "town", parent: "321322" }],
])("%s is a %j", (code, division) => {
  expect(divisionCode(code)).toMatchObject({ code, ...division });
});

test.each(["990000", "320022", "32132", "321300100", "321322000201", "32132210", "三二一三二二", ""])("%s is no code", (code) => {
  expect(divisionCode(code)).toBeNull();
});

test.each([
  ["000014349/2017-00110", { scheme: "organization-code", holder: "000014349", year: 2017, serial: 110 }],
  ["01441633-0/2022-00185", { scheme: "organization-code", holder: "014416330", year: 2022, serial: 185 }],
  ["01527918X-2020-153077", { scheme: "organization-code", holder: "01527918X", year: 2020, serial: 153077 }],
  ["11370812004339255B/2020-22849", { scheme: "credit-code", holder: "11370812004339255B", year: 2020, serial: 22849 }],
  ["2022-00185", { scheme: "other", text: "2022-00185" }],
  ["YN-06-01-2019-0001-003", { scheme: "other", text: "YN-06-01-2019-0001-003" }],
])("the index number %s is read", (text, read) => {
  expect(readIndexNumber(text)).toMatchObject(read);
});

test.each(["", "9".repeat(65)])("%s is no index number", (text) => {
  expect(readIndexNumber(text)).toBeNull();
});

test("an index number that was made is twenty characters and reads back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2008, max: 2100 }), fc.integer({ min: 1, max: 99_999 }), (year, serial) => {
      const text = indexNumber("000014349", year, serial);
      expect(text).toHaveLength(20);
      expect(readIndexNumber(text)).toMatchObject({ holder: "000014349", year, serial });
    }),
  );
});

test.each([
  ["e12345678", 0],
  ["EA 1234567", 0],
  ["ABCDEFG", 1],
  ["12", 1],
  ["护照12345", 1],
])("the passport number %s has %i faults", (text, faults) => {
  expect(readPassport(text).faults).toHaveLength(faults);
});

test.each([
  ["3100000087", true],
  ["bm55000001", true],
  ["9900000087", false],
  ["310000008", false],
  ["bm5500000", false],
])("%s is a site code: %s", (text, is) => {
  expect(isSiteCode(text)).toBe(is);
});
