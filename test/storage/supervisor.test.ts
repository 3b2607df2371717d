import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { parseConfiguration, type StorageConfiguration } from "../../src/storage/configuration.js";
import { connect } from "../../src/storage/connection/connect.js";
import { openDatabase } from "../../src/storage/open-database.js";
import { isAlive, runningPostmaster } from "../../src/storage/server/postmaster.js";
import { openHome } from "../../src/storage/server/server-home.js";
import { serverUser } from "../../src/storage/server/server-user.js";

let directory: string;
const folders: string[] = [];
beforeAll(() => {
  directory = freshFolder();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "yangguang-server-"));
  folders.push(folder);
  return folder;
}

function configurationOf(folder: string, environment: Readonly<Record<string, string>> = {}): StorageConfiguration {
  const own = process.env.PGBIN ? { PGBIN: process.env.PGBIN } : {};
  const usual = { YANGGUANG_DATA_DIRECTORY: folder, YANGGUANG_DATABASE_FREE_MEGABYTES: "0" };
  return parseConfiguration({ text: null, path: "", folder: "/", environment: { ...own, ...usual, ...environment } });
}

const running = (folder = directory) => runningPostmaster(openHome(folder, serverUser()));

let closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  const closing = closers;
  closers = [];
  for (const close of closing) await close();
});

async function open(folder = directory, environment: Readonly<Record<string, string>> = {}) {
  const connection = await connect(configurationOf(folder, environment), "yangguang");
  closers.push(connection.close);
  return connection;
}

