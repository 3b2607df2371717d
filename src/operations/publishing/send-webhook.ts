import { lookup as resolve } from "node:dns/promises";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress } from "./private-address.js";

/** A host that may be told something; only one named so may lie inside (an office's own systems). */
export interface WebhookHost {
  readonly host: string;
  readonly mayBePrivate: boolean;
}

export interface WebhookCall {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly allowed: readonly WebhookHost[];
}

export interface WebhookAnswer {
  readonly isDone: boolean;
  readonly detail: string;
}

const MILLISECONDS = 10_000;

/**
 * Posts JSON to a system outside. The host must be on the list of the system; its name is resolved once, every address is looked at, and the
 * connection goes to exactly the address that was looked at. Redirects are not followed. Nothing of the answer is kept but its status.
 */
export async function sendWebhook({ url, body, headers = {}, allowed }: WebhookCall): Promise<WebhookAnswer> {
  const fault = addressFault(url);
  if (fault !== null) return failed(fault);
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  const entry = allowed.find((one) => one.host.toLowerCase() === host.toLowerCase());
  if (entry === undefined) return failed(`${host} 不在允许推送的主机之列`);
  const address = await addressOf(host).catch(() => null);
  if (address === null) return failed(`找不到主机 ${host}`);
  if (address.every.some(isPrivateAddress) && !entry.mayBePrivate) return failed(`${host} 指向内部地址，没有推送`);
  return post(target, { body, headers }, address.first);
}

/** Why nothing can be sent to an address, whatever its host; null when it can. */
export function addressFault(url: string): string | null {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (target === null || (target.protocol !== "https:" && target.protocol !== "http:")) return "地址不是 http 或者 https";
  if (target.username !== "" || target.password !== "") return "地址里不能有用户名和密码";
  return null;
}

const failed = (detail: string): WebhookAnswer => ({ isDone: false, detail });

async function addressOf(host: string): Promise<{ readonly first: string; readonly every: readonly string[] } | null> {
  if (isIP(host) !== 0) return { first: host, every: [host] };
  const every = (await resolve(host, { all: true })).map(({ address }) => address);
  const [first] = every;
  return first === undefined ? null : { first, every };
}

type Sent = Required<Pick<WebhookCall, "body" | "headers">>;

function post(target: URL, { body, headers }: Sent, address: string): Promise<WebhookAnswer> {
  const request = target.protocol === "https:" ? requestHttps : requestHttp;
  const family = isIP(address);
  const pinned: LookupFunction = (_host, options, give) => {
    if (options.all) give(null, [{ address, family }]);
    else give(null, address, family);
  };
  return new Promise((done) => {
    const sent = request(
      target,
      {
        method: "POST",
        lookup: pinned,
        agent: false,
        timeout: MILLISECONDS,
        signal: AbortSignal.timeout(MILLISECONDS),
        headers: {
          ...headers,
          "content-type": "application/json; charset=utf-8",
          "content-length": Buffer.byteLength(body),
          "user-agent": "Yangguang",
        },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        response.destroy();
        done({ isDone: status >= 200 && status < 300, detail: `对方回答 ${status}` });
      },
    );
    sent.on("timeout", () => sent.destroy(new Error("超时")));
    sent.on("error", (error) =>
      done(
        failed(
          error.name === "TimeoutError" || error.message === "超时"
            ? "对方没有及时回答"
            : `没有连上：${error.message.slice(0, 200)}`,
        ),
      ),
    );
    sent.end(body);
  });
}
