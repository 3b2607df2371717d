import { access } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import type { Worker as Thread } from "node:worker_threads";
import type { Worker as Tesseract } from "tesseract.js";
import { AppError } from "../../errors.js";
import { type GrayImage, toPgm } from "./gray-image.js";
import type { OcrEngine, OcrTask, OcrWord } from "./ocr-engine.js";
import { parseWords } from "./tesseract-words.js";

// Whole-number weights of the best models, without the data of the old recogniser that is never used: a tenth of the size.
const DATA_FOLDER = "4.0.0_best_int";
const LSTM_ONLY = 1;

type Language = OcrTask["language"];

interface Reader {
  readonly tesseract: Tesseract;
  readonly thread: Thread;
  queue: Promise<unknown>;
  waiting: number;
  settings: string;
}

/** The folder with the data of a language in the installed npm package, or null. */
async function dataFolder(language: Language): Promise<string | null> {
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`));
    const folder = join(root, DATA_FOLDER);
    await access(join(folder, `${language}.traineddata.gz`));
    return folder;
  } catch {
    return null; // an optional package that is not installed
  }
}

async function startReader(language: Language, folder: string): Promise<Reader> {
  const { createWorker } = (await import("tesseract.js")).default;
  const tesseract = await new Promise<Tesseract>((resolve, reject) => {
    // Without an own error handler a failure inside the package would be thrown where nobody can catch it.
    const options = { langPath: folder, gzip: true, cacheMethod: "none", logger: () => {}, errorHandler: reject };
    createWorker(language, LSTM_ONLY, options).then(resolve, reject);
  });
  const { worker: thread } = tesseract as unknown as { worker: Thread }; // there, though its types do not tell it
  thread.unref(); // an idle reader must not keep the process alive
  return { tesseract, thread, queue: Promise.resolve(), waiting: 0, settings: "" };
}

async function readWith(reader: Reader, image: GrayImage, task: OcrTask): Promise<OcrWord[]> {
  const { tesseract, thread } = reader;
  thread.ref();
  let fail: (error: Error) => void = () => {};
  const death = new Promise<never>((_, reject) => {
    fail = reject;
  });
  thread.once("error", fail);
  try {
    const settings = JSON.stringify([task.layout, task.characters]);
    if (reader.settings !== settings) {
      const parameters = {
        tessedit_pageseg_mode: (task.layout === "block" ? "6" : "7") as never, // its enum has these strings as values
        tessedit_char_whitelist: task.characters ?? "",
        tessedit_do_invert: "0",
        user_defined_dpi: "200",
      };
      await Promise.race([tesseract.setParameters(parameters), death]);
      reader.settings = settings;
    }
    const picture = Buffer.from(toPgm(image));
    const { data } = await Promise.race([tesseract.recognize(picture, {}, { text: false, tsv: true }), death]);
    return parseWords(data.tsv ?? "");
  } catch (cause) {
    throw new AppError("READER_CRASHED", { detail: "tesseract.js" }, { cause });
  } finally {
    thread.off("error", fail);
    thread.unref();
  }
}

/** Readers of one language, started when first needed. */
function readerPool(language: Language, folder: string, size: number) {
  const started: Promise<Reader>[] = [];
  const readers: Reader[] = [];
  const start = (): Promise<Reader> => {
    const starting = startReader(language, folder).then((reader) => {
      readers.push(reader);
      return reader;
    });
    started.push(starting);
    return starting;
  };
  return {
    async read(image: GrayImage, task: OcrTask): Promise<OcrWord[]> {
      while (started.length < size) start().catch(() => {}); // the failure is seen by whoever waits for it below
      await Promise.any(started);
      const reader = readers.reduce((idlest, other) => (other.waiting < idlest.waiting ? other : idlest));
      reader.waiting++;
      const reading = reader.queue.then(() => readWith(reader, image, task));
      reader.queue = reading.catch(() => {});
      return await reading.finally(() => void reader.waiting--);
    },
    async close(): Promise<void> {
      for (const starting of started) await starting.then(({ tesseract }) => tesseract.terminate()).catch(() => {});
    },
  };
}

/** The recogniser of the npm packages tesseract.js and @tesseract.js-data, when they are installed; else null. */
export async function bundledEngine(): Promise<OcrEngine | null> {
  const folders = { eng: await dataFolder("eng"), chi_sim: await dataFolder("chi_sim") };
  const isInstalled = await import("tesseract.js").then(
    () => true,
    () => false,
  );
  if (!isInstalled || folders.eng === null || folders.chi_sim === null) return null;
  const pools = {
    eng: readerPool("eng", folders.eng, 1),
    // Words take most of the time, and every reader some 80 MB.
    chi_sim: readerPool("chi_sim", folders.chi_sim, Math.min(2, availableParallelism())),
  };
  return {
    read: (image, task) => pools[task.language].read(image, task),
    close: async () => {
      await pools.eng.close();
      await pools.chi_sim.close();
    },
  };
}
