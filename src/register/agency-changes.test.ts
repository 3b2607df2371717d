import { describe, expect, test } from "vitest";
import { buildAgency } from "../../test/builders/agency.js";
import { dayIn } from "../../test/builders/case-file.js";
import { type Agency, onDay } from "./agency.js";
import { type AgencyChange, mergeAgencies, moveAgency, renameAgency, splitAgency } from "./agency-changes.js";

const on = dayIn("2024-03-15");
const nameOn = (agencies: readonly Agency[], id: string, day: string) =>
  onDay(agencies.find((agency) => agency.id === id)?.names ?? [], dayIn(day));
const changed = (change: AgencyChange): readonly Agency[] => {
  if (!change.done) throw new Error(change.refusal.message);
  return change.agencies;
};
const messageOf = (change: AgencyChange) => (change.done ? null : change.refusal.message);

const government = buildAgency({ id: "gov", name: "某县人民政府" });
const culture = buildAgency({ id: "culture", name: "某县文化局", parent: "gov" });
const tourism = buildAgency({ id: "tourism", name: "某县旅游局", parent: "gov" });
const AGENCIES = [government, culture, tourism];

describe("a renaming", () => {
  const renamed = changed(renameAgency(AGENCIES, { agencyId: "culture", name: "某县文化和旅游局", creditCode: "new", on }));

  test.each([
    ["2024-03-14", "某县文化局"],
    ["2024-03-15", "某县文化和旅游局"],
    ["2030-01-01", "某县文化和旅游局"],
    ["2014-12-31", null],
  ])("on %s the name is %s", (day, name) => {
    expect(nameOn(renamed, "culture", day)).toBe(name);
  });

  test("changes the credit code from the same day, or leaves it", () => {
    const codes = (agencies: readonly Agency[]) => agencies.find(({ id }) => id === "culture")?.creditCodes ?? [];
    expect(onDay(codes(renamed), on)).toBe("new");
    expect(onDay(codes(renamed), dayIn("2024-03-14"))).toBe("code-culture");
    expect(codes(changed(renameAgency(AGENCIES, { agencyId: "culture", name: "某局", on })))).toHaveLength(1);
  });

  test("that is entered late goes between those that are known", () => {
    const late = changed(renameAgency(renamed, { agencyId: "culture", name: "某县文化体育局", on: dayIn("2020-01-01") }));
    expect(["2019-12-31", "2020-01-01", "2024-03-14", "2024-03-15"].map((day) => nameOn(late, "culture", day))).toEqual([
      "某县文化局",
      "某县文化体育局",
      "某县文化体育局",
      "某县文化和旅游局",
    ]);
  });

  test("on the first day replaces the name", () => {
    const first = changed(renameAgency(AGENCIES, { agencyId: "culture", name: "某县文体局", on: dayIn("2015-01-01") }));
    expect(first.find(({ id }) => id === "culture")?.names).toEqual([{ value: "某县文体局", from: "2015-01-01", until: null }]);
  });

  test("gives a code to an agency that had none", () => {
    const bare = { ...culture, creditCodes: [] };
    const [renamedBare] = changed(renameAgency([bare], { agencyId: "culture", name: "某局", creditCode: "first", on }));
    expect(renamedBare?.creditCodes).toEqual([{ value: "first", from: "2024-03-15", until: null }]);
  });

  test.each([
    [{ agencyId: "nobody", name: "某局", on }, "没有编号为“nobody”的机关。"],
    [{ agencyId: "culture", name: "某县文化局", on }, "“某县文化局”已经是现用名称。"],
    [{ agencyId: "culture", name: "某局", on: dayIn("2014-01-01") }, "“某县文化局”在2014年1月1日并不存在，不能变更。"],
  ])("is refused: %j", (change, message) => {
    expect(messageOf(renameAgency(AGENCIES, change))).toBe(message);
  });
});

describe("a move", () => {
  test("holds from its day", () => {
    const moved = changed(moveAgency(AGENCIES, { agencyId: "tourism", parentId: "culture", on }));
    const parents = moved.find(({ id }) => id === "tourism")?.parents ?? [];
    expect(onDay(parents, dayIn("2024-03-14"))).toBe("gov");
    expect(onDay(parents, on)).toBe("culture");
    expect(changed(moveAgency(moved, { agencyId: "tourism", parentId: null, on: dayIn("2025-01-01") }))).toHaveLength(3);
  });

  test.each([
    ["culture", "culture", "机关不能隶属于自己或者自己的下级。"],
    ["gov", "culture", "机关不能隶属于自己或者自己的下级。"],
    ["culture", "nobody", "没有编号为“nobody”的机关。"],
    ["nobody", "gov", "没有编号为“nobody”的机关。"],
  ])("of %s under %s is refused", (agencyId, parentId, message) => {
    expect(messageOf(moveAgency(AGENCIES, { agencyId, parentId, on }))).toBe(message);
  });
});

