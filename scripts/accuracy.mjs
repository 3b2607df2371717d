// npm run accuracy: reads every sample with a known truth and writes docs/accuracy.md, a row a file format.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { ROOT, setUp } from "./setup.mjs";

setUp();
const { readReport, reportValues, endChild, isAppError } = await import("../dist/index.js");
const { compareValues } = await import("./compare-values.mjs");

const folder = process.argv[2] ?? join(ROOT, "test", "corpus");
const SCAN = /scan|no-tounicode/;
const BORDERLESS = /borderless/;
const groups = new Map();
const wrong = [];

for (const part of ["seeds", "real", "made"]) {
  for (const name of readdirSync(join(folder, part)).sort()) {
    if (!name.endsWith(".expected.json")) continue;
    const file = name.slice(0, -".expected.json".length);
    const expected = JSON.parse(readFileSync(join(folder, part, name), "utf8"));
    const kind = SCAN.test(file) ? "pdf（扫描）" : BORDERLESS.test(file) ? "pdf（无框线）" : extname(file).slice(1);
    const group = groups.get(kind) ?? {
      files: 0,
      allRight: 0,
      cells: 0,
      right: 0,
      missing: 0,
      wrong: 0,
      invented: 0,
      doubted: 0,
    };
    groups.set(kind, group);
    group.files += 1;
    try {
      const { report } = await readReport(join(folder, part, file));
      const result = compareValues(expected, reportValues(report), report);
      for (const key of ["cells", "right", "missing", "wrong", "invented", "doubted"]) group[key] += result[key];
      if (result.right === result.cells && result.invented === 0) group.allRight += 1;
      else
        wrong.push(
          `- \`${part}/${file}\`：${result.details.slice(0, 6).join("；")}${result.details.length > 6 ? `；……共 ${result.details.length} 处` : ""}`,
        );
    } catch (error) {
      wrong.push(`- \`${part}/${file}\`：${isAppError(error) ? error.code : `程序缺陷：${error}`}`);
    }
  }
}
endChild();

const percent = (part, whole) => (whole === 0 ? "—" : `${((100 * part) / whole).toFixed(part === whole ? 0 : 2)}%`);
const rows = [...groups].map(
  ([kind, g]) =>
    `| ${kind} | ${g.files} | ${g.allRight} | ${g.cells} | ${percent(g.right, g.cells)} | ${g.missing} | ${g.wrong} | ${g.doubted} | ${g.invented} |`,
);
const page = `# 读取的准确率

本页由 \`npm run accuracy\` 写成，请勿手改。样本在 \`test/corpus\`，真值由人逐格录入。“错读存疑”指读错而且已标注请人核对的格；“多读”指原文没有而读出的数。

| 格式 | 文件 | 全对 | 格数 | 读对 | 缺 | 错 | 错读存疑 | 多读 |
|---|---|---|---|---|---|---|---|---|
${rows.join("\n")}

${wrong.length === 0 ? "没有读错的文件。" : `## 未全对的文件\n\n${wrong.join("\n")}`}
`;
process.stdout.write(page);
if (process.argv[2] === undefined) writeFileSync(join(ROOT, "docs", "accuracy.md"), page);
