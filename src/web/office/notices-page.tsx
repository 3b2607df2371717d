import { Button, Card } from "antd";
import { listExportRoutes } from "../../api/list-exports.js";
import { noticeRoutes } from "../../api/notices.js";
import { Answer } from "./answer.js";
import { addressOf } from "./call.js";
import { PageTurner, useListPages } from "./list-pages.js";
import { markRead, NoticeList } from "./notice-bell.js";
import { PageHead } from "./page-head.js";
import { useCall } from "./use-call.js";

/** Everything one was told in the last ninety days. */
export function NoticesPage() {
  const pages = useListPages();
  const notices = useCall(noticeRoutes.listNotices, { query: pages.asked });
  return (
    <>
      <PageHead
        title="提醒"
        lead="到期、逾期、新收、分办、退回、待审核；保留九十天。系统设置了邮件、账号填了电子邮箱的，也用邮件告诉，邮件里只有编号和链接。"
        actions={
          <>
            <Button href={addressOf(listExportRoutes.exportNotices)}>导出</Button>
            <Button onClick={() => void markRead(null)}>全部标为已读</Button>
          </>
        }
      />
      <Answer of={notices}>
        {({ items, next }) => (
          <Card style={{ maxInlineSize: 760 }}>
            <NoticeList notices={items} />
            <PageTurner pages={pages} next={next} />
          </Card>
        )}
      </Answer>
    </>
  );
}
