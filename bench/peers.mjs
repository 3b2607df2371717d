import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasProgram, timed } from "./measure.mjs";

/** How many samples a library could not read at all, by its name. */
export const failures = new Map();

/** A library that throws on a sample is timed until it throws, and the failure is counted. */
function tolerant(libraries) {
  const failed = new Set();
  return Object.fromEntries(
    Object.entries(libraries).map(([name, work]) => [
      name,
      async (sample) => {
        try {
          await work(sample);
        } catch {
          failed.add(`${name} ${sample.path}`);
          failures.set(name, [...failed].filter((entry) => entry.startsWith(name)).length);
        }
      },
    ]),
  );
}

/** What one would use instead in the same process, plain text only: none of them recognises or checks anything. */
export async function librariesFor(kind) {
  if (kind === "docx") {
    const { default: mammoth } = await import("mammoth");
    return tolerant({ "mammoth（仅转 html）": ({ bytes }) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }) });
  }
  if (kind === "pdf") {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    return tolerant({
      "pdf.js（仅文字）": async ({ bytes }) => {
        const document = await getDocument({ data: bytes.slice(), verbosity: 0, isEvalSupported: false }).promise;
        for (let number = 1; number <= document.numPages; number++) await (await document.getPage(number)).getTextContent();
        await document.destroy();
      },
    });
  }
  return {};
}

/** Programs, with their start-up as a user meets it. */
export function programsFor(kind) {
  const programs = {};
  if (hasProgram("pandoc") && ["docx", "html", "odt"].includes(kind)) {
    programs["pandoc（仅转文本）"] = ({ path }) => timed("pandoc", ["-f", kind, "-t", "plain", path]);
  }
  if (hasProgram("soffice") && ["docx", "doc", "odt", "html"].includes(kind)) {
    programs["LibreOffice（仅转文本）"] = ({ path }) => {
      const folder = mkdtempSync(join(tmpdir(), "bench-"));
      const target = kind === "html" ? "txt:Text" : "txt:Text";
      timed("soffice", [
        "--headless",
        `-env:UserInstallation=file://${folder}/profile`,
        "--convert-to",
        target,
        "--outdir",
        folder,
        path,
      ]);
      rmSync(folder, { recursive: true, force: true });
    };
  }
  if (hasProgram("antiword") && kind === "doc")
    programs["antiword（仅文字）"] = ({ path }) => timed("antiword", ["-m", "UTF-8.txt", path]);
  if (hasProgram("pdftotext") && kind === "pdf")
    programs["pdftotext -layout（仅文字）"] = ({ path }) => timed("pdftotext", ["-layout", path, "-"]);
  return programs;
}
