import { openOffice } from "../operations/open-office.js";
import { openSampleOffice, type SampleSignIns } from "../operations/sample/open-sample.js";
import { JOBS } from "../server/jobs/jobs.js";
import { runJobs } from "../server/jobs/run-jobs.js";
import { serveOffice } from "../server/office/serve-office.js";
import { columns } from "../writers/terminal.js";
import type { AddCommand } from "./command.js";
import { isServedByOther, tellStarter, untilToldToStop } from "./until-told-to-stop.js";
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
      const told = untilToldToStop();
      const isSample = process.env.YANGGUANG_SAMPLE === "1" && isServedByOther();
      const opened = isSample
        ? await openSampleOffice((text) => tellStarter({ kind: "progress", text }))
        : { ...(await openOffice(data ?? null)), signIns: null };
      try {
        const settings = {
          ...opened.settings,
          ...(host === undefined ? {} : { host }),
          ...(port === undefined ? {} : { port: wholeNumber("--port", port, { least: 0, most: 65_535 }) }),
        };
        // Whoever tries the sample wants its addresses, not a line for each request.
        const served = await serveOffice({ office: opened.office, settings, ...(isSample && { log: null }) });
        const jobs = await runJobs({ office: opened.office, configuration: opened.configuration }, JOBS);
        const notes = [...signInText(opened.signIns), ...firstAccountText(opened.firstAccount), ...faultText(opened.portalFault)];
        if (!tellStarter({ kind: "ready", url: served.url, notes })) {
          await output.write(`${[`办公室已启动：${served.url}`, ...notes].join("\n")}\n`);
        }
        await told;
        if (!isServedByOther()) output.tell("正在停止……\n");
        await jobs.close();
        await served.close();
      } finally {
        await opened.close();
      }
    });
};

type FirstAccount = { readonly loginName: string; readonly password: string } | null;

function firstAccountText(first: FirstAccount): string[] {
  if (first === null) return [];
  return [
    "",
    "这是第一次启动，已建立安全管理员：",
    `  用户名：${first.loginName}`,
    `  一次性密码：${first.password}`,
    "密码只显示这一次，登录后须立即修改；请由安全管理员建立其他账号。",
  ];
}

function signInText(signIns: SampleSignIns | null): string[] {
  if (signIns === null) return [];
  const rows = signIns.signIns.map(({ loginName, name, role }) => [loginName, name, role]);
  return [
    "",
    "登录办公室可用的示例账号：",
    ...columns([["用户名", "姓名", "角色"], ...rows]).map((line) => `  ${line}`),
    `  密码都是：${signIns.password}（本机随机生成，只用于示例城市）`,
  ];
}

function faultText(fault: string | null): string[] {
  return fault === null ? [] : ["", `公开平台还不能连接这个数据库：${fault}`];
}
