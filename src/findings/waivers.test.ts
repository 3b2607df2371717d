import { describe, expect, test } from "vitest";
import { parseWaivers } from "./waivers.js";

const decision = { fingerprint: "0123456789abcdef", decision: "waived", reason: "范围为区政府办公室" };
const file = (...decisions: unknown[]) => JSON.stringify({ version: 1, decisions });

describe("the waivers file", () => {
  test("gives the decisions by fingerprint", () => {
    const parsed = parseWaivers(file(decision));
    expect(parsed).toEqual({ waivers: new Map([["0123456789abcdef", decision]]) });
  });

  test.each([
    ["不是 JSON", "{", "不是有效的 JSON"],
    ["没有版本", JSON.stringify({ decisions: [] }), "version"],
    ["理由为空", file({ ...decision, reason: " " }), "decisions.0.reason：reason 不能为空"],
    ["指纹不对", file({ ...decision, fingerprint: "xyz" }), "fingerprint 应为 16 位十六进制数"],
    ["决定不对", file({ ...decision, decision: "ignored" }), "decisions.0.decision"],
  ])("says what is wrong: %s", (_name, text, fault) => {
    expect(parseWaivers(text)).toMatchObject({ fault: expect.stringContaining(fault) });
  });
});
