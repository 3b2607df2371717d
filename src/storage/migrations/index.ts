import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { deriveAll } from "../stores/case-course-store.js";
import type { Tables } from "../tables.js";
import { accounts } from "./accounts.js";
import { attachmentEdition } from "./attachment-edition.js";
import { caseCourse } from "./case-course.js";
import { caseOrder } from "./case-order.js";
import { caseSummary } from "./case-summary.js";
import { closedSeal } from "./closed-seal.js";
import { firstRegister } from "./first-register.js";
import { handoverParts } from "./handover-parts.js";
import { inboxOpen } from "./inbox-open.js";
import { itemFilters } from "./item-filters.js";
import { jobRun } from "./job-run.js";
import { keptCount } from "./kept-count.js";
import { letterDrafts } from "./letter-drafts.js";
import { letters } from "./letters.js";
import { notices } from "./notices.js";
import { portal } from "./portal.js";
import { portalSearch } from "./portal-search.js";
import { publishing } from "./publishing.js";
import { sealedAttachment } from "./sealed-attachment.js";
import { securityKeys } from "./security-keys.js";
import { webhooks } from "./webhooks.js";

const migration = (text: string): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql.raw(text).execute(db);
  },
});

const PORTAL = { "0003-portal": migration(portal) };
const PORTAL_SEARCH = { "0032-portal-search": migration(portalSearch) };

/** Those of the portal: all that a portal without any connection to the office needs. */
export const PORTAL_MIGRATIONS: Readonly<Record<string, Migration>> = { ...PORTAL, ...PORTAL_SEARCH };

/** Every change of the tables, in order. A name is never changed and a migration that was released never edited. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-register": migration(firstRegister),
  "0002-publishing": migration(publishing),
  ...PORTAL,
  "0004-accounts": migration(accounts),
  "0005-case-summary": migration(caseSummary),
  "0006-letters": migration(letters),
  "0007-case-course": {
    async up(db: Kysely<Tables>) {
      await sql.raw(caseCourse).execute(db);
      await deriveAll(db); // what was recorded before there was the table
    },
  },
  "0015-attachment-edition": migration(attachmentEdition),
  "0017-kept-count": migration(keptCount),
  "0018-closed-seal": migration(closedSeal),
  "0030-job-run": migration(jobRun),
  "0031-notices": migration(notices),
  ...PORTAL_SEARCH,
  "0035-case-order": migration(caseOrder),
  "0037-security-keys": migration(securityKeys),
  "0040-webhooks": migration(webhooks),
  "0041-handover-parts": migration(handoverParts),
  "0042-item-filters": migration(itemFilters),
  "0044-sealed-attachment": migration(sealedAttachment),
  "0045-inbox-open": migration(inboxOpen),
  "0049-letter-drafts": migration(letterDrafts),
};
