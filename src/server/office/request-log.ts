import type { FastifyInstance } from "fastify";

/** What is written of a request: the route, not its address, which may name a case or a person; and nothing of what was sent. */
export interface LoggedRequest {
  readonly at: string;
  readonly id: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

export interface LoggedFault {
  readonly at: string;
  readonly id: string;
  readonly route: string;
  readonly fault: string;
  readonly frames: readonly string[];
}

export type WriteLog = (line: LoggedRequest | LoggedFault) => void;

const GATHERED_MILLISECONDS = 100;
let gathered = "";

/** One line of JSON for each. Writing stops everything else until it is done, so that what comes within a moment is written at once; a fault waits for nothing. */
export const logToStandardError: WriteLog = (line) => {
  if (gathered === "") setTimeout(writeGathered, GATHERED_MILLISECONDS).unref();
  gathered += `${JSON.stringify(line)}\n`;
  if ("fault" in line) writeGathered();
};

function writeGathered(): void {
  const text = gathered;
  gathered = "";
  if (text !== "") process.stderr.write(text);
}
process.once("exit", writeGathered);

export function logRequests(app: FastifyInstance, write: WriteLog): void {
  app.addHook("onResponse", async (request, reply) => {
    write({
      at: new Date().toISOString(),
      id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? "",
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    });
  });
}

/** The message of an error may quote what a person typed; what the language itself says of a bug does not. */
export function faultLine(error: unknown, id: string, route: string): LoggedFault {
  const isOfLanguage = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && "code" in error ? ` ${String(error.code)}` : "";
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  return {
    at: new Date().toISOString(),
    id,
    route,
    fault: isOfLanguage ? `${name}: ${error.message}` : `${name}${code}`,
    frames: frames.slice(0, 12).map((line) => line.trim()),
  };
}
