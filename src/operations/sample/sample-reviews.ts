import { addDays, addMonths } from "../../law/calendar/day-arithmetic.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { ItemContentInput } from "../../register/publishing/item-content.js";
import type { SecrecyForm } from "../../register/publishing/secrecy-form.js";
import { type Office, todayIn } from "../office.js";
import { draftItem } from "../publishing/draft-item.js";
import { readPublishingSettings, writePublishingSettings } from "../publishing/publishing-settings.js";
import { reviewItem, reviewSecrecy } from "../publishing/review-item.js";
import { scheduleItem } from "../publishing/schedule-item.js";
import { submitItem } from "../publishing/submit-item.js";
import type { SamplePeople } from "./sample-accounts.js";
import type { SampleAgency } from "./sample-data.js";

type People = SamplePeople["actors"];

/** What a desk has that is through its review: an item that is published tomorrow, and one that was withheld a year ago and is to be looked at again. */
export async function addSampleReviews(office: Office, people: People, { id: agencyId }: SampleAgency): Promise<void> {
  const today = todayIn(office);
  const approved = await throughReview(office, people, {
    agencyId,
    content: noticeOf(today, {
      title: "关于组织家电以旧换新进社区活动的通知",
      lines: ["定于下月在十个社区组织家电以旧换新宣传和登记，请各有关企业做好准备。", "活动不收取费用，居民自愿参加。"],
      attribute: { value: "active" },
    }),
  });
  const publishAt = `${addDays(today, 1)}T09:00:00+08:00`;
  await scheduleItem(office, people.head, { agencyId, itemId: approved.id, version: approved.version, publishAt });

  const lastYear = addDays(addMonths(today, -MONTHS), DAYS_LEFT);
  const then: Office = { ...office, now: () => new Date(`${lastYear}T10:00:00+08:00`) };
  await throughReview(then, people, {
    agencyId,
    content: noticeOf(lastYear, {
      title: "机关内部轮岗安排",
      lines: ["按照年度工作安排，对有关岗位作出轮换。"],
      attribute: { value: "withheld", ground: "internal", reason: "属于本机关人事管理的内部事务，对外不产生影响。" },
    }),
  });
}

/** As the settings have it unless an agency says otherwise: looked at again after a year. */
const MONTHS = 12;
const DAYS_LEFT = 3;

interface Words {
  readonly title: string;
  readonly lines: readonly string[];
  readonly attribute: NonNullable<ItemContentInput["attribute"]>;
}

function noticeOf(madeOn: PlainDate, { title, lines, attribute }: Words): ItemContentInput {
  return {
    ...{ title, summary: title, madeOn, theme: "0802", genre: "通知", disclosureItem: "art20-11", attribute },
    blocks: lines.map((text) => ({ kind: "paragraph" as const, text })),
  };
}

const APPROVED = { verdict: "approve", opinion: null, referredTo: null } as const;
const NOTHING_SECRET: SecrecyForm = {
  ...{ carrier: "official-document", ways: ["website"], intendedOn: null, conclusion: "may-publish", referredTo: null },
  answers: { isMarkedSecret: false, drawsOnSecrets: false, isWorkSecret: false, revealsWhenCombined: false },
  basis: "内容不涉及国家秘密和工作秘密。（示例）",
};

/** Writes an item and has everybody of the usual chain sign it. */
async function throughReview(
  office: Office,
  { handler, reviewer, secrecy, head }: People,
  { agencyId, content }: { readonly agencyId: string; readonly content: ItemContentInput },
) {
  const draft = await draftItem(office, handler, { agencyId, content, isSample: true });
  const at = { agencyId, itemId: draft.id };
  let item = await submitItem(office, handler, { ...at, version: draft.version });
  for (const step of item.review?.chain ?? []) {
    const signing = { ...at, version: item.version, stepId: step.id };
    if (step.kind === "secrecy") {
      item = await reviewSecrecy(office, secrecy, { ...signing, form: NOTHING_SECRET });
    } else {
      const signer = step.roles.includes("reviewer") ? reviewer : head;
      item = await reviewItem(office, signer, { ...signing, ...APPROVED, checked: step.checklist.map(({ id }) => id) });
    }
  }
  return item;
}

/** To whom a desk hands over what it publishes (条例 第二十五条). */
export async function addSampleReceivers(office: Office, { head }: People, { id: agencyId, phone }: SampleAgency): Promise<void> {
  const { version, settings } = await readPublishingSettings(office, agencyId);
  const receivers = [
    { id: "archive", name: "示例市档案馆" },
    { id: "library", name: "示例市图书馆" },
  ];
  const handover = { ...settings.handover, receivers, contact: `示例联系人 ${phone}` };
  await writePublishingSettings(office, head, { agencyId, version, settings: { ...settings, handover } });
}
