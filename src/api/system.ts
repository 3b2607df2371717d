import { z } from "zod";
import { defineRoute } from "./define-route.js";

const tag = "系统";
const right = "system:manage";

const run = z.object({
  startedAt: z.string(),
  milliseconds: z.int(),
  isDone: z.boolean(),
  detail: z.unknown().describe("做了什么，或者没有做成的原因"),
});

const backup = z.object({ name: z.string(), size: z.number(), madeAt: z.string() });

const systemState = z
  .object({
    database: z.object({ version: z.string(), bytes: z.number(), migration: z.string() }),
    disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }).nullable(),
    jobs: z.array(
      z.object({ job: z.string(), label: z.string(), cron: z.string(), last: run.nullable(), lastFailed: run.nullable() }),
    ),
    backups: z.array(backup),
    mail: z
      .object({ host: z.string(), port: z.int(), from: z.string(), quietFrom: z.string(), quietUntil: z.string() })
      .nullable()
      .describe("提醒经哪台服务器发邮件、哪个时段不发；没有设置的为空"),
    identityService: z.object({ issuer: z.string(), label: z.string() }).nullable().describe("统一身份认证；没有设置的为空"),
    publicUrl: z.string().nullable().describe("邮件里的链接用的地址；没有设置的为空"),
  })
  .meta({ id: "SystemState" });

const name = z.string().regex(/^\d{8}T\d{6}\.yangguang-backup$/, "应为备份的文件名");

export const systemRoutes = {
  readSystemState: defineRoute({
    id: "read-system-state",
    method: "GET",
    path: "/system/state",
    summary: "系统状态：数据库、磁盘、自动任务的最近结果、备份及其试恢复",
    tag,
    right,
    reply: systemState,
  }),
  makeBackup: defineRoute({
    id: "make-backup",
    method: "POST",
    path: "/system/backups",
    summary: "现在备份一次（不含密钥文件），返回文件名和散列值",
    tag,
    right,
    body: z.object({}),
    reply: z.object({ name: z.string(), size: z.number(), sha256: z.string(), rows: z.int() }),
  }),
  downloadBackup: defineRoute({
    id: "download-backup",
    method: "GET",
    path: "/system/backups/:name",
    summary: "下载一份备份",
    tag,
    right,
    params: z.object({ name }),
    file: { mediaType: "application/gzip" },
  }),
} as const;
