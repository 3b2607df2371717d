import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isAppError } from "../../errors.js";
import { type HandedIn, UploadChecker, type UploadToCheck } from "../../operations/check-upload.js";
import { CheckPage } from "../../web/portal/check-page.js";
import { CheckResultPage } from "../../web/portal/check-result-page.js";
import { hasCheckProgram } from "./check-program-routes.js";
import { CHECK_POLICY } from "./content-policy.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";
import { readableForm } from "./readable-form.js";
import { policyText } from "./security-headers.js";

const MOST_MEGABYTES = 20;
const MEGABYTE = 1024 * 1024;
const CHECKS_A_MINUTE = 20;
const PRIVATE = { isPrivate: true } as const;

/** Anybody's annual report, checked in memory and shown to whoever handed it in; nothing is kept. */
export function checkRoutes(server: FastifyInstance, options: PortalOptions): void {
  let checker: UploadChecker | null = null;
  const isCheckedHere = hasCheckProgram();
  server.addHook("onClose", async () => checker?.close());
  const sendForm = async (request: FastifyRequest, reply: FastifyReply, fault: { text: string; status: number } | null) => {
    const frame = await frameFor(options, request, {
      title: "年报自查",
      path: "/check",
      trail: [{ name: "首页", path: "/" }],
    });
    if (fault !== null) reply.code(fault.status);
    const page = (
      <CheckPage frame={frame} mostMegabytes={MOST_MEGABYTES} fault={fault?.text ?? null} isCheckedHere={isCheckedHere} />
    );
    return sendPage(request, reply, page, fault === null ? {} : PRIVATE);
  };
  // The browser that checks runs the reader of pdf, which is WebAssembly: allowed here and on no other page.
  const policy = policyText(CHECK_POLICY);
  const onRequest = (_: FastifyRequest, reply: FastifyReply, done: () => void) => {
    reply.header("content-security-policy", policy);
    done();
  };
  server.get("/check", { onRequest }, (request, reply) => sendForm(request, reply, null));
  server.post(
    "/check",
    {
      onRequest,
      config: { rateLimit: { max: CHECKS_A_MINUTE, timeWindow: "1 minute" } },
      bodyLimit: 2 * MOST_MEGABYTES * MEGABYTE + MEGABYTE,
    },
    async (request, reply) => {
      const sent = await readableForm(() => readUpload(request));
      if (sent === null) return sendForm(request, reply, { text: "请选择一份年度报告。", status: 422 });
      checker ??= new UploadChecker();
      const checked = await checker.check(sent).catch((error: unknown) => {
        if (isAppError(error)) return error;
        throw error;
      });
      if (isAppError(checked)) return sendForm(request, reply, { text: checked.message, status: checked.status });
      if (checked.status === "unreadable") return sendForm(request, reply, { text: checked.message, status: 422 });
      const frame = await frameFor(options, request, {
        title: "检查结果",
        path: "/check",
        trail: [
          { name: "首页", path: "/" },
          { name: "年报自查", path: "/check" },
        ],
        isPrivate: true,
      });
      return sendPage(request, reply, <CheckResultPage frame={frame} checked={checked} />, PRIVATE);
    },
  );
}

/** The report and, when given, last year's; null when no report came. */
async function readUpload(request: FastifyRequest): Promise<UploadToCheck | null> {
  const files = new Map<string, HandedIn>();
  for await (const part of request.files({ limits: { files: 2, fileSize: MOST_MEGABYTES * MEGABYTE } })) {
    const bytes = await part.toBuffer();
    if (bytes.length > 0) files.set(part.fieldname, { name: shownName(part.filename), bytes: new Uint8Array(bytes) });
  }
  const report = files.get("report");
  return report === undefined ? null : { report, previous: files.get("previous") ?? null };
}

/** A name that is only shown: without folders, and not too long. */
function shownName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? "").slice(-120) || "未命名";
}
