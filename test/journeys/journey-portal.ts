import { attachPublicSite } from "../../src/operations/portal/open-public-site.js";
import { preparePortal } from "../../src/operations/portal/prepare-portal.js";
import { publishAgencies } from "../../src/operations/portal/publish-agencies.js";
import { portalApplication } from "../../src/server/portal/portal-application.js";
import { putEntry } from "../../src/storage/portal/portal-entries.js";
import { publishedGuide } from "../portal/portal-builder.js";
import type { JourneyOffice } from "./office-harness.js";

export interface JourneyPortal {
  readonly address: string;
  close(): Promise<void>;
}

/** The public site of a journey's office, over the same database, by the role of the portal; the agency takes requests on it. */
export async function openPortal({ database, office }: JourneyOffice, agencyId: string): Promise<JourneyPortal> {
  await preparePortal(database, database.configuration);
  await publishAgencies(office);
  const guide = { kind: "guide", id: agencyId, agencyId, body: publishedGuide(agencyId) } as const;
  await database.db.transaction().execute((trx) => putEntry(trx, guide));
  const site = await attachPublicSite(database.configuration, database.name);
  const server = await portalApplication({
    ...{ site, name: "示例市政府信息公开", origin: "", isSample: true, proxies: 0, now: office.now },
  });
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  return {
    address,
    async close() {
      await server.close();
      await site.close();
    },
  };
}
