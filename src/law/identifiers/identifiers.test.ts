import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePlainDate } from "../plain-date.js";
import { creditCodeCheckCharacter, readCreditCode } from "./credit-code.js";
import { idCardCheckCharacter, readIdCard } from "./id-card.js";
import { organizationCodeCheckCharacter, readOrganizationCode } from "./organization-code.js";

const TODAY = parsePlainDate("2026-01-01") ?? expect.fail();
const said = (faults: readonly { faultId: string; severity: string }[]) =>
  faults.map(({ faultId, severity }) => `${severity} ${faultId}`);

describe("公民身份号码 (GB 11643)", () => {
  test.each([
    ["11010519491231002X", "1949-12-31", []],
    ["11010519491231002x", "1949-12-31", []],
    [" 440524 18800101 0014 ", "1880-01-01", []],
    ["４４０５２４１８８００１０１００１４", "1880-01-01", []],
    ["110105194912310021", "1949-12-31", ["error check-digit"]],
    ["110105194902310022", null, ["error birthday", "error check-digit"]],
    ["130503670401001", "1967-04-01", ["error old-number"]],
    ["11010519491231", null, ["error shape"]],
    ["1101051949123100XX", null, ["error shape"]],
    ["", null, ["error shape"]],
  ])("%j is born %s with %j", (text, bornOn, faults) => {
    const card = readIdCard(text, TODAY);
    expect(card.bornOn).toBe(bornOn);
    expect(said(card.faults)).toEqual(faults);
  });

  const withCheck = (digits: string) => `${digits}${idCardCheckCharacter(digits)}`;
  test.each([
    ["99010519901231002", []],
    ["83000019901231002", []],
    ["81000019901231002", []],
    ["00010519901231002", ["warning division"]],
    ["11010520991231002", ["error birthday"]],
    ["11010517001231002", ["error birthday"]],
  ])("%s with its check character has %j", (digits, faults) => {
    expect(said(readIdCard(withCheck(digits), TODAY).faults)).toEqual(faults);
  });

  test("one wrong digit, or two neighbours exchanged, is always found", () => {
    const digits = fc.stringMatching(/^[0-9]{17}$/);
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const wrong = [...number];
        wrong[place] = String((Number(wrong[place]) + by) % 10);
        return idCardCheckCharacter(wrong.join("")) !== idCardCheckCharacter(number);
      }),
    );
    fc.assert(
      fc.property(digits, fc.nat(15), (number, place) => {
        const swapped = [...number];
        [swapped[place], swapped[place + 1]] = [number[place + 1] ?? "", number[place] ?? ""];
        return swapped.join("") === number || idCardCheckCharacter(swapped.join("")) !== idCardCheckCharacter(number);
      }),
    );
  });

  test("what is not made of digits has no check character", () => {
    expect(idCardCheckCharacter("1101051949123100")).toBeNull();
    expect(idCardCheckCharacter("1101O519491231002")).toBeNull();
  });
});

describe("统一社会信用代码 (GB 32100)", () => {
  test.each([
    ["11370812004339255B", []],
    ["9131000063159284XQ", []],
    ["9131000063159284xq", []],
    ["91350100M000100Y4Z", ["warning letter"]],
    ["9135O100M000100Y4I", ["warning letter"]],
    ["91350211M0000XUF46", ["warning check-digit"]],
    ["91350100M0001TGQXM", ["warning check-digit"]],
    ["11370812004339255C", ["warning check-digit"]],
    ["1137081200433925", ["error shape"]],
    ["113708120-4339255B", ["error shape"]],
  ])("%s has %j", (code, faults) => {
    expect(said(readCreditCode(code).faults)).toEqual(expect.arrayContaining(faults));
    expect(readCreditCode(code).faults.some(({ severity }) => severity === "error")).toBe(faults.includes("error shape"));
    if (faults.length === 0) expect(readCreditCode(code).faults).toEqual([]);
  });

  test("a letter the standard leaves out is named with what it may stand for", () => {
    expect(readCreditCode("9131O000631592842Q").faults[0]?.message).toContain("O（是否为0）");
  });

  test("the parts are given", () => {
    expect(readCreditCode("11370812004339255B")).toMatchObject({ divisionCode: "370812", organizationCode: "004339255" });
  });

  test.each([
    ["1100000000433925", "warning division"],
    ["113708A2004339255", "warning division"],
    ["11990812004339255", "warning division"],
    ["11370812004339250", "warning organization-code"],
  ])("%s… is warned of: %s", (front, fault) => {
    const code = front.padEnd(17, "5");
    expect(said(readCreditCode(`${code}${creditCodeCheckCharacter(code)}`).faults)).toContain(fault);
  });

  test("bodies registered with central authorities have the division 100000", () => {
    const code = "12100000400000000";
    expect(said(readCreditCode(`${code}${creditCodeCheckCharacter(code)}`).faults)).not.toContain("warning division");
  });

  test("one wrong character is always found", () => {
    const alphabet = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
    const codes = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(codes, fc.nat(16), fc.integer({ min: 1, max: 30 }), (code, place, by) => {
        const wrong = [...code];
        wrong[place] = alphabet[(alphabet.indexOf(code[place] ?? "") + by) % 31] ?? "";
        return creditCodeCheckCharacter(wrong.join("")) !== creditCodeCheckCharacter(code.join(""));
      }),
    );
    expect(creditCodeCheckCharacter("1137081200433925I")).toBeNull();
  });
});

describe("组织机构代码 (GB 11714)", () => {
  test.each([
    ["000014349", []],
    ["00001434-9", []],
    ["014416330", []],
    ["000000001", ["warning check-digit"]],
    ["035210000", ["warning check-digit"]],
    ["0000143", ["error shape"]],
  ])("%s has %j", (code, faults) => {
    expect(said(readOrganizationCode(code).faults)).toEqual(faults);
  });

  test("one wrong digit is always found", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{8}$/), fc.nat(7), fc.integer({ min: 1, max: 9 }), (code, place, by) => {
        const wrong = [...code];
        wrong[place] = String((Number(wrong[place]) + by) % 10);
        return organizationCodeCheckCharacter(wrong.join("")) !== organizationCodeCheckCharacter(code);
      }),
    );
    expect(organizationCodeCheckCharacter("0000-434")).toBeNull();
  });
});
