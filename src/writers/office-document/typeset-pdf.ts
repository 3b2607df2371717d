import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { AppError } from "../../errors.js";
import { embeddedFonts } from "./embedded-fonts.js";

const STANDARD = "a-2b"; // ISO 19005-2: every font embedded, nothing from outside; what an archive takes
const MOST_NAMED = 20;
/** What the engine has worked out is forgotten after so many documents that did not need it: fonts stay, texts do not pile up. */
const KEPT_RUNS = 5;

/** Sets a layout with its data as a PDF/A-2b. The engine is optional; without it PDF_ENGINE_MISSING. The data are never read as Typst. */
export async function typesetPdf(source: string, data: { readonly [name: string]: unknown }): Promise<Uint8Array> {
  const inputs = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]));
  refuseMissingCharacters(Object.values(inputs).join(""));
  const compiler = await typst();
  try {
    return new Uint8Array(compiler.pdf({ mainFileContent: source, inputs }, { pdfStandard: STANDARD, creationTimestamp: 0 }));
  } catch (cause) {
    throw new AppError("PDF_NOT_WRITTEN", { detail: cause instanceof Error ? cause.message : String(cause) }, { cause });
  } finally {
    compiler.evictCache(KEPT_RUNS);
  }
}

let compiler: NodeCompiler | null = null;

async function typst(): Promise<NodeCompiler> {
  if (compiler) return compiler;
  const engine = await import("@myriaddreamin/typst-ts-node-compiler").catch((cause: unknown) => {
    throw new AppError("PDF_ENGINE_MISSING", {}, { cause });
  });
  compiler = engine.NodeCompiler.create({ fontArgs: [{ fontBlobs: [...embeddedFonts().blobs] }] });
  return compiler;
}

/** A character without glyph would be printed as an empty box, or not at all. */
function refuseMissingCharacters(text: string): void {
  const { coverage } = embeddedFonts();
  const missing = [...new Set(text)].filter(
    (character) => !/\s/u.test(character) && !coverage.has(character.codePointAt(0) ?? 0),
  );
  if (missing.length > 0) throw new AppError("PDF_CHARACTERS_MISSING", { characters: missing.slice(0, MOST_NAMED).join("") });
}
