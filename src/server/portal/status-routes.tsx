import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { chineseMinute } from "../../web/portal/chinese-time.js";
import { StatusPage } from "../../web/portal/status-page.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";
import { readBody } from "./read-body.js";

const asked = z.object({ number: z.string().max(100).catch(""), code: z.string().max(100).catch("") });
const TRIES_A_MINUTE = 60;

/** Where a request stands. Number and code travel in the body: addresses are kept in histories and logs. */
export function statusRoutes(server: FastifyInstance, options: PortalOptions): void {
  const frameOf = (request: Parameters<typeof frameFor>[1]) =>
    frameFor(options, request, { title: "查询办理进度", path: "/status", trail: [{ name: "首页", path: "/" }] });
  server.get("/status", async (request, reply) =>
    sendPage(request, reply, <StatusPage frame={await frameOf(request)} number="" refusal={null} status={null} />),
  );
  server.post("/status", { config: { rateLimit: { max: TRIES_A_MINUTE, timeWindow: "1 minute" } } }, async (request, reply) => {
    const { number, code } = readBody(asked, request);
    const answer = await options.site.statusOf(number, code);
    const status = answer.kind === "found" ? answer.status : null;
    const refusal =
      answer.kind === "wrong"
        ? "编号或者查询码不对。请对照回执再填一次，字母大小写和连字符都可以不管。"
        : answer.kind === "locked"
          ? `输错的次数太多，请在${chineseMinute(answer.until)}以后再试。急需查询的，可以打电话给受理机关。`
          : null;
    if (refusal !== null) reply.code(answer.kind === "locked" ? 429 : 404);
    return sendPage(
      request,
      reply,
      <StatusPage frame={await frameOf(request)} number={number} refusal={refusal} status={status} />,
      { isPrivate: true },
    );
  });
}
