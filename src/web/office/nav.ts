import type { Right } from "../../api/rights.js";
import type { OfficeRole } from "../../register/office-role.js";
import { mayDo, type Session } from "./session.js";

export interface Place {
  readonly path: string;
  readonly label: string;
  /** Shown to whoever has one of these. */
  readonly rights: readonly Right[];
  /** The same whatever agency one works in, and there when there is none yet. */
  readonly isOfAll?: true;
}

/** The places of the office, in the order a day's work goes. A place nobody may enter is not shown. */
export const PLACES: readonly { readonly label: string; readonly places: readonly Place[] }[] = [
  {
    label: "依申请公开",
    places: [
      { path: "/today", label: "今日待办", rights: ["cases:read"] },
      { path: "/cases", label: "申请台账", rights: ["cases:read"] },
      { path: "/proceedings", label: "复议和诉讼", rights: ["cases:read"] },
      { path: "/submissions", label: "网上来件", rights: ["cases:read"] },
      { path: "/published-answers", label: "公开的答复", rights: ["cases:read"] },
    ],
  },
  {
    label: "主动公开",
    places: [
      { path: "/items", label: "信息", rights: ["items:read"] },
      { path: "/reviews", label: "待我审核", rights: ["items:review", "items:secrecy-review"] },
      { path: "/catalogue", label: "目录与期限", rights: ["items:read"] },
      { path: "/guide", label: "指南和制度", rights: ["items:read"] },
    ],
  },
  {
    label: "年度报告",
    places: [
      { path: "/reports", label: "年度报告", rights: ["reports:read"] },
      { path: "/counts", label: "每月数字", rights: ["figures:write"] },
      { path: "/figures", label: "统计分析", rights: ["reports:read"] },
    ],
  },
  {
    label: "管理",
    places: [
      { path: "/settings", label: "机关设置", rights: ["agency:configure"] },
      { path: "/publishing-settings", label: "主动公开设置", rights: ["agency:configure"] },
      { path: "/accounts", label: "账号和权限", rights: ["accounts:manage"], isOfAll: true },
      { path: "/audit", label: "审计日志", rights: ["audit:read"], isOfAll: true },
      { path: "/system", label: "系统", rights: ["system:manage"], isOfAll: true },
      { path: "/agencies", label: "机关", rights: ["system:manage"], isOfAll: true },
    ],
  },
];

type Who = Pick<Session, "posts" | "agencies" | "agencyId">;

/** The places somebody may enter where they work now, under their headings. */
export function placesOf(who: Who): { readonly label: string; readonly places: readonly Place[] }[] {
  const isOpen = ({ rights, isOfAll }: Place) =>
    (isOfAll === true || who.agencyId !== "") && rights.some((right) => mayDo(who, right));
  return PLACES.map(({ label, places }) => ({ label, places: places.filter(isOpen) })).filter(({ places }) => places.length > 0);
}

/** The place a page belongs to, whoever may enter it. */
export function placeAt(pathname: string): Place | undefined {
  return PLACES.flatMap(({ places }) => places).find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
}

/** Where the work of somebody with this one role is, when it is not the first of the places. */
const FIRST: ReadonlyMap<OfficeRole, string> = new Map([
  ["secrecy-reviewer", "/reviews"],
  ["supervisor", "/figures"],
  ["system-administrator", "/system"],
]);

/** Where a day begins: where the work of the role is; for who makes the agencies, with the agencies while there is none. */
export function firstPlace(who: Who): string | null {
  const open = placesOf(who).flatMap(({ places }) => places);
  const roles = new Set(who.posts.map(({ role }) => role));
  const [role] = roles;
  if (who.agencies.length === 0 && roles.has("system-administrator")) return "/agencies";
  const own = roles.size === 1 && role !== undefined ? FIRST.get(role) : undefined;
  return open.find(({ path }) => path === own)?.path ?? open[0]?.path ?? null;
}
