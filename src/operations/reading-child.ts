import type { SourceDocument } from "../document/document.js";
import { readPdf, warmPdfReader } from "../readers/pdf/read-pdf.js";
import { nodePdfium } from "./node-pdfium.js";
import { errorReply, type PdfTasks, type ReadingReply, type ReadingRequest } from "./reading-message.js";

/*
 * The process that reads pdf files and scans for its parent. The engines parse untrusted bytes in memory that no limit of
 * the parent's own covers, and they cannot be interrupted: here they can be ended together with the process.
 */

const send = (reply: ReadingReply): void => {
  process.send?.(reply);
};

/** Tells the parent to wait longer, and goes on when it has been told: what follows leaves no time for messages. */
const askForTime = (job: number): Promise<void> =>
  new Promise((told) => {
    const reply: ReadingReply = { kind: "longer", job };
    if (process.send === undefined) told();
    else process.send(reply, undefined, {}, () => setImmediate(told));
  });

async function read(bytes: Uint8Array, job: number): Promise<SourceDocument> {
  const reading = await readPdf(bytes, nodePdfium);
  if (reading.kind === "text") return reading.document;
  await askForTime(job);
  // Loaded only for scans: the recognition engine is optional and heavy.
  const { readScan } = await import("../readers/scan/read-scan.js");
  return readScan(bytes);
}

async function answerTo(request: ReadingRequest): Promise<PdfTasks[keyof PdfTasks]["answer"]> {
  const { job, bytes } = request;
  if (request.task === "read") return read(bytes, job);
  // Most runs only read: what marks and draws, with its font, is loaded for who asks.
  const pages = await import("./screening/pdf-page.js");
  switch (request.task) {
    case "contents":
      await askForTime(job);
      return pages.pdfContents(bytes);
    case "draw":
      return pages.drawnPage(bytes, request.ask);
    case "glyphs":
      return pages.pageText(bytes, request.ask.page);
    case "find":
      return pages.areasOf(bytes, request.ask.term);
    case "redact": {
      await askForTime(job);
      const { redactPages } = await import("./screening/redact-pages.js");
      return redactPages(bytes, request.ask);
    }
    default:
      return request satisfies never;
  }
}

process.on("message", (request: ReadingRequest) => {
  answerTo(request).then(
    (answer) => send({ kind: "done", job: request.job, answer }),
    (error: unknown) => send(errorReply(request.job, error)),
  );
});
// The parent is gone: nobody is left to answer.
process.on("disconnect", () => process.exit());

await warmPdfReader(nodePdfium);
send({ kind: "ready" });
