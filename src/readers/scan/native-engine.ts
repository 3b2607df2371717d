import { type ExecFileException, execFile } from "node:child_process";
import { access, constants, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { AppError } from "../../errors.js";
import { type GrayImage, toPgm } from "./gray-image.js";
import type { MachineReading, OcrEngine, OcrTask } from "./machine-reading.js";
import { readingsByPicture } from "./tesseract-words.js";
import { turnstile } from "./turnstile.js";

const SECONDS = 60; // for the lines of one page, which take one or two
const MOST_OUTPUT_BYTES = 16_000_000;
const AT_ONCE = 2;

interface Ran {
  readonly failure: ExecFileException | null;
  readonly output: string;
}

function run(program: string, parameters: readonly string[]): Promise<Ran> {
  const options = {
    // Its own threads make it slower when several pages are read at once.
    env: { ...process.env, OMP_THREAD_LIMIT: "1" },
    timeout: SECONDS * 1000,
    killSignal: "SIGKILL",
    maxBuffer: MOST_OUTPUT_BYTES,
    windowsHide: true,
  } as const;
  return new Promise((resolve) => {
    execFile(program, [...parameters], options, (failure, output) => resolve({ failure, output }));
  });
}

/** The tesseract program on PATH, or null. */
async function findProgram(): Promise<string | null> {
  const name = process.platform === "win32" ? "tesseract.exe" : "tesseract";
  const { PATH = "" } = process.env;
  for (const folder of PATH.split(delimiter)) {
    if (folder === "") continue;
    const path = join(folder, name);
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}

function parametersOf(task: OcrTask, list: string): string[] {
  const settings = ["-c", "tessedit_do_invert=0"];
  if (task.characters !== undefined) settings.push("-c", `tessedit_char_whitelist=${task.characters}`);
  return [list, "stdout", "-l", task.language, "--psm", "13", "--dpi", "200", ...settings, "tsv"];
}

/** Reads all lines with one start of the program: it takes a list of pictures and counts them as pages. */
async function readWith(program: string, lines: readonly GrayImage[], task: OcrTask): Promise<MachineReading[]> {
  const folder = await mkdtemp(join(tmpdir(), "yangguang-scan-"));
  try {
    const paths = lines.map((_, index) => join(folder, `${index}.pgm`));
    for (const [index, line] of lines.entries()) await writeFile(join(folder, `${index}.pgm`), toPgm(line));
    const list = join(folder, "lines.txt");
    await writeFile(list, `${paths.join("\n")}\n`);
    const { failure, output } = await run(program, parametersOf(task, list));
    if (failure?.killed) throw new AppError("READ_TIMED_OUT", { seconds: SECONDS }, { cause: failure });
    if (failure) throw new AppError("READER_CRASHED", { detail: "tesseract" }, { cause: failure });
    return readingsByPicture(output, lines.length);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The tesseract program, when it is on PATH with the Latin and the Chinese data; else null. */
export async function nativeEngine(): Promise<OcrEngine | null> {
  const program = await findProgram();
  if (program === null) return null;
  const { failure, output } = await run(program, ["--list-langs"]);
  const languages = new Set(output.split("\n").map((line) => line.trim()));
  if (failure || !languages.has("eng") || !languages.has("chi_sim")) return null;
  const enter = turnstile(AT_ONCE);
  return {
    readLines: async (lines, task) => (lines.length === 0 ? [] : await enter(() => readWith(program, lines, task))),
    close: async () => {},
  };
}
