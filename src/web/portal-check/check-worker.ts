import "./older-browsers.js";
import { isAppError } from "../../errors.js";
import { BeyondBrowser } from "./beyond-browser.js";
import { checkFile } from "./check-file.js";
import type { CheckReply, CheckRequest } from "./check-message.js";

/*
 * Reads and checks apart from the page, so that the page stays alive and can end it. What is read here goes back to the page and nowhere
 * else: the only requests are for the pieces of this program.
 */

/** Faults in which the file may be good and only this browser too small. */
const MAYBE_THE_BROWSER: ReadonlySet<string> = new Set(["READ_OUT_OF_MEMORY", "READER_CRASHED"]);

const send = (reply: CheckReply): void => self.postMessage(reply);

async function answer(request: CheckRequest): Promise<CheckReply> {
  if (request.kind === "prepare") {
    await Promise.all([
      import("../../readers/docx/read-docx.js"),
      import("../../readers/doc/read-doc.js"),
      import("../../readers/html/read-html.js"),
      import("../../readers/odt/read-odt.js"),
      import("../../readers/text/read-text.js"),
      import("../../readers/xlsx/read-xlsx.js"),
    ]);
    return { kind: "ready" };
  }
  return { kind: "checked", checked: await checkFile(request, (stage) => send({ kind: "stage", stage })) };
}

function replyTo(error: unknown): CheckReply {
  if (error instanceof BeyondBrowser) return { kind: "beyond", why: error.message };
  if (!isAppError(error)) return { kind: "beyond", why: "浏览器没有读完这份文件。" };
  if (MAYBE_THE_BROWSER.has(error.code)) return { kind: "beyond", why: error.message };
  return { kind: "refused", code: error.code, message: error.message };
}

self.addEventListener("message", ({ data }: MessageEvent<CheckRequest>) => {
  answer(data).then(send, (error: unknown) => {
    if (data.kind === "check") send(replyTo(error));
  });
});