describe("an embedded server", () => {
  test("is started for the first user and stopped by the last", async () => {
    const first = await open();
    const pid = running()?.pid ?? 0;
    const second = await open();
    expect(second.server()?.pid).toBe(pid);
    await first.close();
    expect(isAlive(pid)).toBe(true);
    await sql`select 1`.execute(second.db);
    await second.close();
    expect(isAlive(pid)).toBe(false);
  });

  test("listens on this machine alone, asks for a password and speaks UTF-8", async () => {
    const { db, server } = await open();
    const { rows } = await sql<{ name: string; setting: string }>`
      select name, setting from pg_settings where name in
        ('listen_addresses', 'unix_socket_directories', 'server_encoding', 'fsync', 'synchronous_commit', 'data_checksums') order by name`.execute(
      db,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      ...{ listen_addresses: "127.0.0.1", unix_socket_directories: "", server_encoding: "UTF8" },
      ...{ fsync: "on", synchronous_commit: "on", data_checksums: "on" },
    });
    const { host, port } = server() ?? {};
    const wrong = { DATABASE_URL: `postgres://yangguang:wrong@${host}:${port}/yangguang` };
    await expect(connect(configurationOf(directory, wrong), "")).rejects.toMatchObject({ code: "DATABASE_LOGIN_REFUSED" });
    const none = { DATABASE_URL: `postgres://yangguang@${host}:${port}/yangguang` };
    await expect(connect(configurationOf(directory, none), "")).rejects.toThrow();
  });

  test("never runs as root, and its files are its own", async () => {
    await open();
    const { data } = openHome(directory, serverUser());
    expect(statSync(data).uid).not.toBe(0);
    expect(statSync(data).mode & 0o077).toBe(0);
  });

  test("that was killed is started again under a program that goes on", async () => {
    const { db, server } = await open();
    await sql`create table if not exists kept (id int)`.execute(db);
    await sql`insert into kept values (1)`.execute(db);
    const pid = server()?.pid ?? 0;
    process.kill(pid, "SIGKILL");
    const until = Date.now() + 30_000;
    let count: number | undefined;
    // What is left of it may answer for a moment.
    while ((count === undefined || server()?.pid === pid) && Date.now() < until) {
      await pause(50);
      const { rows } = await sql<{ count: number }>`select count(*) as count from kept`.execute(db).catch(() => ({ rows: [] }));
      count = rows[0]?.count;
    }
    expect(count).toBe(1);
    expect(server()?.pid).not.toBe(pid);
  });

  test("is found again with the lock file of a process that is no server", async () => {
    await (await open()).close();
    const { data } = openHome(directory, serverUser());
    // As after a restart of the machine: the number now belongs to somebody else.
    writeFileSync(join(data, "postmaster.pid"), `${process.pid}\n${data}\n0\n5432\n\n127.0.0.1\n0 0\nready   \n`);
    if (process.getuid?.() === 0) {
      const { db } = await open();
      await sql`select 1`.execute(db);
    } else {
      // The server itself cannot tell; it says so instead of waiting for ever.
      await expect(open()).rejects.toMatchObject({ code: "DATABASE_START_FAILED" });
      rmSync(join(data, "postmaster.pid"));
    }
  });

  test("is waited for while another program has only begun to write its lock file", async () => {
    await (await open()).close();
    const lock = join(openHome(directory, serverUser()).data, "postmaster.pid");
    writeFileSync(lock, "");
    const soon = setTimeout(() => rmSync(lock), 700);
    const { db } = await open().finally(() => clearTimeout(soon));
    await sql`select 1`.execute(db);
  });

  test("starts over the empty lock file that a power failure left", async () => {
    await (await open()).close();
    const lock = join(openHome(directory, serverUser()).data, "postmaster.pid");
    writeFileSync(lock, "");
    const before = new Date(Date.now() - 10 * 60_000);
    utimesSync(lock, before, before);
    const { db } = await open();
    await sql`select 1`.execute(db);
  });

  test("is shared by programs that start at the same moment on a fresh folder", async () => {
    const folder = freshFolder();
    const all = await Promise.all([1, 2, 3].map(() => openDatabase(configurationOf(folder))));
    expect(new Set(all.map((one) => one.server()?.pid)).size).toBe(1);
    for (const one of all) await one.close();
    expect(running(folder)).toBeNull();
  });

  test("stays when the program is killed, and the next one takes it over", async () => {
    const folder = freshFolder();
    const script = `
      import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, "..", "..", "dist", "storage", "open-database.js"))};
      import { readConfiguration } from ${JSON.stringify(join(import.meta.dirname, "..", "..", "dist", "storage", "read-configuration.js"))};
      await openDatabase(readConfiguration());
      console.log("open");
      setInterval(() => undefined, 1000);`;
    const start = () =>
      spawn(process.execPath, ["--input-type=module", "-e", script], {
        env: { ...process.env, YANGGUANG_DATA_DIRECTORY: folder, YANGGUANG_DATABASE_FREE_MEGABYTES: "0" },
        stdio: ["ignore", "pipe", "inherit"],
      });
    const killed = start();
    await new Promise((resolve) => killed.stdout.once("data", resolve));
    const pid = running(folder)?.pid;
    killed.kill("SIGKILL");
    await new Promise((resolve) => killed.once("close", resolve));
    expect(running(folder)?.pid).toBe(pid);
    // The next one takes it over, and stops it when it is told to end.
    const told = start();
    await new Promise((resolve) => told.stdout.once("data", resolve));
    expect(running(folder)?.pid).toBe(pid);
    told.kill("SIGTERM");
    await new Promise((resolve) => told.once("close", resolve));
    expect(told.signalCode).toBe("SIGTERM");
    expect(running(folder)).toBeNull();
  });
});

