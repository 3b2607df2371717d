import { expect, test } from "vitest";
import { DEFAULT_REVIEW_CHAIN, type ReviewChain, type ReviewStep, reviewChain, reviewChainFault } from "./review-chain.js";

const [department, secrecy, leader] = DEFAULT_REVIEW_CHAIN.steps;
const of = (...steps: readonly (ReviewStep | undefined)[]): ReviewChain => ({
  ...DEFAULT_REVIEW_CHAIN,
  steps: steps.filter((step) => step !== undefined),
});
const issues = (chain: ReviewChain) => reviewChain.safeParse(chain).error?.issues.map(({ message }) => message) ?? [];

test("a chain has two to five steps, and exactly one of them is the secrecy review (条例 第十七条)", () => {
  expect(issues(of(department, secrecy, leader))).toEqual([]);
  expect(issues(of(secrecy))).toContain("审核流程至少有两个环节");
  expect(issues(of(department, leader))).toEqual(["审核流程里应当有且只有一个保密审查环节"]);
  const more = ["甲", "乙", "丙"].map((name): ReviewStep | undefined => department && { ...department, id: name, name });
  expect(issues(of(department, secrecy, leader, ...more))).toContain("审核流程至多有五个环节");
});

test("the secrecy review may stand at any place of the chain", () => {
  expect(issues(of(secrecy, department))).toEqual([]);
  expect(reviewChainFault(of(secrecy, department))).toBeNull();
});

test.each<[string, Partial<ReviewStep>, string]>([
  ["a role that cannot sign", { roles: ["handler"] }, "“部门负责人审核”不能由经办人签署：这一角色没有审核的权限"],
  ["a name that is there twice", { name: "负责人审签" }, "有两个环节都叫“负责人审签”"],
  [
    "two points with one id",
    { checklist: ["一", "二"].map((text) => ({ id: "facts", text })) },
    "“部门负责人审核”的审核要点编号重复",
  ],
])("is refused for %s", (_name, change, sentence) => {
  expect(reviewChainFault(of(department && { ...department, ...change }, secrecy, leader))).toBe(sentence);
});

test("the secrecy review is signed by secrecy reviewers only", () => {
  expect(reviewChainFault(of(department, secrecy && { ...secrecy, roles: ["head"] }))).toBe(
    "“保密审查”不能由政府信息公开工作机构负责人签署：这一角色没有保密审查的权限",
  );
});

test("people named for several steps must suffice for all of them, where one person signs one step", () => {
  const named = (step: ReviewStep | undefined, ...people: string[]) => step && { ...step, people };
  expect(reviewChainFault(of(named(department, "王", "赵"), named(secrecy, "李"), named(leader, "赵")))).toBeNull();
  const short = of(named(department, "王", "赵"), named(secrecy, "李"), named(leader, "王"), {
    ...DEFAULT_REVIEW_CHAIN.steps[2],
    ...{ id: "last", name: "签发", people: ["赵", "王"] },
  } as ReviewStep); // a step of the default under another name
  expect(reviewChainFault(short)).toContain("限定的人员不够分");
  expect(reviewChainFault({ ...short, isOnePersonOneStep: false })).toBeNull();
});