describe("a merger", () => {
  const merged = changed(mergeAgencies(AGENCIES, { merged: ["tourism", "tourism"], into: "culture", on }));

  test("ends the agency and names who carries on", () => {
    expect(nameOn(merged, "tourism", "2024-03-14")).toBe("某县旅游局");
    expect(nameOn(merged, "tourism", "2024-03-15")).toBeNull();
    expect(merged.find(({ id }) => id === "tourism")?.successor).toEqual({ agencyId: "culture", from: "2024-03-15" });
    expect(merged.find(({ id }) => id === "culture")).toEqual(culture);
  });

  test("forgets names that would have begun later", () => {
    const renamed = changed(renameAgency(AGENCIES, { agencyId: "tourism", name: "某县文旅局", on: dayIn("2025-01-01") }));
    const ended = changed(mergeAgencies(renamed, { merged: ["tourism"], into: "culture", on }));
    expect(ended.find(({ id }) => id === "tourism")?.names).toEqual([
      { value: "某县旅游局", from: "2015-01-01", until: "2024-03-15" },
    ]);
  });

  test.each([
    [{ merged: [], into: "culture", on }, "没有列出被撤并的机关。"],
    [{ merged: ["culture"], into: "culture", on }, "合并后的机关不能同时是被撤并的机关。"],
    [{ merged: ["nobody"], into: "culture", on }, "没有编号为“nobody”的机关。"],
    [{ merged: ["culture"], into: "nobody", on }, "没有编号为“nobody”的机关。"],
  ])("is refused: %j", (change, message) => {
    expect(messageOf(mergeAgencies(AGENCIES, change))).toBe(message);
  });

  test("cannot take in what has ended", () => {
    expect(messageOf(mergeAgencies(merged, { merged: ["tourism"], into: "gov", on }))).toBe(
      "“某县旅游局”在2024年3月15日并不存在，不能变更。",
    );
  });
});

describe("a split", () => {
  const parts = [
    { id: "c2", kind: "local-department", level: "county", name: "某县文化馆管理局", creditCode: "c2-code" },
    { id: "s2", kind: "local-department", level: "county", name: "某县体育局" },
  ] as const;

  test("with a successor ends the old agency", () => {
    const split = changed(splitAgency(AGENCIES, { agencyId: "culture", parts, successorId: "c2", on }));
    expect(nameOn(split, "culture", "2024-03-15")).toBeNull();
    expect(split.find(({ id }) => id === "culture")?.successor).toEqual({ agencyId: "c2", from: "2024-03-15" });
    expect(split.find(({ id }) => id === "c2")).toMatchObject({
      names: [{ value: "某县文化馆管理局", from: "2024-03-15", until: null }],
      creditCodes: [{ value: "c2-code" }],
      parents: [{ value: "gov", from: "2024-03-15", until: null }],
      successor: null,
    });
    expect(split.find(({ id }) => id === "s2")?.creditCodes).toEqual([]);
  });

  test("without one lets it go on", () => {
    const split = changed(splitAgency(AGENCIES, { agencyId: "culture", parts, successorId: null, on }));
    expect(nameOn(split, "culture", "2030-01-01")).toBe("某县文化局");
    expect(split).toHaveLength(5);
  });

  test.each([
    [{ agencyId: "nobody", parts, successorId: null, on }, "没有编号为“nobody”的机关。"],
    [{ agencyId: "culture", parts: [], successorId: null, on }, "没有列出分立后的机关。"],
    [{ agencyId: "culture", parts: [parts[0], parts[0]], successorId: null, on }, "编号“c2”已经用于其他机关。"],
    [{ agencyId: "culture", parts: [{ ...parts[0], id: "gov" }], successorId: null, on }, "编号“gov”已经用于其他机关。"],
    [{ agencyId: "culture", parts, successorId: "gov", on }, "承继者“gov”不在分立后的机关之中。"],
  ])("is refused: %j", (change, message) => {
    expect(messageOf(splitAgency(AGENCIES, change))).toBe(message);
  });
});
