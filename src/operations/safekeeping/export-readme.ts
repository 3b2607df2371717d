/** The page that lies in an exported folder. */
export const EXPORT_README = `# 政府信息公开数据导出

这个文件夹含有导出时刻的全部数据，任何程序都可以读取。

| 文件 | 内容 |
|---|---|
| \`manifest.json\` | 导出时刻、每类数据的列和类型（\`types\`）、行数和散列值（\`tables\`）、日志链末尾（\`chains\`）、各机关各年度统计数的散列值（\`tallies\`） |
| \`tables/*.jsonl\` | 每类数据一个文件，每行一个 JSON 对象；各列的值都是文字，没有值的为 null |
| \`files/*\` | 附件和公开平台的文件，以内容的 SHA-256 命名；表里写作 \`sha256:…\` |
| \`identity-keys.json\` | 密钥文件，只在导出时加了 \`--with-keys\` 才有；申请人的身份信息用它解密 |

常用的表：\`public.agency_version\` 机关，\`public.case_file\`、\`public.case_event\` 申请及其办理，\`public.proceeding_event\` 复议和诉讼，
\`public.information_item\`、\`public.item_event\` 主动公开信息，\`public.report_edition\` 年度报告，\`public.attachment\` 附件，
\`public.audit_entry\` 日志，\`portal.*\` 公开平台所显示的内容。

导入空的系统：\`yangguang import 这个文件夹\`。导入后逐表核对行数和散列值，核对日志链，并重新统计。
`;
