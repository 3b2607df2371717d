import { AppError, isAppError } from "../../errors.js";

/** What the server or the socket says, as the error a person is told; what nobody can act on stays as it is and is loud. */
export function databaseFault(error: unknown): unknown {
  if (!(error instanceof Error) || isAppError(error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const options = { cause: error };
  const detail = error.message.slice(0, 300);
  if (code === "53100" || code === "ENOSPC") return new AppError("DATABASE_DISK_FULL", { detail }, options);
  if (isUnreachable(error, code)) return new AppError("DATABASE_UNREACHABLE", { detail }, options);
  if (LOGIN.has(code)) return new AppError("DATABASE_LOGIN_REFUSED", { detail }, options);
  if (BUSY.has(code)) return new AppError("DATABASE_BUSY", { detail }, options);
  if (code === "XX001" || code === "XX002") return new AppError("DATABASE_DAMAGED", { detail }, options);
  if (UNSTORABLE.has(code)) return new AppError("DATA_UNSTORABLE", { detail }, options);
  return error;
}

/** invalid_authorization, invalid_password, invalid_catalog_name, insufficient_privilege at connect. */
const LOGIN: ReadonlySet<string> = new Set(["28000", "28P01", "3D000"]);
/** too_many_connections, out_of_memory, lock_not_available, query_canceled (a timeout), deadlock, serialization failure. */
const BUSY: ReadonlySet<string> = new Set(["53300", "53200", "55P03", "57014", "40P01", "40001"]);
/** Characters that are none, values out of range, escapes jsonb does not take. */
const UNSTORABLE: ReadonlySet<string> = new Set(["22021", "22P05", "22003", "22P02", "22001", "22007", "22008", "54000"]);

const SOCKET: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
]);

/** Classes 08 (connection) and 57P (shut down, crashed, starting), a socket that failed, and the driver's own words. */
function isUnreachable({ message }: Error, code: string): boolean {
  if (code.startsWith("08") || code.startsWith("57P") || SOCKET.has(code)) return true;
  return (
    code === "" &&
    /connection terminated|connection timeout|timeout exceeded|client was closed|not queryable|socket/i.test(message)
  );
}
