import { AppError } from "../../errors.js";
import { portalApplication } from "./portal-application.js";
import type { PortalOptions } from "./portal-options.js";

export interface ServedPortal {
  /** Where it is found. */
  readonly url: string;
  /** Takes nothing new, finishes what is under way, and stops. The site stays open: whoever opened it closes it. */
  close(): Promise<void>;
}

export interface ListenAt {
  readonly host: string;
  readonly port: number;
}

/** Lets the public site listen. */
export async function servePortal(options: PortalOptions, { host, port }: ListenAt): Promise<ServedPortal> {
  const server = await portalApplication(options);
  try {
    const address = await server.listen({ host, port });
    return { url: options.origin === "" ? address : options.origin, close: () => server.close() };
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
