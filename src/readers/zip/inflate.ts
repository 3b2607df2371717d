import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { machineInUse } from "../machine.js";

const MAX_BYTES = LIMITS.partMegabytes * 1024 * 1024;

/**
 * Inflates a deflated zip entry that says it has `declaredBytes`. One byte more than declared, or than the limit, ends it,
 * because a hostile file lies about its size.
 */
export function inflate(compressed: Uint8Array, declaredBytes: number): Uint8Array {
  if (declaredBytes > MAX_BYTES) throw new AppError("FILE_EXPANDS_TOO_MUCH", { limit: LIMITS.partMegabytes });
  try {
    return machineInUse().inflateRaw(compressed, declaredBytes);
  } catch (cause) {
    throw new AppError("FILE_DAMAGED", { detail: "压缩数据无法解开" }, { cause });
  }
}
