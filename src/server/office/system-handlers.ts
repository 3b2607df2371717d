import type { systemRoutes } from "../../api/system.js";
import { backupFile, makeBackup } from "../../operations/safekeeping/make-backup.js";
import { type JobState, readSystemState } from "../../operations/system/read-system-state.js";
import { EVERY_AGENCY } from "../../register/account.js";
import { JOBS } from "../jobs/jobs.js";
import type { HandlersOf } from "./handle.js";

export const systemHandlers: HandlersOf<typeof systemRoutes> = {
  async readSystemState({ office, actor, demand, settings: { mail, identityService: service, publicUrl } }) {
    await demand("system:manage", EVERY_AGENCY);
    const { database, disk, jobs, backups } = await readSystemState(office, actor);
    const known = new Map<string, JobState>(jobs.map((one) => [one.job, one]));
    return {
      ...{ database, disk, backups: [...backups], mail, publicUrl },
      identityService: service && { issuer: service.issuer, label: service.label },
      jobs: JOBS.map(({ id, label, cron }) => ({
        ...{ job: id, label, cron },
        last: known.get(id)?.last ?? null,
        lastFailed: known.get(id)?.lastFailed ?? null,
      })),
    };
  },

  async makeBackup({ office, actor, demand }) {
    await demand("system:manage", EVERY_AGENCY);
    const { name, size, sha256, rows } = await makeBackup(office, actor);
    return { name, size, sha256, rows };
  },

  async downloadBackup({ office, params, demand }) {
    await demand("system:manage", EVERY_AGENCY);
    const { name, bytes } = backupFile(office, params.name);
    return { fileName: name, mediaType: "application/gzip", bytes };
  },
};
