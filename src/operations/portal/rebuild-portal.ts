import { itemState } from "../../register/publishing/item-state.js";
import { ensureInboxKey } from "../../storage/portal/inbox-keys.js";
import { putEntry } from "../../storage/portal/portal-entries.js";
import { putReport, type ReportBytes } from "../../storage/portal/publish-report.js";
import { putItem, type SnapshotFile } from "../../storage/portal/publish-snapshot.js";
import { releasedEditions } from "../../storage/portal/released-editions.js";
import { removeUnknownItems } from "../../storage/portal/remove-unknown-items.js";
import { loadAgencies } from "../../storage/stores/agency-store.js";
import { loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { loadItems } from "../../storage/stores/item-store.js";
import { itemSummaryOf } from "../../storage/stores/item-summary-store.js";
import type { EditionBody } from "../../tally/freeze-report.js";
import { type Office, SYSTEM_ACTOR } from "../office.js";
import { composeSnapshot } from "../publishing/compose-snapshot.js";
import { showRulesAgain } from "../publishing/disclosure-rules.js";
import { guideToShow } from "../publishing/guide.js";
import { readPublishingSettings } from "../publishing/publishing-settings.js";
import { publicReport, yearFigures } from "../reports/public-report.js";
import { showPaperReportsAgain } from "../reports/publish-paper-report.js";
import { publishAgencies } from "./publish-agencies.js";
import { publicAnswer, publishedAnswers } from "./publish-answer.js";
import { pushRequestStatus } from "./push-request-status.js";
import { refreshPortalTerms } from "./refresh-portal-terms.js";

export interface RebuiltPortal {
  readonly agencies: number;
  readonly items: number;
  readonly reports: number;
  readonly statuses: number;
  /** Items the register knows nothing of: taken out. */
  readonly removed: number;
}

/**
 * Makes everything the portal shows once more from the register, item by item, while it goes on being read. After a restored backup,
 * a change of the tokens, or a doubt. The inbox is not touched: it is nobody's copy.
 */
export async function rebuildPortal(office: Office): Promise<RebuiltPortal> {
  const { database } = office;
  await ensureInboxKey(database);
  await publishAgencies(office);
  const agencies = (await loadAgencies(database)).map(({ agency }) => agency.id);
  let items = 0;
  let reports = 0;
  for (const agencyId of agencies) {
    await rebuildColumns(office, agencyId);
    items += await rebuildItems(office, agencyId);
    reports += await rebuildReports(office, agencyId);
  }
  const removed = await removeUnknownItems(database.db);
  await refreshPortalTerms(database);
  return { agencies: agencies.length, items, reports, statuses: await pushRequestStatus(office), removed };
}

/** Guide, rules, answers. */
async function rebuildColumns(office: Office, agencyId: string): Promise<void> {
  const { database } = office;
  const body = await guideToShow(office, agencyId);
  if (body !== null) {
    await database.db.transaction().execute((trx) => putEntry(trx, { kind: "guide", id: agencyId, agencyId, body }));
  }
  await showRulesAgain(office, agencyId, SYSTEM_ACTOR.id);
  for (const { id, answer } of await publishedAnswers(office, agencyId)) {
    const body = answer === null ? null : publicAnswer(answer);
    await database.db.transaction().execute((trx) => putEntry(trx, { kind: "answer", id, agencyId, body }));
  }
}

async function rebuildItems(office: Office, agencyId: string): Promise<number> {
  const { database } = office;
  const { validityMarks: marks } = (await readPublishingSettings(office, agencyId)).settings;
  let count = 0;
  for await (const item of loadItems(database, agencyId)) {
    const version = (await itemSummaryOf(database.db, item.id))?.snapshots ?? 1;
    const snapshot = await composeSnapshot(database, { item, state: itemState(item), marks, version });
    if (snapshot === null) continue;
    const files: SnapshotFile[] = [];
    for (const { id } of snapshot.attachments) {
      const bytes = await loadAttachmentBytes(database, id);
      if (bytes !== null) files.push({ id, bytes });
    }
    await database.db.transaction().execute((trx) => putItem(trx, snapshot, files));
    count += 1;
  }
  return count;
}

async function rebuildReports(office: Office, agencyId: string): Promise<number> {
  const { database } = office;
  const papers = await showPaperReportsAgain(office, agencyId);
  const editions = await releasedEditions(database, agencyId);
  for (const { edition, release } of editions) {
    const { report } = edition.body as EditionBody; // frozen by freezeReport
    const bytes: ReportBytes[] = [];
    for (const { format, attachmentId } of release.files) {
      const found = await loadAttachmentBytes(database, attachmentId);
      if (found !== null) bytes.push({ format, bytes: found });
    }
    const shown = publicReport(report, {
      ...{ agencyId, year: edition.year, edition: edition.edition, files: release.files },
      ...{ publishedAt: release.releasedAt, correction: edition.reason },
    });
    await database.db.transaction().execute((trx) => putReport(trx, { report: shown, figures: yearFigures(report) }, bytes));
  }
  return editions.length + papers;
}
