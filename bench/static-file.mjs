// The floor: nginx, one worker, one file.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { asking, stopped, wrk } from "./under-load.mjs";

const PORT = 18_080 + (process.pid % 1000);
const NOTHING = { rate: Number.NaN, p50: Number.NaN, p99: Number.NaN, errors: 0 };

/** How fast nginx serves a page from a file; nothing where nginx is not installed. */
export async function staticFile(folder, page, { seconds }) {
  if (spawnSync("nginx", ["-v"]).error !== undefined) return NOTHING;
  const home = join(folder, "nginx");
  mkdirSync(home, { recursive: true });
  chmodSync(folder, 0o755);
  writeFileSync(join(home, "page.html"), page);
  writeFileSync(
    join(home, "nginx.conf"),
    `worker_processes 1; daemon off; pid ${home}/pid; error_log ${home}/errors; user root;
events { worker_connections 512; }
http { access_log off; sendfile on; types { text/html html; }
  server { listen 127.0.0.1:${PORT}; root ${home}; keepalive_requests 1000000; } }`,
  );
  const child = spawn("nginx", ["-c", join(home, "nginx.conf")], { stdio: "ignore" });
  await pause(500);
  try {
    return await wrk(`http://127.0.0.1:${PORT}`, asking(["/page.html"]), { seconds, folder });
  } finally {
    await stopped({ child }, "SIGQUIT");
  }
}
