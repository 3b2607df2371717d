import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { AppError } from "../../errors.js";
import type { StorageConfiguration } from "../../storage/configuration.js";
import { dropDatabase } from "../../storage/connection/drop-database.js";
import type { Database } from "../../storage/database.js";
import { openDatabase } from "../../storage/open-database.js";
import { readConfiguration } from "../../storage/read-configuration.js";
import { officeOver } from "../office.js";
import { type OpenOffice, officeIn, readyPortal } from "../open-office.js";
import { makeSampleCity, sampleState, WHOLE_SAMPLE } from "./sample-city.js";

const signIns = z.object({
  password: z.string(),
  signIns: z.array(z.object({ loginName: z.string(), name: z.string(), role: z.string(), agencies: z.array(z.string()) })),
});
export type SampleSignIns = z.output<typeof signIns>;

export interface OpenSample extends OpenOffice {
  readonly signIns: SampleSignIns | null;
}

/**
 * Opens the office of the sample city of this process's configuration, which must be the sample's own folder; makes the city when it is
 * not there. One that was left half made is made anew.
 */
export async function openSampleOffice(tell: (what: string) => void): Promise<OpenSample> {
  const configuration = readConfiguration();
  if (basename(configuration.dataDirectory) !== "sample" || configuration.database.url !== null) {
    throw new AppError("REHEARSAL_REGISTER_IN_USE", {});
  }
  const database = await openedAnew(configuration);
  try {
    const office = officeOver(database);
    if ((await sampleState(office)) === "none") {
      await readyPortal(office, configuration);
      const { password, signIns: people } = await makeSampleCity(office, { ...WHOLE_SAMPLE, tell });
      const kept: SampleSignIns = { password, signIns: people.map((one) => ({ ...one, agencies: [...one.agencies] })) };
      writeFileSync(signInFile(configuration), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    }
    return { ...(await officeIn(database, configuration)), signIns: readSignIns(configuration) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openedAnew(configuration: StorageConfiguration): Promise<Database> {
  const database = await openDatabase(configuration);
  if ((await sampleState({ database })) !== "begun") return database;
  await database.close();
  await dropDatabase(configuration, "yangguang");
  rmSync(configuration.keyFile, { force: true }); // its keys opened nothing but what is gone
  return openDatabase(configuration);
}

function signInFile({ dataDirectory }: StorageConfiguration): string {
  return join(dataDirectory, "sample-sign-ins.json");
}

/** How one signs in; null when somebody has taken the file away. */
function readSignIns(configuration: StorageConfiguration): SampleSignIns | null {
  try {
    return signIns.parse(JSON.parse(readFileSync(signInFile(configuration), "utf8")));
  } catch {
    return null;
  }
}
