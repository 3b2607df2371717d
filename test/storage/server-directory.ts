import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfiguration } from "../../src/storage/configuration.js";
import { stopServer } from "../../src/storage/server/embedded-server.js";
import { runningPostmaster } from "../../src/storage/server/postmaster.js";
import { openHome } from "../../src/storage/server/server-home.js";
import { serverUser } from "../../src/storage/server/server-user.js";

/** One folder for the embedded server of a test run. The first file that needs the server starts it; here it ends. */
export function setup(): () => Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "yangguang-test-"));
  process.env.YANGGUANG_TEST_DIRECTORY = directory;
  const { dataDirectory } = parseConfiguration({
    text: null,
    path: "",
    environment: { YANGGUANG_DATA_DIRECTORY: directory },
    folder: "/",
  });
  return async () => {
    const running = runningPostmaster(openHome(dataDirectory, serverUser()));
    if (running !== null) await stopServer(running.pid);
    rmSync(directory, { recursive: true, force: true });
  };
}
