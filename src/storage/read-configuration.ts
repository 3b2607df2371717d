import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { AppError } from "../errors.js";
import { parseConfiguration, type StorageConfiguration } from "./configuration.js";

const FILE_NAME = "yangguang.config.json";

/**
 * The configuration of this process: the file YANGGUANG_CONFIG names, else `yangguang.config.json` in the working folder, else
 * none; the environment wins. A file that is named must exist.
 */
export function readConfiguration(environment: NodeJS.ProcessEnv = process.env, folder = process.cwd()): StorageConfiguration {
  const named = environment.YANGGUANG_CONFIG;
  const path = resolve(folder, named || FILE_NAME);
  const text = readText(path);
  if (text === null && named) throw new AppError("FILE_NOT_FOUND", { path });
  return parseConfiguration({ text, path, environment, folder: dirname(path) });
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new AppError("CONFIG_INVALID", { path, detail: "文件不能读取" }, { cause: error });
  }
}
