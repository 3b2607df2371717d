import { expect, test } from "vitest";
import { lackingProof, UNSIGNED } from "./lacking-proof.js";

const identity = { document: "id-card", number: "11010519491231002X" } as const;

test.each([
  ["欧阳沐泽", identity, []],
  ["欧阳沐泽", undefined, ["没有提供申请人的身份证明"]],
  [UNSIGNED, identity, ["没有写明申请人的姓名或者名称"]],
  [UNSIGNED, undefined, ["没有写明申请人的姓名或者名称", "没有提供申请人的身份证明"]],
])("of %s with %j lacks %j", (name, given, lacking) => {
  expect(lackingProof({ name, ...(given !== undefined && { identity: given }) })).toEqual(lacking);
});
