import { userInfo } from "node:os";
import { type Actor, type Office, officeOver } from "../operations/office.js";
import { openRegister } from "../operations/open-register.js";

/** Does something in the register of a folder, or in the configured one; the history names the user of the machine. */
export async function withOffice<Outcome>(
  folder: string | null,
  work: (office: Office, actor: Actor) => Promise<Outcome>,
): Promise<Outcome> {
  const database = await openRegister(folder);
  try {
    const by = `命令行 ${userInfo().username}`;
    return await work(officeOver(database), { id: by, name: by, roles: [] });
  } finally {
    await database.close();
  }
}
