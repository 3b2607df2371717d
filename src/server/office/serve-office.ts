import { AppError } from "../../errors.js";
import type { Office } from "../../operations/office.js";
import type { OfficeSettings } from "../../operations/office-settings.js";
import { officeApplication } from "./office-application.js";
import type { WriteLog } from "./request-log.js";

export interface ServedOffice {
  /** Where it is found. */
  readonly url: string;
  /** Takes nothing new, finishes what is under way, and stops. */
  close(): Promise<void>;
}

export interface ServeOffice {
  readonly office: Office;
  readonly settings: OfficeSettings;
  readonly log?: WriteLog | null;
}

/** Lets the office listen where its settings say. */
export async function serveOffice({ office, settings, log }: ServeOffice): Promise<ServedOffice> {
  const app = await officeApplication({ office, configuration: settings, ...(log === undefined ? {} : { log }) });
  const { host, port } = settings;
  try {
    const address = await app.listen({ host, port });
    return { url: settings.publicUrl ?? address, close: () => app.close() };
  } catch (error) {
    await app.close();
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
