import { describe, expect, test } from "vitest";
import { EVIDENCE, type EvidenceId, evidenceInEvents } from "./evidence.js";
import { missingEvidence, requiredEvidence } from "./missing-evidence.js";
import { OUTCOMES } from "./outcomes.js";

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

test("信息不存在 needs a search record, another agency's information does not", () => {
  expect(ids(missingEvidence({ outcome: "unable.not_held" }, new Set()))).toEqual(["search-record"]);
  expect(ids(missingEvidence({ outcome: "unable.not_held", form: "absent" }, new Set(["search-record"])))).toEqual([]);
  expect(ids(missingEvidence({ outcome: "unable.not_held", form: "not-ours" }, new Set()))).toEqual(["why-not-ours"]);
});

test("a refusal for a third party needs the letter to it, its opinion and the weighing of the public interest", () => {
  expect(ids(missingEvidence({ outcome: "denied.third_party" }, new Set(["clause"])))).toEqual([
    "third-party-asked",
    "third-party-opinion",
    "public-interest",
  ]);
});

test("every refusal needs the clause it rests on", () => {
  for (const { id } of OUTCOMES) {
    expect(requiredEvidence({ outcome: id }).includes("clause")).toBe(id.startsWith("denied."));
  }
});

test("each withheld part of 部分公开 is proved like a refusal", () => {
  expect(requiredEvidence({ outcome: "partial", withheld: ["denied.third_party", "denied.process"] })).toEqual([
    "information",
    "withheld-parts",
    "clause",
    "third-party-asked",
    "third-party-opinion",
    "public-interest",
    "process-kind",
    "no-duty-to-publish",
  ]);
  expect(requiredEvidence({ outcome: "granted", withheld: ["denied.process"] })).toEqual(["information"]);
});

test("what is missing says its name, its article and how sure the rule is", () => {
  expect(missingEvidence({ outcome: "unable.not_held" }, new Set())).toEqual([
    {
      id: "search-record",
      name: "检索记录：检索的范围、方式和结果",
      source: "event",
      citation: { instrument: "政府信息公开条例", place: "第三十六条第四项" },
      certainty: "B",
    },
  ]);
});

test("every kind of evidence is needed by some outcome", () => {
  const needed = new Set(OUTCOMES.flatMap(({ forms }) => forms.flatMap(({ evidence }) => [...evidence])));
  expect([...needed].sort()).toEqual(Object.keys(EVIDENCE).sort());
});

describe("what events prove", () => {
  test.each([
    [{ type: "searched", found: false }, "search-record"],
    [{ type: "searched", found: true }, null],
    [{ type: "third-party-asked" }, "third-party-asked"],
    [{ type: "third-party-answered", opinion: "refuses" }, "third-party-opinion"],
    [{ type: "third-party-answered", opinion: "agrees-in-part" }, "third-party-opinion"],
    [{ type: "third-party-answered", opinion: "agrees" }, null],
    [{ type: "clarification-requested" }, "clarification-asked"],
    [{ type: "clarified", isClear: false }, "clarified-unclear"],
    [{ type: "clarified", isClear: true }, null],
    [{ type: "clarification-lapsed" }, "clarification-lapsed"],
    [{ type: "reasons-asked" }, "reasons-asked"],
    [{ type: "reasons-given", areReasonable: false }, "reasons-judged"],
    [{ type: "reasons-given", areReasonable: true }, null],
    [{ type: "fee-noticed" }, "fee-noticed"],
    [{ type: "fee-lapsed" }, "fee-lapsed"],
    [{ type: "withdrawn" }, "why-other"],
    [{ type: "received" }, null],
  ] as const)("%j proves %s", (event, evidence) => {
    expect([...evidenceInEvents([event])]).toEqual(evidence === null ? [] : [evidence]);
  });

  test("evidence that shows in events is only ever proved by events", () => {
    const proving = ["searched", "third-party-asked", "third-party-answered", "clarification-requested", "clarified"]
      .concat(["clarification-lapsed", "reasons-asked", "reasons-given", "fee-noticed", "fee-lapsed"])
      .map((type) => ({ type }));
    const recorded = (Object.keys(EVIDENCE) as EvidenceId[]).filter((id) => EVIDENCE[id].source === "event"); // keys of our own table
    expect([...evidenceInEvents(proving)].sort()).toEqual(recorded.sort());
  });
});
