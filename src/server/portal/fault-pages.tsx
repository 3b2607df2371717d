import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isAppError } from "../../errors.js";
import { MOST_ATTACHMENT_MEGABYTES, MOST_ATTACHMENTS } from "../../register/portal/public-request.js";
import { FaultPage } from "../../web/portal/fault-page.js";
import type { PortalOptions } from "./portal-options.js";
import { frameFor, sendPage } from "./portal-page.js";

/** What a reader sees when a page is not there or could not be made: what happened and where to go, never a trace. */
export function faultPages(server: FastifyInstance, options: PortalOptions): void {
  server.setNotFoundHandler(async (request, reply) => {
    const frame = await frameFor(options, request, { title: "没有这个页面", path: "/", isPrivate: true });
    reply.code(404);
    return sendPage(
      request,
      reply,
      <FaultPage frame={frame} sentence="您要找的页面不存在，地址可能写错了，也可能从来没有公开过。" />,
      { isPrivate: true },
    );
  });
  server.setErrorHandler((error: Fault, request, reply) => sendFault(options, error, request, reply));
}

type Fault = Error & { readonly statusCode?: number };

/** What went wrong as a page; of faults of this program a trace for whoever runs it. */
export async function sendFault(options: PortalOptions, error: Fault, request: FastifyRequest, reply: FastifyReply) {
  const told = tellingOf(error);
  if (told.status >= 500)
    process.stderr.write(
      `${new Date().toISOString()} ${request.method} ${request.routeOptions.url ?? ""} ${error.stack ?? error.message}\n`,
    );
  reply.code(told.status);
  try {
    const frame = await frameFor(options, request, { title: "没有办成", path: "/", isPrivate: true });
    return await sendPage(request, reply, <FaultPage frame={frame} sentence={told.sentence} />, { isPrivate: true });
  } catch {
    // Nothing can be read: not even whose site this is.
    return reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(barePage(told.sentence));
  }
}

/** The sentence for a reader. Where the database is, and what it says, is told to whoever runs it. */
function tellingOf(error: Fault): { readonly status: number; readonly sentence: string } {
  if (!isAppError(error)) return sayingOf(error.statusCode ?? 500);
  if (error.code.startsWith("DATABASE_")) return sayingOf(503);
  return { status: error.status, sentence: error.message };
}

function barePage(sentence: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>没有办成</title><link rel="stylesheet" href="/site.css"></head><body><main class="page"><h1>没有办成</h1><p>${sentence}</p></main></body></html>
`;
}

function sayingOf(status: number): { readonly status: number; readonly sentence: string } {
  if (status === 429) return { status, sentence: "这个地址的访问过于频繁，请过一分钟再试。" };
  if (status === 413)
    return {
      status,
      sentence: `提交的内容太大，没有接收。附件至多 ${MOST_ATTACHMENTS} 个，每个不超过 ${MOST_ATTACHMENT_MEGABYTES} MB。`,
    };
  if (status >= 400 && status < 500) return { status, sentence: "没有看懂这次请求，请回到上一页重试。" };
  if (status === 503) return { status, sentence: "网站暂时不能使用，请过几分钟再来；您填写的内容没有保存。" };
  return { status: 500, sentence: "系统出了问题，没有完成。请稍后再试；您填写的内容没有保存。" };
}
