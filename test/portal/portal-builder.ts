import { createHash } from "node:crypto";
import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import type { Office } from "../../src/operations/office.js";
import { attachPublicSite } from "../../src/operations/portal/open-public-site.js";
import { preparePortal } from "../../src/operations/portal/prepare-portal.js";
import type { PublicSite } from "../../src/operations/portal/public-site.js";
import { newFormToken } from "../../src/operations/portal/submit-request.js";
import { NO_CONTACT, NO_SITE_META, type PublicAgency } from "../../src/register/portal/public-agency.js";
import type { PublishedGuide } from "../../src/register/portal/public-guide.js";
import type { RequestSubmission } from "../../src/register/portal/public-request.js";
import { itemPath, type PublishedItem } from "../../src/register/publishing/published-item.js";
import { putEntry } from "../../src/storage/portal/portal-entries.js";
import { putItem } from "../../src/storage/portal/publish-snapshot.js";
import { addAgency, day } from "../storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../storage/test-database.js";

export interface TestPortal {
  readonly database: TestDatabase;
  readonly office: Office;
  readonly site: PublicSite;
  close(): Promise<void>;
}

export const AGENCY = "A1";

/** An office with one agency that takes requests online, and the site attached to it with the role of the portal. */
export async function testPortal(now: () => Date = () => new Date()): Promise<TestPortal> {
  const database = await testDatabase();
  await addAgency(database, AGENCY);
  await addAgency(database, "A2");
  await preparePortal(database, database.configuration);
  const office: Office = { database, calendar: STATE_COUNCIL_CALENDAR, now };
  await database.db.transaction().execute(async (trx) => {
    await putEntry(trx, { kind: "agency", id: AGENCY, agencyId: AGENCY, body: publicAgency(AGENCY) });
    await putEntry(trx, { kind: "agency", id: "A2", agencyId: "A2", body: publicAgency("A2") });
    await putEntry(trx, { kind: "guide", id: AGENCY, agencyId: AGENCY, body: publishedGuide(AGENCY) });
  });
  const site = await attachPublicSite(database.configuration, database.name);
  return {
    ...{ database, office, site },
    async close() {
      await site.close();
      await database.close();
    },
  };
}

export function publicAgency(id: string): PublicAgency {
  return {
    ...{
      id,
      name: `${id}市民政局`,
      shortName: "民政局",
      formerNames: [],
      kind: "local-department",
      level: "city",
      parentId: null,
    },
    ...{
      creditCode: null,
      place: { divisionCode: "370100", name: "济南市" },
      contact: NO_CONTACT,
      site: NO_SITE_META,
      successorId: null,
    },
  };
}

export function publishedGuide(agencyId: string): PublishedGuide {
  return {
    ...{
      agencyId,
      classification: "分类",
      arrangement: "编排",
      access: "获取",
      office: NO_CONTACT,
      remedies: null,
      chapters: [],
    },
    channels: [{ channel: "online", description: "在本网站填写申请表。" }],
    ...{ updatedOn: day("2026-01-01"), edition: 1, publishedAt: "2026-01-01T00:00:00.000Z" },
  };
}

let count = 0;

/** A published item; what is not said is made up. */
export function publishedItem(changes: Partial<PublishedItem> & { readonly text?: string } = {}): PublishedItem {
  count += 1;
  const { text = "正文内容。", ...rest } = changes;
  const id = rest.id ?? `item-${String(count).padStart(6, "0")}`;
  const publishedAt = rest.publishedAt ?? new Date(Date.UTC(2026, 0, 1) + count * 60_000).toISOString();
  return {
    ...{
      id,
      agencyId: AGENCY,
      agencyName: "A1市民政局",
      indexNumber: `11370100004188999X/2026-${String(count).padStart(5, "0")}`,
    },
    ...{
      title: `第${count}号通知`,
      summary: null,
      documentNumber: null,
      madeOn: day("2026-01-01"),
      publishedAt,
      revisedAt: publishedAt,
    },
    ...{
      theme: "0201",
      themeName: "综合政务\\政务公开",
      genre: "通知",
      disclosureItem: "art20-01",
      validity: "valid",
      validityName: "有效",
    },
    ...{
      repealedOn: null,
      documentKind: null,
      blocks: [{ kind: "paragraph", text }],
      links: [],
      attachments: [],
      tombstone: null,
    },
    ...{ path: itemPath(id), version: 1, isSample: false, ...rest },
  };
}

export async function publish(
  { database }: Pick<TestPortal, "database">,
  item: PublishedItem,
  files: readonly { readonly id: string; readonly bytes: Uint8Array }[] = [],
): Promise<void> {
  await database.db.transaction().execute((trx) => putItem(trx, item, files));
}

export function attachment(id: string, name: string, text: string) {
  const bytes = Buffer.from(text, "utf8");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file: { id, bytes }, meta: { id, name, mediaType: "text/plain", sha256, size: bytes.length, text } };
}

/** A form as somebody fills it in. */
export function submission(changes: Partial<RequestSubmission> = {}): RequestSubmission {
  return {
    agencyId: AGENCY,
    formToken: newFormToken(),
    requester: {
      kind: "natural",
      name: "欧阳沐泽",
      identity: { document: "id-card", number: "11010519491231002X" },
      contact: { phone: "13964012345", address: "济南市历下区泺源大街一号" },
    },
    description: "2025年度城市低保资金的发放情况",
    wantedForm: { medium: "electronic", delivery: "online" },
    attachments: [],
    ...changes,
  };
}
