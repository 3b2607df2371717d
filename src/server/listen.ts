import type { FastifyInstance } from "fastify";
import { AppError } from "../errors.js";

export interface ListenAt {
  readonly host: string;
  readonly port: number;
}

/** Where a server listens. */
export interface Listening {
  readonly address: string;
  /** Takes nothing new, finishes what is under way, and stops. */
  close(): Promise<void>;
}

/** Lets a server listen, or says in a sentence why it cannot, and leaves nothing open. */
export async function listen(server: Pick<FastifyInstance, "listen" | "close">, { host, port }: ListenAt): Promise<Listening> {
  try {
    return { address: await server.listen({ host, port }), close: () => server.close() };
  } catch (error) {
    await server.close();
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = LISTEN_FAULTS.get(code);
    if (reason === undefined) throw error;
    throw new AppError("ADDRESS_UNUSABLE", { address: `${host}:${port}`, reason }, { cause: error });
  }
}

const LISTEN_FAULTS: ReadonlyMap<string, string> = new Map([
  ["EADDRINUSE", "已被其他程序占用"],
  ["EACCES", "没有权限使用这个端口"],
  ["EADDRNOTAVAIL", "本机没有这个地址"],
  ["ENOTFOUND", "找不到这个主机名"],
]);
