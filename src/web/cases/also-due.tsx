import { Fragment } from "react";
import { Link } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import type { deskRoutes } from "../../api/desk.js";
import { dayText } from "./day-text.js";

export type AlsoDueItem = ReplyOf<typeof deskRoutes.alsoDue>["items"][number];

/** One line of what waits besides requests, each with the way to where it is. Nothing where nothing does. */
export function AlsoDue({ items }: { readonly items: readonly AlsoDueItem[] }) {
  if (items.length === 0) return null;
  return (
    <nav aria-label="申请以外的待办">
      <span className="quiet">另有：</span>
      {items.map((item, at) => (
        <Fragment key={`${item.kind} ${item.only}`}>
          {at > 0 && <span className="quiet">　·　</span>}
          <Link to={pathOf(item)} style={{ whiteSpace: "nowrap" }}>
            {sentenceOf(item)}
          </Link>
        </Fragment>
      ))}
    </nav>
  );
}

function sentenceOf({ kind, count, first, isLate, only }: AlsoDueItem): string {
  const day = first === null ? "" : `（${isLate ? "已逾期，" : ""}${count > 1 ? "最早" : ""}${dayText(first)}）`;
  switch (kind) {
    case "reconsideration":
      return `${count} 件复议待答复${day}`;
    case "litigation":
      return `${count} 件诉讼待答辩${day}`;
    case "review":
      return `${count} 篇稿件待我审核`;
    case "publish":
      return `${count} 篇信息公开期限临近或者已过${day}`;
    case "interpret":
      return `${count} 篇文件公开后待解读${day}`;
    case "reassess":
      return `${count} 篇不公开的信息待再次评估${day}`;
    case "report":
      return `${only ?? ""}年度报告${first === null ? "" : isLate ? `应于${dayText(first)}前公布，已逾期` : `${dayText(first)}前公布`}`;
    default:
      return kind satisfies never;
  }
}

function pathOf({ kind, only }: AlsoDueItem): string {
  switch (kind) {
    case "reconsideration":
    case "litigation":
      return only === null ? `/proceedings?kind=${kind}` : `/proceedings/${encodeURIComponent(only)}`;
    case "review":
      return "/reviews";
    case "publish":
    case "interpret":
    case "reassess":
      return `/items?due=${kind}`;
    case "report":
      return `/reports/${only ?? ""}`;
    default:
      return kind satisfies never;
  }
}
