import { z } from "zod";
import type { auditRoutes } from "../../api/audit.js";
import { RECORD_WORDS } from "../../operations/system/audit-words.js";
import { exportAudit } from "../../operations/system/export-audit.js";
import { searchAudit } from "../../operations/system/search-audit.js";
import { verifyAudit } from "../../operations/system/verify-audit.js";
import { EVERY_AGENCY } from "../../register/account.js";
import { ACTIVITIES } from "../../register/activity.js";
import type { HandlersOf } from "./handle.js";

const place = z.object({ at: z.string(), chain: z.string(), position: z.number() }).nullable();

export const auditHandlers: HandlersOf<typeof auditRoutes> = {
  async searchAudit({ office, actor, query, cursors }) {
    const { cursor, limit, ...question } = query;
    const after = place.parse(cursors.place(cursor));
    const { lines, next } = await searchAudit(office, actor, { question, after, limit });
    const items = lines.map((line) => ({ ...line, changes: [...line.changes] }));
    return { items, next: next === null ? null : cursors.next(next) };
  },

  async listAuditKinds() {
    const labelled = ([kind, label]: [string, string]) => ({ kind, label });
    const records = Object.entries(RECORD_WORDS).filter(([kind]) => kind !== "activity");
    return { items: [...Object.entries(ACTIVITIES).map(labelled), ...records.map(labelled)] };
  },

  async verifyAudit({ office, actor, body, demand }) {
    await demand("audit:read", EVERY_AGENCY);
    const { isIntact, entries, breaks, heads } = await verifyAudit(office, actor, body.anchors);
    return { isIntact, entries, breaks: [...breaks], heads: [...heads] };
  },

  exportAudit: ({ office, actor, params, query }) => exportAudit(office, actor, { question: query, format: params.format }),
};
