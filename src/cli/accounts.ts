import { resetByName } from "../operations/accounts/reset-by-name.js";
import { openOffice } from "../operations/open-office.js";
import type { AddCommand } from "./command.js";

/** yangguang accounts reset-password: the way back in for who runs the machine. */
export const addAccountsCommand: AddCommand = (program, { output }) => {
  const accounts = program.command("accounts").description("办公室的账号");
  accounts
    .command("reset-password <login-name>")
    .description("重置密码，得到一次性密码；同时解除锁定、停用动态口令、退出全部登录，并记入审计日志")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .action(async (loginName: string, { data }: { readonly data?: string }) => {
      const { office, close } = await openOffice(data ?? null);
      try {
        const password = await resetByName(office, loginName);
        await output.write(`${loginName} 的一次性密码（只显示这一次）：${password}\n登录后须立即修改。\n`);
      } finally {
        await close();
      }
    });
};
