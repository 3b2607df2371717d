import type { Route } from "./define-route.js";
import { RIGHTS } from "./rights.js";

/** The page about the API, for people: how to call it, and every route. */
export function apiPage(routes: readonly Route[]): string {
  const tags = [...new Set(routes.map(({ tag }) => tag))];
  return [
    INTRODUCTION,
    ...tags.map((tag) =>
      section(
        tag,
        routes.filter((route) => route.tag === tag),
      ),
    ),
  ].join("\n");
}

function section(tag: string, routes: readonly Route[]): string {
  const rows = routes.map((route) => {
    const { method, path, id, summary, right } = route;
    const label = RIGHTS[right].label;
    return `| \`${method} /api${path}\` | \`${id}\` | ${summary.replaceAll("|", "\\|")} | ${label} |`;
  });
  return `## ${tag}\n\n| 地址 | 编号 | 作用 | 权限 |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

const INTRODUCTION = `# 接口

<!-- 由 scripts/make-api-client.mjs 生成，请勿手改。 -->

办公室的页面能做的，其他系统都能通过 \`/api\` 做，用的是同一套接口、同一套权限。完整的描述（OpenAPI 3.1，含每个字段）在运行中的系统的 \`/api/openapi.json\`，
由服务器校验用的同一套定义生成。TypeScript 程序可以直接使用生成好的 [客户端](../../clients/typescript/yangguang-client.ts)，一个文件，没有依赖：

\`\`\`ts
import { YangguangClient } from "./yangguang-client.js";

const office = new YangguangClient({ baseUrl: "https://office.example.gov.cn", token: process.env.YANGGUANG_TOKEN ?? "" });
const { items } = await office.readToday({ params: { agencyId: "A1" } });
\`\`\`

## 约定

- **令牌**：由安全管理员在“账号和权限”的“其他系统的令牌”里签发，限于一个机关和所选的权限，有期限，可随时撤销，只显示一次。放在 \`Authorization: Bearer …\` 里。
- **写操作**带 \`Idempotency-Key\`：同一个键的同一请求 24 小时内只执行一次，重发得到同样的回答（\`Idempotency-Replayed: true\`）；同一个键用于别的请求得到 422。被拒绝的请求没有执行，可以用同一个键再发。
- **列表**用 \`limit\` 和 \`cursor\` 翻页：把回答里的 \`next\` 作为下一页的 \`cursor\`，\`next\` 为 \`null\` 时到头。\`cursor\` 有签名，不能自己编。
- **错误**一律是 \`application/problem+json\`（RFC 9457）：\`code\` 是不会改名的[错误编号](../errors.md)，\`detail\` 是可以直接显示的一句话，\`details\` 有更多内容，如哪些字段不对、期间别人改了什么。
- **并发**：修改时带上读到的 \`version\`；别人已经改过时得到 409 \`RECORD_STALE\`，\`details\` 里是新的内容，没有写入。
- **文件**：上传时请求体就是文件本身（\`application/octet-stream\`），文件名放在查询参数 \`name\`；下载的文件名在 \`Content-Disposition\`。
- **限度**：请求体 2 MB，文件 64 MB；每个令牌每分钟的请求数见[配置](../operating/configuration.md)，超过得到 429 和 \`Retry-After\`。
- 回答带 \`ETag\`，再问时带 \`If-None-Match\`，没有变化得到 304。回答一律 \`Cache-Control: no-store\`。
- 浏览器用 Cookie 登录，写操作须从本系统的页面发出（\`X-Requested-With\`、\`Origin\`、\`Sec-Fetch-Site\`）；其他系统请用令牌。
`;
