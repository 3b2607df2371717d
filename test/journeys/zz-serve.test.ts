import { existsSync, rmSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { test } from "vitest";
import { portalSite } from "../builders/portal-site.js";

test("serve", { timeout: 3_600_000 }, async () => {
  const portal = await portalSite();
  await portal.server.listen({ host: "127.0.0.1", port: 18080 });
  while (!existsSync("/tmp/stop-portal")) await setTimeout(500);
  rmSync("/tmp/stop-portal");
  await portal.close();
});
