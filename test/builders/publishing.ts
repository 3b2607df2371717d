import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import type { Actor, Office } from "../../src/operations/office.js";
import { draftItem } from "../../src/operations/publishing/draft-item.js";
import type { ItemView } from "../../src/operations/publishing/item-view.js";
import { publishItem } from "../../src/operations/publishing/publish-item.js";
import { reviewItem, reviewSecrecy } from "../../src/operations/publishing/review-item.js";
import { submitItem } from "../../src/operations/publishing/submit-item.js";
import type { OfficeRole } from "../../src/register/office-role.js";
import type { ItemContentInput } from "../../src/register/publishing/item-content.js";
import type { SecrecyForm } from "../../src/register/publishing/secrecy-form.js";
import type { Database } from "../../src/storage/database.js";

/** An office on a day of 2025, ten in the morning in China. */
export function officeOn(database: Database, today: string): Office {
  return { database, calendar: STATE_COUNCIL_CALENDAR, now: () => new Date(`${today}T02:00:00Z`) };
}

export function person(id: string, agencyId: string, ...roles: readonly OfficeRole[]): Actor {
  return { id, name: `${id}同志`, roles: roles.map((role) => ({ agencyId, role })) };
}

/** A desk with one person for each step of the usual chain. */
export function deskOf(agencyId: string) {
  return {
    drafter: person("张", agencyId, "handler"),
    reviewer: person("王", agencyId, "reviewer"),
    secrecy: person("李", agencyId, "secrecy-reviewer"),
    head: person("赵", agencyId, "head"),
  };
}

/** A notice that lacks nothing. */
export function noticeContent(changes: Partial<ItemContentInput> = {}): ItemContentInput {
  return {
    title: "关于做好冬季低温雨雪天气困难群众救助工作的通知",
    summary: "安排低温雨雪天气期间困难群众的走访、救助和值班。",
    documentNumber: "沭民发〔2025〕12号",
    madeOn: "2025-03-03",
    theme: "1703",
    genre: "通知",
    disclosureItem: "art20-11",
    validity: "valid",
    attribute: { value: "active" },
    blocks: [
      { kind: "paragraph", text: "各乡镇人民政府、街道办事处：" },
      { kind: "paragraph", text: "为切实保障困难群众基本生活，现就有关工作通知如下。" },
    ],
    ...changes,
  };
}

export const CLEAN_FORM: SecrecyForm = {
  carrier: "official-document",
  ways: ["website"],
  intendedOn: null,
  answers: { isMarkedSecret: false, drawsOnSecrets: false, isWorkSecret: false, revealsWhenCombined: false },
  conclusion: "may-publish",
  basis: "内容不涉及国家秘密和工作秘密。",
  referredTo: null,
};

const APPROVE = { verdict: "approve", opinion: null, referredTo: null } as const;

/** Takes a submitted item through the usual chain. */
export async function approveAll(office: Office, { agencyId, id, version }: Pick<ItemView, "agencyId" | "id" | "version">) {
  const { reviewer, secrecy, head } = deskOf(agencyId);
  const at = { agencyId, itemId: id };
  const department = { ...at, version, stepId: "department", ...APPROVE, checked: ["facts", "metadata", "personal"] };
  const one = await reviewItem(office, reviewer, department);
  const two = await reviewSecrecy(office, secrecy, { ...at, version: one.version, stepId: "secrecy", form: CLEAN_FORM });
  const leader = { ...at, version: two.version, stepId: "leader", ...APPROVE, checked: ["attribute", "coordinated"] };
  return reviewItem(office, head, leader);
}

/** An item that is public. */
export async function publishedItem(
  office: Office,
  agencyId: string,
  changes: Partial<ItemContentInput> = {},
): Promise<ItemView> {
  const { drafter, head } = deskOf(agencyId);
  const draft = await draftItem(office, drafter, { agencyId, content: noticeContent(changes) });
  const submitted = await submitItem(office, drafter, { agencyId, itemId: draft.id, version: draft.version });
  const approved = await approveAll(office, submitted);
  return publishItem(office, head, { agencyId, itemId: draft.id, version: approved.version });
}
