import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SAMPLE_PORTAL_NAME, sampleFolder } from "../operations/sample/sample-folder.js";
import type { AddCommand } from "./command.js";
import type { Output } from "./output.js";
import { type ServerMessage, untilToldToStop } from "./until-told-to-stop.js";
import { wholeNumber } from "./whole-number.js";

interface ServeOptions {
  readonly host: string;
  readonly officePort?: string;
  readonly portalPort?: string;
  readonly sample?: true;
  readonly once?: true;
}

/** The pages of many readers make much that is soon thrown away: on a large machine Node.js would let it lie (bench/RESULTS-portal.md). */
const PORTAL_MEMORY = ["--max-semi-space-size=4", "--heap-growing-percent=100"];
const PROGRAM = fileURLToPath(new URL("../../bin/yangguang.js", import.meta.url));
const USUAL_PORTS = { office: 8080, portal: 8081 } as const;
/** The office finishes what is under way and its database writes everything down; longer than that nothing takes. */
const STOP_SECONDS = 40;

/** yangguang serve: office and portal, each a process of its own, until it is told to stop. */
export const addServeCommand: AddCommand = (program, { output, finish }) => {
  program
    .command("serve")
    .description("同时启动办公室和公开平台（两个进程，各用各的数据库角色）")
    .option("--host <host>", "监听的地址", "127.0.0.1")
    .option("--office-port <port>", `办公室的端口；默认 ${USUAL_PORTS.office}，被占用时另选`)
    .option("--portal-port <port>", `公开平台的端口；默认 ${USUAL_PORTS.portal}，被占用时另选`)
    .option("--sample", "示例城市：第一次启动时建立，放在单独的数据文件夹里，不与正式台账相混")
    .option("--once", "准备好、确认两个地址都能访问以后就停止")
    .addHelpText("after", "\n按 Ctrl+C 停止，正在办理的请求会先办完。")
    .action(async (options: ServeOptions) => {
      finish((await serveBoth(options, output)) ? 0 : 2);
    });
};

async function serveBoth({ host, officePort, portalPort, sample, once }: ServeOptions, output: Output): Promise<boolean> {
  const folder = sample === true ? sampleFolder() : null;
  const environment = folder === null ? process.env : sampleEnvironment(folder);
  const told = untilToldToStop();
  const servers: Server[] = [];
  const start = (words: readonly string[]): Server => {
    const server = new Server(words, environment, (text) => output.tell(`  ${text}……\n`));
    servers.push(server);
    return server;
  };
  try {
    const atOffice = ["--host", host, "--port", await portFor(host, officePort, USUAL_PORTS.office)];
    const office = start(["office", ...atOffice]);
    const ready = await Promise.race([office.ready, told]);
    if (ready === undefined) return true;
    const named = sample === true ? ["--name", SAMPLE_PORTAL_NAME] : [];
    const portal = start(["portal", "--host", host, "--port", await portFor(host, portalPort, USUAL_PORTS.portal), ...named]);
    const open = await Promise.race([portal.ready, told]);
    if (open === undefined) return true;
    await output.write(`${startText({ office: ready, portal: open.url, folder }).join("\n")}\n`);
    if (once === true) {
      await Promise.all([ready.url, open.url].map(answers));
      await output.write("两个地址都已确认可以访问。\n");
      return true;
    }
    await output.write("按 Ctrl+C 停止。\n");
    await Promise.race([told, ...servers.map(({ ended }) => ended)]);
    return servers.every(({ hasEnded }) => !hasEnded);
  } catch (error) {
    if (error instanceof ServerEnded) return false;
    throw error;
  } finally {
    output.tell("正在停止……\n");
    // The portal first: it asks a database that stops with the office.
    for (const server of servers.toReversed()) await server.stop();
  }
}

interface Started {
  readonly office: Ready;
  readonly portal: string;
  readonly folder: string | null;
}

function startText({ office, portal, folder }: Started): string[] {
  return [
    "",
    folder === null ? "阳光已启动" : "阳光已启动：示例城市（机关的年报是真实样本，申请、信息和账号均为虚构）",
    "",
    `  公开平台  ${portal}  公众查阅、检索、读年报、提出申请、查询进度`,
    `  办公室    ${office.url}  登录后办理申请、发布信息、编制年报`,
    ...office.notes,
    "",
    ...(folder === null ? [] : [`数据在 ${folder}，删除这个文件夹就从头再来；正式使用请运行 yangguang serve，两者互不相干。`]),
  ];
}

/** Everything the sample is started with comes from its own file: no setting of the real installation reaches it. */
function sampleEnvironment(folder: string): NodeJS.ProcessEnv {
  // The embedded server runs as another user where we are root: the way to its folder must be open.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = join(folder, "yangguang.config.json");
  writeFileSync(file, `${JSON.stringify({ dataDirectory: folder }, null, 2)}\n`);
  const kept = Object.entries(process.env).filter(([name]) => name !== "DATABASE_URL" && !/^YANGGUANG_/.test(name));
  return { ...Object.fromEntries(kept), YANGGUANG_CONFIG: file, YANGGUANG_SAMPLE: "1" };
}

type Ready = Extract<ServerMessage, { readonly kind: "ready" }>;

/** One of the servers as a process. */
class Server {
  readonly ready: Promise<Ready>;
  readonly ended: Promise<void>;
  hasEnded = false;
  readonly #child: ChildProcess;

  constructor(words: readonly string[], environment: NodeJS.ProcessEnv, progress: (text: string) => void) {
    this.#child = spawn(process.execPath, [...(words[0] === "portal" ? PORTAL_MEMORY : []), PROGRAM, ...words], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: environment,
      // A group of its own, so that Ctrl+C reaches it through us alone and in order.
      detached: process.platform !== "win32",
    });
    this.ended = new Promise((resolve) => {
      this.#child.once("exit", () => {
        this.hasEnded = true;
        resolve();
      });
    });
    this.ready = new Promise((resolve, reject) => {
      this.#child.on("message", (message: ServerMessage) => {
        if (message.kind === "ready") resolve(message);
        else progress(message.text);
      });
      this.#child.once("error", reject);
      this.#child.once("exit", (code) => reject(new ServerEnded(words[0] ?? "", code)));
    });
    this.ready.catch(() => undefined); // told where it is awaited
  }

  async stop(): Promise<void> {
    if (this.hasEnded) return;
    this.#child.kill("SIGTERM");
    const patience = setTimeout(() => this.#child.kill("SIGKILL"), STOP_SECONDS * 1000);
    await this.ended;
    clearTimeout(patience);
  }
}

/** It has said why on its own standard error. */
class ServerEnded extends Error {
  constructor(name: string, code: number | null) {
    super(`${name} ended with ${code}`);
  }
}

/** The port that was asked for; where none was, the usual one, or any when that is taken. */
async function portFor(host: string, asked: string | undefined, usual: number): Promise<string> {
  if (asked !== undefined) return String(wholeNumber("--port", asked, { least: 0, most: 65_535 }));
  return (await isFree(host, usual)) ? String(usual) : "0";
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ host, port }, () => probe.close(() => resolve(true)));
  });
}

async function answers(url: string): Promise<void> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
}
