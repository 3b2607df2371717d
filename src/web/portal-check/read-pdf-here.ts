import wasmAddress from "@hyzyla/pdfium/pdfium.wasm?url";
import type { SourceDocument } from "../../document/document.js";
import { readPdf } from "../../readers/pdf/read-pdf.js";
import { BeyondBrowser } from "./beyond-browser.js";

/** PDFium's module, fetched when the first pdf is dropped. */
async function fetchedPdfium(): Promise<WebAssembly.Module> {
  const reply = await fetch(wasmAddress).catch(() => null);
  if (!reply?.ok) throw new BeyondBrowser("PDF 读取程序没有下载下来，请检查网络后再试。");
  return WebAssembly.compile(await reply.arrayBuffer());
}

/** Reads a pdf with a text layer. A scan is beyond the browser: recognising it takes 20 MB of trained data and minutes. */
export async function readPdfHere(bytes: Uint8Array): Promise<SourceDocument> {
  const reading = await readPdf(bytes, fetchedPdfium);
  if (reading.kind === "text") return reading.document;
  throw new BeyondBrowser(`这份 PDF 的 ${reading.pages} 页没有可用的文字层，多半是扫描件；浏览器里认不出图片上的字。`);
}
