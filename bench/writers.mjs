// npm run build && node bench/writers.mjs: annual reports written per second, beside LibreOffice making a pdf of the same docx in the
// same run. Writes bench/RESULTS-writers.md.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { hasProgram, interleaved, median } from "./measure.mjs";

const ROOT = join(import.meta.dirname, "..");
const DIST = process.env.YANGGUANG_DIST ?? join(ROOT, "dist");
const CORPUS = join(ROOT, "test", "corpus");
const ROUNDS = 8;
const PROGRAM_ROUNDS = 3;

const load = (path) => import(join(DIST, path));
const { readReport } = await load("operations/read-report.js");
const { endChild } = await load("operations/child-reader.js");
const { composedFrom } = await load("report/composed-from.js");
const { readBack, RELEASE_FORMATS } = await load("operations/release-report.js");
const WRITERS = {
  docx: (await load("writers/annual-report/write-docx.js")).writeDocx,
  pdf: (await load("writers/annual-report/write-pdf.js")).writePdf,
  html: (await load("writers/annual-report/write-html.js")).writeHtml,
  xlsx: (await load("writers/annual-report/write-xlsx.js")).writeXlsx,
  txt: (await load("writers/annual-report/write-text.js")).writeText,
  json: (await load("writers/annual-report/write-json.js")).writeJson,
  csv: (await load("writers/annual-report/write-csv.js")).writeCsv,
};

const seeds = readdirSync(join(CORPUS, "seeds")).filter((file) => file.endsWith(".txt"));
const paths = [
  ...seeds.map((file) => join(CORPUS, "seeds", file)),
  ...["f0", "f1", "f2"].map((name) => join(CORPUS, "made", `${name}.docx`)),
];
const samples = await Promise.all(paths.map(async (path) => composedFrom((await readReport(path)).report)));

// No two writings are of the same text: typesetting keeps what it has laid out, and a real run never writes a report twice.
let written = 0;
const fresh = (report) => ({
  ...report,
  preface: [...report.preface, `本报告为第 ${++written} 次编制。`],
  cells: report.cells.map(other),
});
const other = (cell) => (cell.kind === "number" ? { ...cell, value: cell.value + (written % 97) } : cell);

const writing = await interleaved(
  Object.fromEntries(RELEASE_FORMATS.map((format) => [format, (report) => WRITERS[format](fresh(report))])),
  samples,
  ROUNDS,
);
const reading = await interleaved(
  Object.fromEntries(
    RELEASE_FORMATS.map((format) => [
      format,
      async (report) => {
        const copy = fresh(report);
        return readBack(copy, format, await WRITERS[format](copy));
      },
    ]),
  ),
  samples,
  ROUNDS,
);
const sizes = new Map();
for (const format of RELEASE_FORMATS)
  sizes.set(format, median(await Promise.all(samples.map(async (report) => (await WRITERS[format](report)).length))));

/** LibreOffice started for one document, and once for all of them. */
function libreOffice() {
  if (!hasProgram("soffice")) return null;
  const folder = mkdtempSync(join(tmpdir(), "yangguang-writers-"));
  const files = samples.map((report, at) => {
    const path = join(folder, `${at}.docx`);
    writeFileSync(path, WRITERS.docx(fresh(report)));
    return path;
  });
  const convert = (some) => {
    const out = join(folder, "out");
    mkdirSync(out, { recursive: true });
    const started = performance.now();
    spawnSync("soffice", ["--headless", "--convert-to", "pdf", "--outdir", out, ...some], { stdio: "ignore" });
    const made = readdirSync(out).length;
    rmSync(out, { recursive: true });
    if (made !== some.length) throw new Error(`soffice made ${made} of ${some.length} files`);
    return (performance.now() - started) / some.length;
  };
  convert(files.slice(0, 1));
  const rounds = Array.from({ length: PROGRAM_ROUNDS }, () => ({ one: convert(files.slice(0, 1)), many: convert(files) }));
  rmSync(folder, { recursive: true });
  return { one: median(rounds.map(({ one }) => one)), many: median(rounds.map(({ many }) => many)) };
}

const office = libreOffice();
const row = (cells) => `| ${cells.join(" | ")} |`;
const rate = (milliseconds) => (1000 / milliseconds).toFixed(milliseconds > 100 ? 1 : 0);
const pdf = writing.get("pdf");
const lines = [
  "# Annual reports written",
  "",
  `${samples.length} reports (the five seeds, three filled twins), each writing of another text and other figures; ${ROUNDS} rounds, formats in turn, median.`,
  `Node ${process.version}, ${cpus()[0]?.model?.trim() ?? "?"}, ${cpus().length} cores, one thread. Made by \`node bench/writers.mjs\`.`,
  "",
  row(["form", "ms to write", "reports a second", "KB", "ms to write and read back"]),
  row(["---", "---:", "---:", "---:", "---:"]),
  ...RELEASE_FORMATS.map((format) =>
    row([
      format,
      writing.get(format).toFixed(2),
      rate(writing.get(format)),
      (sizes.get(format) / 1024).toFixed(1),
      reading.get(format).toFixed(1),
    ]),
  ),
  "",
  office === null
    ? "LibreOffice is not installed here: nothing to stand beside."
    : [
        row(["the same docx to pdf by LibreOffice, same run", "ms", "reports a second", "our pdf is faster by"]),
        row(["---", "---:", "---:", "---:"]),
        row(["started for one document", office.one.toFixed(0), rate(office.one), `${(office.one / pdf).toFixed(1)} ×`]),
        row([
          `started once for ${samples.length}, a document`,
          office.many.toFixed(0),
          rate(office.many),
          `${(office.many / pdf).toFixed(1)} ×`,
        ]),
      ].join("\n"),
  "",
];
writeFileSync(join(ROOT, "bench", "RESULTS-writers.md"), lines.join("\n"));
process.stdout.write(`${lines.join("\n")}\n`);
await endChild();
