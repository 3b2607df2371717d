import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker as Thread } from "node:worker_threads";
import type { Worker as Tesseract } from "tesseract.js";
import { AppError } from "../../errors.js";
import { type GrayImage, toPgm } from "./gray-image.js";
import { languageData } from "./language-data.js";
import type { MachineReading, OcrEngine, OcrTask } from "./machine-reading.js";
import { readingsByPicture } from "./tesseract-words.js";
import { turnstile } from "./turnstile.js";

const LSTM_ONLY = 1;
const RAW_LINE = "13"; // page segmentation: the picture is one line, nothing is searched for

type Language = OcrTask["language"];

/** A thread with the recogniser for one language in it. It reads one line after the other. */
interface Reader {
  readLine(line: GrayImage, task: OcrTask): Promise<MachineReading>;
  close(): Promise<void>;
}

async function startTesseract(language: Language, data: Buffer): Promise<Tesseract> {
  const { createWorker } = (await import("tesseract.js")).default;
  const folder = await mkdtemp(join(tmpdir(), "yangguang-ocr-"));
  try {
    await writeFile(join(folder, `${language}.traineddata`), data);
    return await new Promise<Tesseract>((resolve, reject) => {
      // Without an own error handler a failure inside the package would be thrown where nobody can catch it.
      const options = { langPath: folder, gzip: false, cacheMethod: "none", logger: () => {}, errorHandler: reject };
      createWorker(language, LSTM_ONLY, options).then(resolve, reject);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startReader(language: Language, data: Buffer): Promise<Reader> {
  const tesseract = await startTesseract(language, data);
  const { worker: thread } = tesseract as unknown as { worker: Thread }; // there, though its types do not tell it
  let whitelist: string | null = null;
  let fail: (error: Error) => void = () => {};
  thread.on("error", (error) => fail(error)); // a thread that dies answers nothing
  thread.unref(); // an idle reader must not keep the process alive

  const read = async (line: GrayImage, task: OcrTask): Promise<MachineReading> => {
    const characters = task.characters ?? "";
    if (whitelist !== characters) {
      const psm = RAW_LINE as never; // its type is an enum with this string as a value
      await tesseract.setParameters({
        tessedit_pageseg_mode: psm,
        tessedit_char_whitelist: characters,
        tessedit_do_invert: "0",
        user_defined_dpi: "200",
      });
      whitelist = characters;
    }
    const { data: page } = await tesseract.recognize(Buffer.from(toPgm(line)), {}, { text: false, tsv: true });
    return readingsByPicture(page.tsv ?? "", 1)[0] ?? { text: "", confidence: 0 };
  };

  return {
    async readLine(line, task) {
      const death = new Promise<never>((_, reject) => {
        fail = reject;
      });
      thread.ref();
      try {
        return await Promise.race([read(line, task), death]);
      } catch (cause) {
        throw new AppError("READER_CRASHED", { detail: "tesseract.js" }, { cause });
      } finally {
        thread.unref();
      }
    },
    close: async () => void (await tesseract.terminate()),
  };
}

/** Readers of one language, each started when all before it are busy. */
function readerPool(language: Language, data: Buffer, size: number) {
  const idle: Reader[] = [];
  const all: Reader[] = [];
  const enter = turnstile(size);
  const take = async (): Promise<Reader> => {
    const free = idle.pop();
    if (free) return free;
    const reader = await startReader(language, data);
    all.push(reader);
    return reader;
  };
  return {
    readLine: (line: GrayImage, task: OcrTask): Promise<MachineReading> =>
      enter(async () => {
        const reader = await take();
        const reading = await reader.readLine(line, task);
        idle.push(reader); // one that failed is not used again
        return reading;
      }),
    close: async (): Promise<void> => {
      for (const reader of all) await reader.close();
    },
  };
}

/** The recogniser of the npm packages tesseract.js and @tesseract.js-data, when they are installed; else null. */
export async function bundledEngine(): Promise<OcrEngine | null> {
  const isInstalled = await import("tesseract.js").then(
    () => true,
    () => false,
  );
  if (!isInstalled) return null;
  const [latin, chinese] = await Promise.all([languageData("eng"), languageData("chi_sim")]);
  if (!latin || !chinese) return null;
  const pools = {
    eng: readerPool("eng", latin, 1),
    chi_sim: readerPool("chi_sim", chinese, Math.min(2, availableParallelism())), // words take most of the time
  };
  return {
    readLines: (lines, task) => Promise.all(lines.map((line) => pools[task.language].readLine(line, task))),
    close: async () => {
      await pools.eng.close();
      await pools.chi_sim.close();
    },
  };
}
