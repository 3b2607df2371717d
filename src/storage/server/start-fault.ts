import { AppError } from "../../errors.js";
import type { ServerHome } from "./server-home.js";

/** What the server's last words mean: try again, try another port, or say why it cannot be. */
export type StartFault =
  | { readonly kind: "held" }
  | { readonly kind: "port-taken" }
  | { readonly kind: "final"; readonly error: AppError };

/** Reads the log of a server that ended while starting. Its messages are in English because `lc_messages` is C. */
export function startFault(said: string, home: ServerHome): StartFault {
  // Another server holds the directory, or what is left of a killed one does for a moment. An empty lock file is
  // that of one that has begun to start, or was left by a power failure: see `dropRemnant`.
  if (
    /lock file "[^"]+" (?:already exists|is empty)|is another postmaster|pre-existing shared memory block|is still in use/.test(
      said,
    )
  ) {
    return { kind: "held" };
  }
  if (/could not bind .*(Address already in use|address already in use)|could not create any TCP\/IP sockets/.test(said)) {
    return { kind: "port-taken" };
  }
  return { kind: "final", error: finalFault(said, home) };
}

function finalFault(said: string, home: ServerHome): AppError {
  const directory = home.data;
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    return new AppError("DATABASE_DISK_FULL", { detail: home.directory });
  }
  const versions = /initialized by PostgreSQL version (\d+).*not compatible with this version (\d+)/s.exec(said);
  if (versions) {
    return new AppError("DATABASE_VERSION_MISMATCH", { directory, found: versions[1] ?? "", available: versions[2] ?? "" });
  }
  if (/Permission denied|wrong ownership|invalid permissions/.test(said)) {
    return new AppError("DATABASE_DIRECTORY_UNUSABLE", { directory, detail: "所有者或权限不对" });
  }
  const line = said.split("\n").findLast((text) => /FATAL|PANIC|ERROR/.test(text)) ?? said.split("\n").at(-1);
  return new AppError("DATABASE_START_FAILED", { detail: line?.slice(0, 300) || "没有说明原因", log: home.log });
}
