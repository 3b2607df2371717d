import { type BundleSide, openBundleSide } from "../operations/portal/bundle-side.js";
import type { AddCommand } from "./command.js";
import { wholeNumber } from "./whole-number.js";

interface SideOptions {
  readonly portal?: string;
  readonly data?: string;
}

/** yangguang bundle: carries what is published to a portal without a connection, and the requests back. */
export const addBundleCommand: AddCommand = (program, { output }) => {
  const bundle = program.command("bundle").description("在互不连通的两个网络之间搬运数据包");
  const on = async (options: SideOptions, work: (side: BundleSide) => Promise<string>): Promise<void> => {
    const side = await openBundleSide({ portal: options.portal ?? null, data: options.data ?? null });
    try {
      await output.write(`${await work(side)}\n`);
    } finally {
      await side.close();
    }
  };
  const command = (name: string, description: string) =>
    bundle
      .command(name)
      .description(description)
      .option("--portal <folder>", "独立运行的公开平台所在的文件夹；不写即为内部系统")
      .option("--data <folder>", "内部系统台账所在的文件夹；默认按配置");
  command("export <file>", "导出上次以后的变化（内部系统），或者上次以后收到的申请（公开平台）")
    .option("--since <number>", "从这一号以后导出；0 为全部")
    .action((file: string, { since, ...side }: SideOptions & { readonly since?: string }) =>
      on(side, async (opened) => {
        const from = since === undefined ? null : wholeNumber("--since", since, { least: 0, most: 9_999_999_999 });
        const { after, upTo, rows, files } = await opened.export(file, from);
        return `已导出第 ${after} 号以后至第 ${upTo} 号：${rows} 项内容、${files} 个文件，写入 ${file}。`;
      }),
    );
  command("import <file>", "核对签名和次序后导入，全部导入或者一项不动").action((file: string, side: SideOptions) =>
    on(side, async (opened) => {
      const { after, upTo, rows } = await opened.import(file);
      return `已导入第 ${after} 号以后至第 ${upTo} 号，共 ${rows} 项内容。`;
    }),
  );
  command("key", "显示本方的公钥，供对方登记").action((side: SideOptions) =>
    on(side, async ({ key }) => `公钥：${key.publicKey}\n核对码（当面或者电话核对）：${key.id}`),
  );
  command("trust <key>", "登记对方的公钥，此后接受对方签名的数据包").action((key: string, side: SideOptions) =>
    on(side, async (opened) => `已登记。核对码：${await opened.trust(key)}（请与对方核对，须完全一致）`),
  );
};
