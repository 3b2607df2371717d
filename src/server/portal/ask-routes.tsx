import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError, isAppError } from "../../errors.js";
import { newFormToken } from "../../operations/portal/submit-request.js";
import { dayInChina } from "../../operations/tally-register.js";
import type { PublicAgency } from "../../register/portal/public-agency.js";
import { submissionFaults } from "../../register/portal/submission-faults.js";
import { AgenciesPage } from "../../web/portal/agencies-page.js";
import { type AskForm, emptyForm, FIELD_OF_FAULT } from "../../web/portal/ask-form.js";
import { type AskFault, AskPage } from "../../web/portal/ask-page.js";
import { chineseMinute } from "../../web/portal/chinese-time.js";
import { NoOnlineRequestPage } from "../../web/portal/no-online-request-page.js";
import { PaperFormPage } from "../../web/portal/paper-form-page.js";
import { ReceiptPage } from "../../web/portal/receipt-page.js";
import { receiptPdf } from "../../writers/portal/receipt-pdf.js";
import { contentDisposition } from "./content-disposition.js";
import { columnTags } from "./page-meta.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";
import { readAskForm, type SentForm, submissionOf } from "./read-ask-form.js";
import { readBody } from "./read-body.js";
import { readableForm } from "./readable-form.js";
import { siteOrigin } from "./site-origin.js";

type Asked = FastifyRequest<{ Params: { agencyId: string } }>;
const MOST_SIMILAR = 5;
const PRIVATE = { isPrivate: true } as const;
/** Submissions an hour from one address: the reading room of a library stays below it. */
const SUBMISSIONS_AN_HOUR = 120;

/** Asking: the form, what is like it, the receipt, the form on paper. */
export function askRoutes(server: FastifyInstance, options: PortalOptions): void {
  const { site } = options;
  server.get("/ask", async (request, reply) => {
    const agencies = await site.agencies();
    const [only] = agencies;
    if (agencies.length === 1 && only !== undefined) return reply.redirect(`/ask/${encodeURIComponent(only.id)}`);
    const frame = await frameFor(options, request, {
      title: "政府信息公开申请",
      path: "/ask",
      column: "ask",
      tags: columnTags({ options, agency: null, name: "政府信息公开申请", id: "ask" }),
    });
    return sendPage(request, reply, <AgenciesPage frame={frame} agencies={agencies} path="" base="/ask" />);
  });
  server.get("/ask/:agencyId", async (request: Asked, reply) => {
    const agency = await site.agency(request.params.agencyId);
    if (agency === null) return reply.callNotFound();
    if (!(await site.takesRequests(agency.id))) return sendClosed(options, { agency, request, reply });
    return sendForm(options, { agency, request, reply }, { form: emptyForm(newFormToken()), faults: [], isAsked: false });
  });
  server.post(
    "/ask/:agencyId",
    { config: { rateLimit: { max: SUBMISSIONS_AN_HOUR, timeWindow: "1 hour" } } },
    async (request: Asked, reply) => {
      const agency = await site.agency(request.params.agencyId);
      if (agency === null) return reply.callNotFound();
      return take(options, { agency, request, reply }, await readableForm(() => readAskForm(request)));
    },
  );
  server.get("/ask/:agencyId/paper", async (request: Asked, reply) => {
    const agency = await site.agency(request.params.agencyId);
    if (agency === null) return reply.callNotFound();
    const frame = await frameFor(options, request, {
      title: "政府信息公开申请表",
      path: `/ask/${encodeURIComponent(agency.id)}/paper`,
      agency,
      column: "ask",
    });
    return sendPage(request, reply, <PaperFormPage frame={frame} agency={agency} guide={await site.guide(agency.id)} />);
  });
  // What somebody is about to ask travels in the body: addresses are kept in logs.
  server.post("/similar", async (request, reply) => {
    const { q, agency } = readBody(similarQuery, request);
    const similar = q.trim().length < 4 ? [] : await site.similar(q, agency);
    return reply.header("cache-control", "no-store").send(similar.slice(0, MOST_SIMILAR));
  });
  server.post("/ask/receipt.pdf", async (request, reply) => {
    const { number, code, agencyName, submittedAt } = readBody(receiptForm, request);
    // A paper that looks official is made for agencies of this site only.
    if (!(await site.agencies()).some(({ name }) => name === agencyName)) throw new AppError("BODY_UNREADABLE", {});
    const bytes = await receiptPdf({
      agencyName,
      number,
      code,
      submittedAt: chineseMinute(submittedAt),
      statusAddress: `${siteOrigin(options, request)}/status`,
    });
    return reply
      .type("application/pdf")
      .header("cache-control", "no-store")
      .header("content-disposition", contentDisposition(`回执${number}.pdf`))
      .send(Buffer.from(bytes));
  });
}

