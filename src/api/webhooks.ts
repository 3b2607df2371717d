import { z } from "zod";
import { defineRoute } from "./define-route.js";
import { pageOf, pageQuery } from "./paging.js";

const id = z.string().trim().min(1).max(200);
const agency = z.object({ agencyId: id });
const hook = agency.extend({ hookId: id });
const url = z.string().trim().min(1).max(2000);
const tag = "推送";
const right = "agency:configure";
const secret = z.string().describe("签名密钥；只在这里给出一次");

const webhook = z.object({
  id: z.string(),
  url: z.string(),
  isActive: z.boolean(),
  isHostAllowed: z.boolean().describe("主机是否在系统允许推送的主机之列；不在的不推送"),
  secretSince: z.string().nullable().describe("现在的密钥从何时起使用；没有密钥的不推送"),
  changeoverUntil: z.string().nullable().describe("更换密钥后，原密钥同时签名到何时"),
  open: z.int().describe("还没有送达的消息数，最多数到 1000"),
});

const host = z.object({
  host: z.string().trim().min(1).max(253),
  mayBePrivate: z.boolean().default(false).describe("在本单位内部网络里；不写明的，指向内部地址就不推送"),
});

export const delivery = z.object({
  id: z.string(),
  recordedAt: z.string(),
  event: z.string(),
  title: z.string(),
  standing: z.enum(["delivered", "waiting", "retrying", "given-up"]),
  attempts: z.array(z.object({ attempt: z.int(), at: z.string(), isDone: z.boolean(), detail: z.string() })).readonly(),
  nextAt: z.string().nullable().describe("下一次自动重试的时间"),
});

/** Which other systems are told what an agency publishes, and what became of it. */
export const webhookRoutes = {
  "list-webhooks": defineRoute({
    ...{ id: "list-webhooks", method: "GET", path: "/agencies/:agencyId/webhooks", right, tag },
    summary: "推送地址，以及系统允许推送的主机",
    params: agency,
    reply: z.object({ hooks: z.array(webhook), hosts: z.array(host) }),
  }),
  "add-webhook": defineRoute({
    ...{ id: "add-webhook", method: "POST", path: "/agencies/:agencyId/webhooks", right, tag },
    summary: "登记推送地址；签名密钥只在答复里给出这一次",
    params: agency,
    body: z.object({ url }),
    reply: z.object({ id: z.string(), secret }),
  }),
  "change-webhook": defineRoute({
    ...{ id: "change-webhook", method: "PUT", path: "/agencies/:agencyId/webhooks/:hookId", right, tag },
    summary: "修改推送地址，停用或者启用",
    params: hook,
    body: z.object({ url, isActive: z.boolean() }),
  }),
  "remove-webhook": defineRoute({
    ...{ id: "remove-webhook", method: "DELETE", path: "/agencies/:agencyId/webhooks/:hookId", right, tag },
    summary: "取消推送地址；推送过的记录保留",
    params: hook,
  }),
  "renew-webhook-secret": defineRoute({
    ...{ id: "renew-webhook-secret", method: "POST", path: "/agencies/:agencyId/webhooks/:hookId/secret", right, tag },
    summary: "更换签名密钥；原密钥在 24 小时内同时签名",
    params: hook,
    body: z.object({}),
    reply: z.object({ secret }),
  }),
  "try-webhook": defineRoute({
    ...{ id: "try-webhook", method: "POST", path: "/agencies/:agencyId/webhooks/:hookId/trial", right, tag },
    summary: "推送一条试验消息（event 为 trial），看对方怎样回答",
    params: hook,
    body: z.object({}),
    reply: z.object({ isDone: z.boolean(), detail: z.string() }),
  }),
  "list-deliveries": defineRoute({
    ...{ id: "list-deliveries", method: "GET", path: "/agencies/:agencyId/webhooks/:hookId/deliveries", right, tag },
    summary: "推送记录：每条消息的每一次尝试，最近的在前",
    params: hook,
    query: pageQuery,
    reply: pageOf(delivery),
  }),
  "retry-delivery": defineRoute({
    ...{ id: "retry-delivery", method: "POST", right, tag },
    path: "/agencies/:agencyId/webhooks/:hookId/deliveries/:messageId/retry",
    summary: "现在就重新推送一条没有送达的消息",
    params: hook.extend({ messageId: id }),
    body: z.object({}),
    reply: delivery,
  }),
  "read-webhook-hosts": defineRoute({
    ...{ id: "read-webhook-hosts", method: "GET", path: "/system/webhook-hosts", right: "system:manage", tag },
    summary: "允许推送的主机",
    reply: z.object({ version: z.int(), hosts: z.array(host) }),
  }),
  "write-webhook-hosts": defineRoute({
    ...{ id: "write-webhook-hosts", method: "PUT", path: "/system/webhook-hosts", right: "system:manage", tag },
    summary: "修改允许推送的主机；不在其中的一律不推送",
    body: z.object({ version: z.int().nonnegative(), hosts: z.array(host).max(200) }),
    reply: z.object({ version: z.int(), hosts: z.array(host) }),
  }),
} as const;
