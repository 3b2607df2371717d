import type { SourceDocument } from "../document/document.js";
import { readPdf, warmPdfReader } from "../readers/pdf/read-pdf.js";
import { errorReply, type ReadingReply, type ReadingRequest } from "./reading-message.js";

/*
 * The process that reads pdf files and scans for its parent. The engines parse untrusted bytes in memory that no limit of
 * the parent's own covers, and they cannot be interrupted: here they can be ended together with the process.
 */

const send = (reply: ReadingReply): void => {
  process.send?.(reply);
};

async function read({ job, bytes }: ReadingRequest): Promise<SourceDocument> {
  const reading = await readPdf(bytes);
  if (reading.kind === "text") return reading.document;
  send({ kind: "scan", job });
  // Loaded only for scans: the recognition engine is optional and heavy.
  const { readScan } = await import("../readers/scan/read-scan.js");
  return readScan(bytes);
}

process.on("message", (request: ReadingRequest) => {
  read(request).then(
    (document) => send({ kind: "document", job: request.job, document }),
    (error: unknown) => send(errorReply(request.job, error)),
  );
});
// The parent is gone: nobody is left to answer.
process.on("disconnect", () => process.exit());

await warmPdfReader();
send({ kind: "ready" });
