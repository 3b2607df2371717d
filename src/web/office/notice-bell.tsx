import { BellOutlined } from "@ant-design/icons";
import { Badge, Button, Empty, Popover } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import { noticeRoutes } from "../../api/notices.js";
import { dayText, minuteText } from "../cases/day-text.js";
import { Answer } from "./answer.js";
import { call } from "./call.js";
import { EVERY_AGENCY, useSession } from "./session.js";
import { forget, useCall } from "./use-call.js";

export type Notice = ReplyOf<typeof noticeRoutes.listNotices>["items"][number];

const SHOWN = 8;

/** 提醒: how much is new, and the last of it; the rest is on a page of its own. */
export function NoticeBell() {
  const [isOpen, setOpen] = useState(false);
  const notices = useCall(noticeRoutes.listNotices, { query: { limit: SHOWN } });
  const unread = notices.data?.unread ?? 0;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (open) void forget(noticeRoutes.listNotices);
      }}
      title={
        <div style={{ display: "flex", justifyContent: "space-between", gap: 24 }}>
          <span>提醒</span>
          {unread > 0 && (
            <Button type="link" size="small" onClick={() => void markRead(null)}>
              全部标为已读
            </Button>
          )}
        </div>
      }
      content={
        <div style={{ inlineSize: 340, maxBlockSize: 440, overflow: "auto" }}>
          <Answer of={notices}>{({ items }) => <NoticeList notices={items} followed={() => setOpen(false)} />}</Answer>
          <Link to="/notices" onClick={() => setOpen(false)}>
            全部提醒
          </Link>
        </div>
      }
    >
      <Button
        type="text"
        aria-label={unread === 0 ? "提醒" : `提醒，${unread} 条未读`}
        icon={
          <Badge count={unread} size="small" overflowCount={99}>
            <BellOutlined style={{ fontSize: 18 }} />
          </Badge>
        }
      />
    </Popover>
  );
}

interface NoticeListProps {
  readonly notices: readonly Notice[];
  readonly followed?: () => void;
}

/** Notices one below the other; following one marks it as read and goes to its agency. */
export function NoticeList({ notices, followed }: NoticeListProps) {
  const { agencies, agencyId, chooseAgency } = useSession();
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  if (notices.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有提醒。" />;
  return (
    <ul className="notices">
      {notices.map((notice) => (
        <li key={notice.id} className={notice.isRead ? "quiet" : undefined}>
          <Link
            to={notice.path}
            onClick={() => {
              if (notice.agencyId !== EVERY_AGENCY && notice.agencyId !== agencyId) chooseAgency(notice.agencyId);
              if (!notice.isRead) void markRead([notice.id]);
              followed?.();
            }}
          >
            {notice.label}
            {notice.number !== "" && `　${notice.number}`}
          </Link>
          <div className="quiet">
            {notice.dueOn !== null && `期限 ${dayText(notice.dueOn)}，`}
            {agencies.length > 1 && names.has(notice.agencyId) && `${names.get(notice.agencyId)}，`}
            {minuteText(notice.madeAt)}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Marks notices as read, or all of them. */
export async function markRead(ids: readonly number[] | null): Promise<void> {
  await call(noticeRoutes.readNotices, { body: { ids: ids === null ? null : [...ids] } });
  await forget(noticeRoutes.listNotices);
}
