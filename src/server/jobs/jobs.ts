import { sendNotices } from "../../operations/notices/send-notices.js";
import { SYSTEM_ACTOR } from "../../operations/office.js";
import { publishAgencies } from "../../operations/portal/publish-agencies.js";
import { pushRequestStatus } from "../../operations/portal/push-request-status.js";
import { refreshPortalTerms } from "../../operations/portal/refresh-portal-terms.js";
import { hasWaitingSubmissions, takeInSubmissions } from "../../operations/portal/take-in-submissions.js";
import { publishDueItems } from "../../operations/publishing/publish-due-items.js";
import { sendOutbox } from "../../operations/publishing/send-outbox.js";
import { countAhead } from "../../operations/reports/count-ahead.js";
import { backUpAndProve } from "../../operations/safekeeping/back-up-and-prove.js";
import { sealOldFiles } from "../../operations/safekeeping/seal-old-files.js";
import type { Job } from "./job.js";

/** Everything the office does by itself. */
export const JOBS: readonly Job[] = [
  {
    id: "take-in-submissions",
    label: "接收公开平台收到的申请",
    cron: "* * * * *",
    isWaitedFor: ({ office }) => hasWaitingSubmissions(office),
    run: async ({ office }) => {
      const { taken, left } = await takeInSubmissions(office, SYSTEM_ACTOR);
      return taken.length + left.length === 0 ? null : { taken: taken.length, left: left.map(({ number }) => number) };
    },
  },
  {
    id: "publish-due-items",
    label: "发布到时的定时信息",
    cron: "* * * * *",
    run: async ({ office }) => {
      const { published, refused } = await publishDueItems(office);
      return published.length + refused.length === 0 ? null : { published: published.length, refused };
    },
  },
  {
    id: "send-outbox",
    label: "通知订阅的其他系统",
    cron: "* * * * *",
    run: async ({ office }) => {
      const { sent, failed } = await sendOutbox(office);
      return sent + failed === 0 ? null : { sent, failed };
    },
  },
  {
    id: "send-notices",
    label: "提醒：到期、逾期、新收、待审核",
    cron: "*/10 * * * *",
    run: async ({ office, configuration: { mail, office: settings } }) => {
      const publicUrl = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
      const { collected, mailed, failed } = await sendNotices(office, { mail, publicUrl });
      return collected + mailed + failed === 0 ? null : { collected, mailed, failed };
    },
  },
  {
    id: "push-request-status",
    label: "更新公开平台上的办理进度",
    cron: "5 * * * *",
    run: async ({ office }) => ({ changed: await pushRequestStatus(office) }),
  },
  {
    id: "publish-agencies",
    label: "更新公开平台上的机关名录",
    cron: "10 0 * * *",
    run: async ({ office }) => ({ changed: await publishAgencies(office) }),
  },
  {
    id: "count-ahead",
    label: "预先统计各级政府的年度数字",
    cron: "40 0 * * *",
    run: ({ office }) => countAhead(office),
  },
  {
    id: "refresh-portal-terms",
    label: "更新公开平台的检索词",
    cron: "20 1 * * *",
    run: async ({ office }) => {
      await refreshPortalTerms(office.database);
      return {};
    },
  },
  {
    id: "seal-open-files",
    label: "加密升级以前存入的附件",
    cron: "40 1 * * *",
    run: async ({ office }) => {
      const { files, texts } = await sealOldFiles(office);
      return files + texts === 0 ? null : { files, texts };
    },
  },
  {
    id: "back-up",
    label: "每夜备份并试恢复",
    cron: "30 2 * * *",
    run: ({ office, configuration }) => backUpAndProve(office, configuration),
  },
];
