import { AppError } from "../errors.js";
import { openPublicSite } from "../operations/portal/open-public-site.js";
import type { PublicSite } from "../operations/portal/public-site.js";
import { servePortal } from "../server/portal/serve-portal.js";
import type { AddCommand } from "./command.js";
import { isServedByOther, tellStarter, untilToldToStop } from "./until-told-to-stop.js";
import { wholeNumber } from "./whole-number.js";

interface PortalCommandOptions {
  readonly host: string;
  readonly port: string;
  readonly name?: string;
  readonly origin?: string;
  readonly data?: string;
  readonly proxies: string;
  readonly licence?: string;
}

/** yangguang portal: serves the public site until it is told to stop. */
export const addPortalCommand: AddCommand = (program, { output }) => {
  program
    .command("portal")
    .description("启动公开平台：公众查阅信息、读年报、提出申请的网站")
    .option("--host <host>", "监听的地址", "127.0.0.1")
    .option("--port <port>", "监听的端口", "8081")
    .option("--name <name>", "平台的名称；默认为第一个机关的名称加“政府信息公开”")
    .option("--origin <url>", "公众使用的地址，如 https://www.example.gov.cn；写入页面、订阅和网站地图")
    .option("--data <folder>", "独立平台所在的文件夹，由数据包更新；不写时连接内部系统的数据库")
    .option("--proxies <number>", "前面有几层反向代理，其 X-Forwarded-For 可信", "0")
    .option("--licence <text>", "开放数据的使用说明")
    .addHelpText("after", "\n按 Ctrl+C 停止，正在办理的请求会先办完。")
    .action(async ({ host, port, name, origin, data, proxies, licence }: PortalCommandOptions) => {
      const listenAt = { host, port: wholeNumber("--port", port, { least: 0, most: 65_535 }) };
      const publicOrigin = origin === undefined ? "" : originOf(origin);
      const behind = wholeNumber("--proxies", proxies, { least: 0, most: 10 });
      const site = await openPublicSite(data ?? null);
      try {
        const stopped = untilToldToStop();
        const { url, close } = await servePortal(
          {
            ...{ site, name: name ?? (await nameOf(site)), origin: publicOrigin, proxies: behind, now: () => new Date() },
            isSample: await isSample(site),
            ...(licence !== undefined && { licence }),
          },
          listenAt,
        );
        if (!tellStarter({ kind: "ready", url, notes: [] })) await output.write(`公开平台已启动：${url}\n`);
        await stopped;
        if (!isServedByOther()) output.tell("正在停止……\n");
        await close();
      } finally {
        await site.close();
      }
    });
};

async function nameOf(site: PublicSite): Promise<string> {
  const [first] = await site.agencies();
  return first === undefined ? "政府信息公开" : `${first.name}政府信息公开`;
}

/** Whether what is shown is made up: then every page says so. */
async function isSample(site: PublicSite): Promise<boolean> {
  const { items } = await site.items({ pageSize: 1 });
  return items.some((item) => item.isSample);
}

/** Scheme and host alone: a path would end up in every address of the site. */
function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search !== "" || url.username !== "")
    throw new AppError("OPTION_INVALID", { option: "--origin", value: text, allowed: "https://主机名，后面没有路径" });
  return url.origin;
}
