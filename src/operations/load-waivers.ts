import { readFile } from "node:fs/promises";
import { AppError } from "../errors.js";
import { type Decision, parseWaivers } from "../findings/waivers.js";

/** The decisions in a waivers file. Throws FILE_NOT_FOUND, or WAIVERS_INVALID with what is wrong in it. */
export async function loadWaivers(path: string): Promise<Decision[]> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) throw new AppError("FILE_NOT_FOUND", { path });
  const parsed = parseWaivers(text);
  if ("fault" in parsed) throw new AppError("WAIVERS_INVALID", { path, detail: parsed.fault });
  return [...parsed.waivers.values()];
}
