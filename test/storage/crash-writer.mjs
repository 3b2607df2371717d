// Writes to the register as fast as it can and says on its output what was acknowledged, until it is killed. Runs from the
// compiled files, because it is a process of its own.
import { writeSync } from "node:fs";
import { openDatabase } from "../../dist/storage/open-database.js";
import { readConfiguration } from "../../dist/storage/read-configuration.js";
import { appendToCase, loadCase, openCases } from "../../dist/storage/stores/case-store.js";

const [, , round = "0", agencyId = "A1"] = process.argv;
const say = (words) => writeSync(1, `${words.join(" ")}\n`);
const database = await openDatabase(readConfiguration());
say(["open"]);

const request = (id) => ({
  ...{ id, agencyId, letterId: id, number: id, channel: "online", arrivedOn: "2025-03-03", description: "预算" },
  requester: { kind: "natural", name: "某人", identity: { document: "other", number: id }, contact: {} },
  wantedForm: { medium: "electronic", delivery: "online" },
});

/** Does it again with the same ids when the server went away in the middle: nobody knows whether it was written. */
async function surely(work) {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (error.code !== "DATABASE_UNREACHABLE" || tries > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function keepWriting(writer) {
  for (let index = 0; ; index++) {
    const id = `r${round}-w${writer}-${index}`;
    await surely(() =>
      openCases(
        database,
        [{ request: request(id), events: [{ id: `${id}-1`, body: { type: "received", on: "2025-03-03" } }] }],
        "写入者",
      ),
    );
    say(["written", id, `${id}-1`]);
    for (let version = 1; version < 4; version++) {
      const events = [
        {
          id: `${id}-${version + 1}`,
          body: { type: "searched", on: "2025-03-04", where: "档案室", terms: "预算", found: false },
        },
      ];
      const outcome = await surely(() => appendToCase(database, { caseId: id, version, events }, "写入者"));
      if (outcome.result !== "written") throw new Error(`${id} at ${version}: ${JSON.stringify(await loadCase(database, id))}`);
      say(["written", id, `${id}-${version + 1}`]);
    }
  }
}
await Promise.all([0, 1, 2].map(keepWriting));
