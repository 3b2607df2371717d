import type { TableShape } from "../../storage/safekeeping/table-shape.js";
import type { SafekeepingHead } from "./manifest.js";
import { CODES, SPREADSHEETS } from "./spreadsheet-columns.js";
import { columnWords, TABLE_WORDS } from "./table-words.js";

/** The page that lies in an exported folder. */
export function exportReadme({ madeAt, persons }: Pick<SafekeepingHead, "madeAt" | "persons">): string {
  return `# 政府信息公开数据导出

这个文件夹含有 ${madeAt} 这一时刻的全部数据，任何程序都可以读取。

${persons === "open" ? OPEN : SEALED}

| 文件 | 内容 |
|---|---|
| \`spreadsheets/*.csv\` | 主要的表，中文表头，可用 Excel、WPS 打开（UTF-8）；代码已换成文字，过长的文字只取开头 |
| \`tables/*.jsonl\` | 全部的表，每类一个文件，每行一个 JSON 对象；各列的值都是文字，没有值的为 null |
| \`files/*\` | 附件和公开平台的文件，以文件内容的 SHA-256 命名；表里写作 \`sha256:…\` |
| \`FIELDS.md\` | 每张表、每一列的说明和代码表 |
| \`manifest.json\` | 导出时刻、各表各列的类型（\`types\`）、行数和散列值（\`tables\`）、日志链末尾（\`chains\`）、各机关各年度统计数的散列值（\`tallies\`） |
| \`identity-keys.json\` | 密钥文件，只在导出时加了 \`--with-keys\` 才有 |

主要的表：

| 文件 | 内容 | 全部各列在 |
|---|---|---|
${SPREADSHEETS.map(({ name, table }) => `| \`spreadsheets/${name}.csv\` | ${TABLE_WORDS[table]?.about ?? ""} | \`tables/${table}.jsonl\` |`).join("\n")}

\`tables\` 里各表的散列值这样算：各行按主键排列，每行是按 \`columns\` 的次序、由各列文字组成的 JSON 数组（\`sha256:…\` 换回 \`\\x\` 加十六进制），
后加一个换行，合在一起取 SHA-256。

导入空的系统：\`yangguang import 这个文件夹\`。导入后逐表核对行数和散列值，核对日志链，并重新统计。
`;
}

const SEALED = `申请人的身份信息和附件在这里是加密的，凭密钥文件（\`identity-keys.json\`）才能读取；\`files/\` 里的附件也是密文。
要带走可以直接读取的数据，请在原系统用 \`yangguang export 文件夹 --open-persons\` 导出。`;

const OPEN = `**申请人的姓名、证件号码、联系方式和全部附件在这里都是明文。拿到这个文件夹的人都能读到，请按个人信息保护的要求保管和销毁。**
\`seal-key.json\` 是封印的密钥：凭它核对日志链，导入后封印不变；它也能打开动态口令的共享密钥等已加密的内容，请同样保管。
导入时，申请人和附件用新系统自己的密钥重新加密。导出以前没有接收的网上申请（\`portal.inbox\`）仍是加密的，只有原来的密钥文件能打开。`;

/** The page that says what each column of each table is. */
export function fieldsPage(shapes: readonly TableShape[]): string {
  const tables = shapes.map(({ name, columns, key }) => {
    const rows = columns.map(([column, type]) => `| \`${column}\` | ${type} | ${columnWords(name, column) ?? ""} |`);
    const letter =
      name === "public.issued_letter" ? ["| `opened_body` | json | 文书内容，只在明文导出时有；不参与散列，导入时不读 |"] : [];
    return [
      `## \`${name}\``,
      "",
      `${TABLE_WORDS[name]?.about ?? ""}。主键：${key.map((column) => `\`${column}\``).join("、")}。`,
      "",
      "| 列 | 类型 | 内容 |",
      "|---|---|---|",
      ...rows,
      ...letter,
      "",
    ].join("\n");
  });
  const codes = Object.entries(CODES).map(([name, code]) =>
    [`### ${name}`, "", "| 代码 | 含义 |", "|---|---|", ...[...code].map(([id, label]) => `| \`${id}\` | ${label} |`), ""].join(
      "\n",
    ),
  );
  return [
    "# 各表各列的说明",
    "",
    "时刻一律为 UTC；日为 YYYY-MM-DD；散列值为 SHA-256，十六进制；二进制的列写作 `\\x` 加十六进制。",
    "各步骤所填各项的含义与办公室里的表单相同，见 docs/register/transitions.md。",
    "",
    ...tables,
    "## 代码",
    "",
    ...codes,
  ].join("\n");
}
