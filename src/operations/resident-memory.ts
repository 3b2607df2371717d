import { readFileSync } from "node:fs";

const PAGE_BYTES = 4096;

/** The memory a process really occupies, as Linux tells it; 0 where it does not. Proc(5): the second number of statm. */
export function residentMegabytes(pid: number | undefined): number {
  if (pid === undefined || process.platform !== "linux") return 0;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]);
    return Number.isFinite(pages) ? (pages * PAGE_BYTES) / 1024 / 1024 : 0;
  } catch {
    return 0; // the process has ended: it occupies nothing
  }
}
