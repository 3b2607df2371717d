import { z } from "zod";
import { AGENCY_KINDS, AGENCY_LEVELS } from "../register/agency.js";
import { day, line } from "../register/input-fields.js";
import { knownId, LABELLED } from "./case-parts.js";
import { defineRoute } from "./define-route.js";

const tag = "机关";
const right = "system:manage";

const PARAMS = z.object({ changedId: knownId });

const ROW = z.object({
  id: z.string(),
  name: z.string(),
  kind: LABELLED,
  level: LABELLED,
  parentId: z.string().nullable(),
  creditCode: z.string().nullable(),
  standing: z.enum(["living", "later", "ended"]).describe("现有、将来成立、已经撤并"),
  successor: z.object({ id: z.string(), name: z.string(), from: z.string() }).nullable(),
  openCases: z.int().describe("没有办完的申请"),
  version: z.int(),
});

const DATED = z.array(z.object({ value: z.string(), from: z.string(), until: z.string().nullable() }));
const NAMED = z.object({ id: z.string(), name: z.string() });

const VIEW = ROW.extend({
  names: DATED,
  creditCodes: DATED,
  parents: DATED,
  predecessors: z.array(NAMED.extend({ from: z.string() })),
  below: z.array(NAMED),
  people: z.int().describe("在这个机关有角色的账号"),
  changes: z.array(z.object({ version: z.int(), recordedAt: z.string(), recordedBy: z.string(), reason: z.string().nullable() })),
}).meta({ id: "Agency" });

const NEW = {
  id: z.string().trim().min(1).max(40).meta({ title: "编号" }),
  kind: z.enum(AGENCY_KINDS).meta({ title: "类别" }),
  level: z.enum(AGENCY_LEVELS).meta({ title: "级别" }),
  name: line.meta({ title: "机关全称" }),
  creditCode: z.string().trim().length(18).optional().meta({ title: "统一社会信用代码" }),
};

const ACT = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("rename"),
    name: line.meta({ title: "新名称" }),
    creditCode: z.string().trim().length(18).nullable().default(null).meta({ title: "统一社会信用代码" }),
  }),
  z.object({ kind: z.literal("move"), parentId: knownId.nullable().meta({ title: "新的上级" }) }),
  z.object({ kind: z.literal("merge"), into: knownId.meta({ title: "并入的机关" }) }),
  z.object({
    kind: z.literal("split"),
    parts: z.array(z.object(NEW)).min(1).max(20).meta({ title: "分立出的机关" }),
    successorId: z.string().nullable().describe("由其中哪一个承继；null：原机关继续存在"),
  }),
]);

/** The agencies of the installation, over the years. */
export const agencyRoutes = {
  list: defineRoute({
    id: "list-agencies",
    method: "GET",
    path: "/system/agencies",
    summary: "全部机关：现有的、将来成立的、已经撤并的",
    tag,
    right,
    reply: z.object({ today: z.string(), items: z.array(ROW) }),
  }),
  view: defineRoute({
    id: "view-agency",
    method: "GET",
    path: "/system/agencies/:changedId",
    summary: "一个机关：历年名称、上级、承继关系和每次变更",
    tag,
    right,
    params: PARAMS,
    reply: VIEW,
  }),
  add: defineRoute({
    id: "add-agency",
    method: "POST",
    path: "/system/agencies",
    summary: "建立机关；编号以后不能改",
    tag,
    right,
    body: z.object({ ...NEW, parentId: knownId.nullable().meta({ title: "上级" }), from: day.meta({ title: "从哪天起" }) }),
    reply: VIEW,
  }),
  change: defineRoute({
    id: "change-agency",
    method: "POST",
    path: "/system/agencies/:changedId/changes",
    summary: "机关变更，自某日起：更名、调整隶属关系、并入其他机关、分立",
    tag,
    right,
    params: PARAMS,
    body: z.object({
      version: z.int().min(1),
      on: day.meta({ title: "自哪天起" }),
      act: ACT,
      reason: line.meta({ title: "依据" }),
    }),
    reply: VIEW,
  }),
} as const;
