import { changeKeys } from "../operations/safekeeping/change-keys.js";
import { sealOldFiles } from "../operations/safekeeping/seal-old-files.js";
import type { AddCommand } from "./command.js";
import { withOffice } from "./with-office.js";

interface Where {
  readonly data?: string;
}

/** yangguang keys: other keys for what is encrypted. */
export const addKeysCommand: AddCommand = (program, { output }) => {
  const keys = program.command("keys").description("身份信息和附件的密钥");
  keys
    .command("rotate")
    .description("更换密钥：申请人信息重新加密，附件换新信封，网上申请改用新的公钥；使用中也可以做，中断后再做一次即可")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .addHelpText("after", "\n做完请立即备份密钥文件。旧备份仍须用旧的密钥文件。")
    .action(async ({ data }: Where) => {
      const { keyId, reencrypted, envelopes, retired } = await withOffice(data ?? null, changeKeys);
      await output.write(
        `已换用密钥 ${keyId}：重新加密申请人信息 ${reencrypted} 条，附件信封 ${envelopes} 个；停用旧密钥 ${retired.length} 个。请备份密钥文件。\n`,
      );
    });
  keys
    .command("seal-files")
    .description("立即加密升级以前存入的附件（办公室每夜也会做）")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .action(async ({ data }: Where) => {
      const { files, texts } = await withOffice(data ?? null, sealOldFiles);
      await output.write(`已加密附件 ${files} 个、读出的文字 ${texts} 份。\n`);
    });
};