const similarQuery = z.object({ q: z.string().max(5_000).catch(""), agency: z.string().max(100).optional().catch(undefined) });
/** Lines that are set on the receipt: what this site wrote, sent back; nothing in it is read as a layout. */
const shortLine = z.string().min(1).max(100);
const receiptForm = z.object({ number: shortLine, code: shortLine, agencyName: shortLine, submittedAt: z.iso.datetime() });

interface Visit {
  readonly agency: PublicAgency;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function take(options: PortalOptions, visit: Visit, { form, files, action, isRobot }: SentForm) {
  if (action === "similar") return sendForm(options, visit, { form, faults: [], isAsked: true });
  const submission = submissionOf(visit.agency.id, form, files);
  const faults: AskFault[] = submissionFaults(submission, dayInChina(options.now().toISOString())).map(
    ({ field, label, message }) => ({
      field: FIELD_OF_FAULT.get(field) ?? "attachments",
      message: `${label}：${message}`,
    }),
  );
  if (isRobot) faults.push({ field: "website", message: "请不要填写隐藏的一项" });
  if (faults.length > 0) return sendForm(options, visit, { form, faults, isAsked: false });
  try {
    const receipt = await options.site.submit(submission);
    const { agency, request, reply } = visit;
    const frame = await frameFor(options, request, {
      title: "申请已经提交",
      path: "/ask",
      agency,
      column: "ask",
      isPrivate: true,
    });
    return sendPage(request, reply, <ReceiptPage frame={frame} receipt={receipt} />, PRIVATE);
  } catch (error) {
    // What was typed is shown again with the reason, so that nobody has to write it twice.
    if (!isAppError(error) || error.status >= 500) throw error;
    return sendForm(options, visit, { form, faults: [{ field: "description", message: error.message }], isAsked: false });
  }
}

interface ShownForm {
  readonly form: AskForm;
  readonly faults: readonly AskFault[];
  /** Whether to look for what is published already. */
  readonly isAsked: boolean;
}

async function sendForm(options: PortalOptions, { agency, request, reply }: Visit, { form, faults, isAsked }: ShownForm) {
  const { site } = options;
  const [guide, similar] = await Promise.all([site.guide(agency.id), isAsked ? site.similar(form.description, agency.id) : null]);
  const path = `/ask/${encodeURIComponent(agency.id)}`;
  const frame = await frameFor(options, request, {
    title: "政府信息公开申请",
    path,
    agency,
    column: "ask",
    tags: columnTags({ options, agency, name: "政府信息公开申请", id: "ask" }),
  });
  if (faults.length > 0) reply.code(422);
  return sendPage(
    request,
    reply,
    <AskPage
      frame={frame}
      agency={agency}
      guide={guide}
      form={form}
      faults={faults}
      similar={similar?.slice(0, MOST_SIMILAR) ?? null}
    />,
    PRIVATE,
  );
}

/** Where the guide does not open the internet, the form on paper and the counter remain: they may never be refused. */
async function sendClosed(options: PortalOptions, { agency, request, reply }: Visit) {
  const path = `/ask/${encodeURIComponent(agency.id)}`;
  const frame = await frameFor(options, request, { title: "政府信息公开申请", path, agency, column: "ask" });
  return sendPage(
    request,
    reply,
    <NoOnlineRequestPage frame={frame} agency={agency} guide={await options.site.guide(agency.id)} />,
  );
}
