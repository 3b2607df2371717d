import { openOffice } from "../operations/open-office.js";
import { serveOffice } from "../server/office/serve-office.js";
import type { AddCommand } from "./command.js";
import { untilToldToStop } from "./until-told-to-stop.js";
import { wholeNumber } from "./whole-number.js";

interface OfficeOptions {
  readonly host?: string;
  readonly port?: string;
  readonly data?: string;
}

/** yangguang office: serves the office until it is told to stop. */
export const addOfficeCommand: AddCommand = (program, { output }) => {
  program
    .command("office")
    .description("启动办公室：登录后使用的网页和接口")
    .option("--host <host>", "监听的地址；默认按配置，没有配置时只在本机（127.0.0.1）")
    .option("--port <port>", "监听的端口；默认按配置，没有配置时为 8080")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .addHelpText("after", "\n第一次启动时建立安全管理员，一次性密码只显示一次。按 Ctrl+C 停止，正在办理的请求会先办完。")
    .action(async ({ host, port, data }: OfficeOptions) => {
      const opened = await openOffice(data ?? null);
      try {
        const settings = {
          ...opened.settings,
          ...(host === undefined ? {} : { host }),
          ...(port === undefined ? {} : { port: wholeNumber("--port", port, { least: 0, most: 65_535 }) }),
        };
        const stopped = untilToldToStop();
        const served = await serveOffice({ office: opened.office, settings });
        await output.write(startText(served.url, opened.firstAccount));
        await stopped;
        output.tell("正在停止……\n");
        await served.close();
      } finally {
        await opened.close();
      }
    });
};

function startText(url: string, first: { readonly loginName: string; readonly password: string } | null): string {
  const lines = [`办公室已启动：${url}`];
  if (first !== null) {
    lines.push(
      "",
      "这是第一次启动，已建立安全管理员：",
      `  用户名：${first.loginName}`,
      `  一次性密码：${first.password}`,
      "密码只显示这一次，登录后须立即修改；请由安全管理员建立其他账号。",
    );
  }
  return `${lines.join("\n")}\n`;
}
