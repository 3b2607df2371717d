import type { CaseFilterQuery, caseRoutes } from "../../api/cases.js";
import { AppError } from "../../errors.js";
import { attachFile, readAttachment } from "../../operations/cases/attachments.js";
import { exportCases } from "../../operations/cases/export-cases.js";
import { importCases } from "../../operations/cases/import-cases.js";
import { linkCases } from "../../operations/cases/link-cases.js";
import { findCasesOfRequester, listCases } from "../../operations/cases/list-cases.js";
import { outcomePath } from "../../operations/cases/outcome-path.js";
import { readToday } from "../../operations/cases/read-today.js";
import { checkRegistration, registerRequest } from "../../operations/cases/register-request.js";
import { findSimilar } from "../../operations/cases/related-cases.js";
import { showRequester } from "../../operations/cases/shown-requester.js";
import { splitCase } from "../../operations/cases/split-case.js";
import { correctEvent, type StepTaken, takeStep, tryStep } from "../../operations/cases/take-step.js";
import { viewCase } from "../../operations/cases/view-case.js";
import type { Office } from "../../operations/office.js";
import { thenPushStatus } from "../../operations/portal/push-request-status.js";
import { placeByDay } from "./day-cursor.js";
import type { HandlersOf } from "./handle.js";

/** What answers the routes of requests. */
export const caseHandlers: HandlersOf<typeof caseRoutes> = {
  async today({ office, actor, params, query, cursors }) {
    const { cursor, ...question } = query;
    const { rows, next, ...desk } = await readToday(office, actor, {
      ...params,
      ...question,
      after: placeByDay(cursors.place(cursor)),
    });
    return { ...desk, items: rows, next: next === null ? null : cursors.next(next) };
  },
  async list({ office, actor, params, query, cursors }) {
    const { cursor, limit, ...narrowed } = query;
    const after = placeByDay(cursors.place(cursor));
    const { rows, next } = await listCases(office, actor, { ...filtered(params.agencyId, narrowed), after, limit });
    return { items: rows, next: next === null ? null : cursors.next(next) };
  },
  async findRequester({ office, actor, params, body }) {
    return { items: await findCasesOfRequester(office, actor, { ...params, ...body }) };
  },
  async export({ office, actor, params, query }) {
    const { name, bytes } = await exportCases(office, actor, filtered(params.agencyId, query));
    return { fileName: name, mediaType: XLSX, bytes };
  },
  import: ({ office, actor, params, query, file }) =>
    importCases(office, actor, { ...params, ...query, isTrial: query.mode === "check", ...sent(file) }),
  check: ({ office, params, body }) => checkRegistration(office, params.agencyId, body),
  register: ({ office, actor, params, body }) => registerRequest(office, actor, params.agencyId, body),
  view: ({ office, actor, params }) => viewCase(office, actor, params),
  showRequester: ({ office, actor, params, body }) => showRequester(office, actor, { ...params, ...body }),
  tryStep: ({ office, params, body }) => tryStep(office, { ...params, ...body }),
  takeStep: ({ office, actor, params, body }) => thenTold(office, params.caseId, takeStep(office, actor, { ...params, ...body })),
  correct: ({ office, actor, params, body }) =>
    thenTold(office, params.caseId, correctEvent(office, actor, { ...params, ...body })),
  questions: ({ office, params, body }) => outcomePath(office, { ...params, ...body }),
  async split({ office, actor, params, body }) {
    return { cases: await thenPushStatus(office, params.caseId, splitCase(office, actor, { ...params, ...body })) };
  },
  async link({ office, actor, params, body }) {
    return { related: await linkCases(office, actor, { ...params, ...body }) };
  },
  similar: ({ office, params }) => findSimilar(office, params),
  attach: ({ office, actor, params, query, file }) => attachFile(office, actor, { ...params, ...query, ...sent(file) }),
  async readAttachment({ office, params }) {
    const { name, ...attached } = await readAttachment(office, params);
    return { fileName: name, ...attached };
  },
};

/** Who asked on the portal sees the step at once; nobody else waits for that. */
async function thenTold(office: Office, caseId: string, step: Promise<StepTaken>): Promise<StepTaken> {
  const taken = await step;
  return taken.view.row.channel.code === "online" ? thenPushStatus(office, caseId, Promise.resolve(taken)) : taken;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function filtered(agencyId: string, { open, sort, ...query }: CaseFilterQuery) {
  return { filter: { agencyId, ...query, ...(open === undefined ? {} : { isOpen: open === "yes" }) }, sort };
}

function sent(file: { readonly name: string; readonly bytes: Uint8Array } | null): {
  readonly name: string;
  readonly bytes: Uint8Array;
} {
  if (file === null) throw new AppError("FILE_EMPTY", {});
  return file;
}
