import { expect, test } from "vitest";
import { buildRequest } from "../../test/builders/case-file.js";
import { similarRequests } from "./similar-requests.js";

const asked = buildRequest({ id: "r1", description: "申请公开贵局2024年度部门预算调整方案" });

test("the same words from the same person are a repeat, from another an application of many", () => {
  const others = [
    buildRequest({ id: "r2", description: "请公开２０２４年度部门预算调整方案。" }),
    buildRequest({
      id: "r3",
      description: "2024年度部门预算调整的方案",
      requesterName: "李四",
      identityNumber: "440524188001010014",
    }),
    buildRequest({ id: "r4", description: "征地补偿安置方案" }),
  ];
  const found = similarRequests(asked, others);
  expect(found.map(({ request, relation }) => [request.id, relation])).toEqual([
    ["r2", "same-requester"],
    ["r3", "other-requester"],
  ]);
  expect(found[0]?.likeness).toBe(1);
});

test("pieces of the same letter and the request itself are not similar to it", () => {
  const piece = buildRequest({ id: "r9", letterId: asked.letterId, description: asked.description });
  expect(similarRequests(asked, [asked, piece])).toEqual([]);
});

test("how much alike they must be is said by the caller", () => {
  const other = buildRequest({ id: "r2", description: "2023年度部门决算" });
  expect(similarRequests(asked, [other])).toEqual([]);
  expect(similarRequests(asked, [other], 0.1).map(({ request }) => request.id)).toEqual(["r2"]);
});

test("descriptions without words are like nothing", () => {
  const empty = buildRequest({ id: "r5", description: "申请公开" });
  expect(similarRequests(empty, [buildRequest({ id: "r6", description: "申请公开" })])).toEqual([]);
});

test("at most twenty are shown, the likest first and the same order every time", () => {
  const others = Array.from({ length: 30 }, (_, index) =>
    buildRequest({ id: `s${String(index).padStart(2, "0")}`, description: asked.description }),
  );
  const found = similarRequests(asked, [...others].reverse());
  expect(found.map(({ request }) => request.id)).toEqual(others.slice(0, 20).map(({ id }) => id));
});
