import { z } from "zod";
import { line } from "../input-fields.js";
import { OFFICE_ROLE_LABELS, OFFICE_ROLES, type OfficeRole } from "../office-role.js";

/** One point that whoever signs a step says to have checked. */
const checkPoint = z.object({ id: line, text: z.string().trim().min(1).max(300) });

/** A step of the review after the draft: who, what is checked, and whether it is the secrecy review (条例 第十七条). */
export const reviewStep = z.object({
  id: line,
  name: line,
  kind: z.enum(["opinion", "secrecy"]),
  roles: z.array(z.enum(OFFICE_ROLES)).min(1),
  /** Only these people; empty: whoever has the role. */
  people: z.array(line).max(50).default([]),
  checklist: z.array(checkPoint).max(40).default([]),
});
export type ReviewStep = z.output<typeof reviewStep>;

/** The way of a draft to publication in an agency: 三审三校 is local, so the steps are data. The secrecy review is law. */
export const reviewChain = z
  .object({
    steps: z.array(reviewStep).min(2, "审核流程至少有两个环节").max(5, "审核流程至多有五个环节"),
    /** Whether one person may sign only one step of a round. */
    isOnePersonOneStep: z.boolean().default(true),
  })
  .superRefine(({ steps }, context) => {
    if (steps.filter(({ kind }) => kind === "secrecy").length !== 1) {
      context.addIssue({ code: "custom", path: ["steps"], message: "审核流程里应当有且只有一个保密审查环节" });
    }
    if (new Set(steps.map(({ id }) => id)).size !== steps.length) {
      context.addIssue({ code: "custom", path: ["steps"], message: "环节的编号不能重复" });
    }
  });
export type ReviewChain = z.output<typeof reviewChain>;

/** Three reviewers after the drafter, as 三审三校 usually is (certainty C); an agency may set its own. */
export const DEFAULT_REVIEW_CHAIN: ReviewChain = {
  steps: [
    {
      id: "department",
      name: "部门负责人审核",
      kind: "opinion",
      roles: ["reviewer", "head"],
      people: [],
      checklist: [
        { id: "facts", text: "内容真实、准确，文字、数字、日期、人名和职务已核对" },
        { id: "metadata", text: "名称、文号、生成日期、分类和所属事项填写正确" },
        { id: "personal", text: "正文和附件中的个人信息、商业秘密已处理" },
      ],
    },
    {
      id: "secrecy",
      name: "保密审查",
      kind: "secrecy",
      roles: ["secrecy-reviewer"],
      people: [],
      checklist: [],
    },
    {
      id: "leader",
      name: "负责人审签",
      kind: "opinion",
      roles: ["head"],
      people: [],
      checklist: [
        { id: "attribute", text: "公开属性适当，不予公开的有条例依据和理由" },
        { id: "coordinated", text: "涉及其他机关的，已协商、确认一致（条例第十一条）" },
      ],
    },
  ],
  isOnePersonOneStep: true,
};

/** Who can sign which kind of step: a role without the right would leave the draft where it is for good. */
export const SIGNING_ROLES: Readonly<Record<ReviewStep["kind"], readonly OfficeRole[]>> = {
  opinion: ["reviewer", "head"],
  secrecy: ["secrecy-reviewer"],
};

/** What is wrong with a chain beyond its form, in a sentence for whoever set it; null when nothing is. */
export function reviewChainFault({ steps, isOnePersonOneStep }: ReviewChain): string | null {
  const names = new Set<string>();
  for (const { name, kind, roles, checklist } of steps) {
    if (names.has(name)) return `有两个环节都叫“${name}”`;
    names.add(name);
    const wrong = roles.find((role) => !SIGNING_ROLES[kind].includes(role));
    if (wrong !== undefined) return `“${name}”不能由${OFFICE_ROLE_LABELS[wrong]}签署：这一角色没有${RIGHT_OF[kind]}的权限`;
    if (new Set(checklist.map(({ id }) => id)).size !== checklist.length) return `“${name}”的审核要点编号重复`;
  }
  if (isOnePersonOneStep && !canAllBeSigned(steps))
    return "限定的人员不够分：一个人在一轮中只能签署一个环节，这样设置总有一个环节没有人可签";
  return null;
}

/** Whether each step that names people can have one of them for itself. */
function canAllBeSigned(steps: readonly Pick<ReviewStep, "people">[], taken: readonly string[] = []): boolean {
  const [first, ...rest] = steps
    .filter(({ people }) => people.length > 0)
    .toSorted((one, other) => one.people.length - other.people.length);
  if (first === undefined) return true;
  return first.people.some((id) => !taken.includes(id) && canAllBeSigned(rest, [...taken, id]));
}

const RIGHT_OF: Readonly<Record<ReviewStep["kind"], string>> = { opinion: "审核", secrecy: "保密审查" };