describe("what cannot be is said with a code, and soon", () => {
  const occupied = async (answer?: string): Promise<{ server: Server; port: number }> => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined).resume(); // who is not read from is not seen to leave
      if (answer !== undefined) socket.end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    closers.push(() => new Promise((resolve) => server.close(resolve)));
    return { server, port: typeof address === "object" && address !== null ? address.port : 0 };
  };

  test("a foreign program on the port", async () => {
    const { port } = await occupied();
    await expect(open(directory, { YANGGUANG_DATABASE_PORT: String(port) })).rejects.toMatchObject({
      code: "DATABASE_PORT_TAKEN",
      data: { port },
    });
    expect(running()).toBeNull();
  });

  test.each([
    ["that says nothing", undefined],
    ["that speaks another language", "HTTP/1.1 400 Bad Request\r\n\r\n"],
  ])("an address of something %s", async (_what, answer) => {
    const { port } = await occupied(answer);
    const opening = connect(
      configurationOf(directory, { DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/c`, YANGGUANG_DATABASE_CONNECT_SECONDS: "1" }),
      "",
    );
    await expect(opening).rejects.toMatchObject({ code: "DATABASE_UNREACHABLE" });
  });

  test("an address of nothing", async () => {
    await expect(connect(configurationOf(directory, { DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" }), "")).rejects.toMatchObject(
      {
        code: "DATABASE_UNREACHABLE",
      },
    );
  });

  test("files that another version has made, which stay as they are", async () => {
    await (await open()).close();
    const version = join(openHome(directory, serverUser()).data, "PG_VERSION");
    const right = readFileSync(version, "utf8");
    writeFileSync(version, "14\n");
    await expect(open()).rejects.toMatchObject({ code: "DATABASE_VERSION_MISMATCH", data: { found: 14 } });
    writeFileSync(version, right);
    await open();
  });

  test("no programs", async () => {
    const environment = { PGBIN: freshFolder() };
    await expect(open(freshFolder(), environment)).rejects.toMatchObject({ code: "DATABASE_BINARIES_MISSING" });
  });

  test("less space on the disk than was asked for", async () => {
    const folder = freshFolder();
    await expect(open(folder, { YANGGUANG_DATABASE_FREE_MEGABYTES: "1000000" })).rejects.toMatchObject({
      code: "DATABASE_DISK_FULL",
    });
    expect(existsSync(join(folder, "server", "data"))).toBe(false);
  });

  test("a disk that fills up while writing: what was acknowledged stays", async () => {
    const folder = freshFolder();
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=160m", "tmpfs", folder]).status === 0;
    if (!mounted) return; // only root may mount; the code itself is proved by the next test everywhere
    try {
      const { db, close } = await connect(configurationOf(folder), "yangguang");
      await sql`create table heap (id int, text text)`.execute(db);
      let acknowledged = 0;
      let fault: unknown;
      for (let id = 0; id < 100 && fault === undefined; id++) {
        try {
          await sql`insert into heap select ${id}::int, md5(random()::text) || repeat(md5(n::text), 40) from generate_series(1, 4000) n`.execute(
            db,
          );
          acknowledged++;
        } catch (error) {
          fault = error;
        }
      }
      expect(fault).toMatchObject({ code: expect.stringMatching(/^DATABASE_(DISK_FULL|UNREACHABLE)$/) });
      await close();
      // Room again, as after cleaning up: everything that was acknowledged is there.
      spawnSync("mount", ["-o", "remount,size=400m", folder]);
      const again = await connect(configurationOf(folder), "yangguang");
      const { rows } = await sql<{ count: number }>`select count(distinct id) as count from heap`.execute(again.db);
      expect(rows[0]?.count).toBe(acknowledged);
      await again.close();
    } finally {
      spawnSync("umount", ["-l", folder]);
    }
  });

  test.each([
    ["53100", "DATABASE_DISK_FULL"],
    ["57P03", "DATABASE_UNREACHABLE"],
    ["53300", "DATABASE_BUSY"],
    ["55P03", "DATABASE_BUSY"],
    ["XX001", "DATABASE_DAMAGED"],
    ["22P05", "DATA_UNSTORABLE"],
  ])("what the server calls %s is %s", async (state, code) => {
    const { db } = await open();
    await expect(
      sql.raw(`do $$ begin raise exception 'told' using errcode = '${state}'; end $$`).execute(db),
    ).rejects.toMatchObject({ code });
  });

  test("a folder that holds something else, and one that is a file", async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, "server", "data"), { recursive: true });
    writeFileSync(join(folder, "server", "data", "notes.txt"), "");
    await expect(open(folder)).rejects.toMatchObject({ code: "DATABASE_DIRECTORY_UNUSABLE" });
    expect(existsSync(join(folder, "server", "data", "notes.txt"))).toBe(true);
    copyFileSync(join(folder, "server", "data", "notes.txt"), join(folder, "file"));
    await expect(open(join(folder, "file"))).rejects.toMatchObject({ code: "DATABASE_DIRECTORY_UNUSABLE" });
  });

  test("a server that cannot start for a reason of its own, with its words and its log", async () => {
    const folder = freshFolder();
    await (await open(folder)).close();
    const home = openHome(folder, serverUser());
    writeFileSync(join(home.data, "postgresql.auto.conf"), "no_such_setting = on\n");
    await expect(open(folder)).rejects.toMatchObject({ code: "DATABASE_START_FAILED", data: { log: home.log } });
  });

  test("a statement that takes too long", async () => {
    const { db } = await open(directory, { YANGGUANG_DATABASE_STATEMENT_SECONDS: "1" });
    await expect(sql`select pg_sleep(30)`.execute(db)).rejects.toMatchObject({ code: "DATABASE_BUSY" });
  });
});
