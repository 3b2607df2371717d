import { AppError } from "../../errors.js";
import type { CheckedReport } from "../../findings/checked-file.js";
import { checkedReport } from "../../findings/checked-report.js";
import { readByKind } from "../../readers/read-by-kind.js";
import { withNoteOnName } from "../../readers/with-note-on-name.js";
import { recogniseReport } from "../../recognition/recognise-report.js";
import { documentPage } from "../../writers/findings/document-page.js";
import type { Stage } from "./check-message.js";

interface FilesToCheck {
  readonly report: File;
  /** Last year's report to compare with; null when none was given. */
  readonly previous: File | null;
  readonly mostMegabytes: number;
}

const MEGABYTE = 1024 * 1024;
const LONGEST_NAME = 120; // as the server shows names

/** Reads and checks a report in this browser as the server would, and tells how far it has come. */
export async function checkFile(
  { report: file, previous: earlier, mostMegabytes }: FilesToCheck,
  tell: (stage: Stage) => void,
): Promise<CheckedReport> {
  const read = async (one: File) => {
    tell("opening");
    if (one.size > mostMegabytes * MEGABYTE)
      throw new AppError("FILE_TOO_LARGE", { megabytes: Math.ceil(one.size / MEGABYTE), limit: mostMegabytes });
    const bytes = new Uint8Array(await one.arrayBuffer());
    const name = shownName(one);
    tell("reading");
    const document = withNoteOnName(
      await readByKind(bytes, async (pdf) => {
        tell("loading-pdf");
        const { readPdfHere } = await import("./read-pdf-here.js");
        return readPdfHere(pdf);
      }),
      name,
    );
    tell("recognising");
    const report = recogniseReport(document, name);
    if (report === null) throw new AppError("NOT_A_REPORT", {});
    return { report, document, name };
  };
  const { report, document, name } = await read(file);
  if (earlier !== null) tell("previous");
  const previous = earlier === null ? null : (await read(earlier)).report;
  tell("checking");
  return checkedReport({ report, kind: document.kind, name }, { previous }, (findings) =>
    documentPage({ report, document, prefix: "f1" }, findings),
  );
}

function shownName({ name }: File): string {
  return (name.split(/[\\/]/).at(-1) ?? "").slice(-LONGEST_NAME) || "未命名";
}
