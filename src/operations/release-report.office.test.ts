import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { composedReport } from "../../test/builders/composed-report.js";
import { FORMATS } from "../report/formats/index.js";
import { writeDocx } from "../writers/annual-report/write-docx.js";
import { readBack } from "./release-report.js";

const OFFICE = "soffice";
const hasOffice = spawnSync("which", [OFFICE], { stdio: "ignore" }).status === 0;

/** The docx as LibreOffice saves it again; its settings go to a folder of its own, so that no other run is in the way. */
function savedAgain(docx: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "yangguang-office-"));
  try {
    const profile = pathToFileURL(join(folder, "profile")).href;
    writeFileSync(join(folder, "report.docx"), docx);
    const place = ["--outdir", join(folder, "out"), join(folder, "report.docx")];
    spawnSync(OFFICE, [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "docx", ...place], { stdio: "ignore" });
    return readFileSync(join(folder, "out", "report.docx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.skipIf(!hasOffice).each(FORMATS.map(({ id }) => id))(
  "a docx of %s that LibreOffice opens and saves says the same",
  async (format) => {
    const report = composedReport({ format });
    expect(await readBack(report, "docx", savedAgain(writeDocx(report)))).toEqual([]);
  },
);
