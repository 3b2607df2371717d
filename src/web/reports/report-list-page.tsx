import { Button, Table, Tag } from "antd";
import { Link } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import { listExportRoutes } from "../../api/list-exports.js";
import { reportRoutes } from "../../api/reports.js";
import { dayText, minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";

type ReportRow = ReplyOf<typeof reportRoutes.listReports>["reports"][number];

/** Every year with a report, and how far it is. */
export function ReportListPage() {
  const { agencyId } = useSession();
  const list = useCall(reportRoutes.listReports, { params: { agencyId } });
  return (
    <>
      <PageHead
        title="年度报告"
        lead="数字随时由台账查出，不用填表；年度结束后写好文字、看过检查，就可以定稿发布。"
        actions={<Button href={addressOf(listExportRoutes.exportReports, { params: { agencyId } })}>导出</Button>}
      />
      <Answer of={list}>
        {({ reports }) => (
          <Table<ReportRow>
            rowKey="year"
            size="middle"
            pagination={false}
            dataSource={[...reports]}
            columns={[
              { title: "年度", width: 120, render: (_, { year }) => <Link to={`/reports/${year}`}>{year}年</Link> },
              { title: "进度", render: (_, row) => <Progress row={row} /> },
              { title: "公布期限", render: (_, { deadline }) => dayText(deadline) },
              { title: "发布", render: (_, { releasedAt }) => (releasedAt === null ? "" : minuteText(releasedAt)) },
            ]}
          />
        )}
      </Answer>
    </>
  );
}

function Progress({ row: { isOver, editions, releasedAt } }: { readonly row: ReportRow }) {
  if (releasedAt !== null) return <Tag color="success">已发布{editions > 1 ? `（第 ${editions} 版）` : ""}</Tag>;
  if (editions > 0) return <Tag color="processing">已定稿，未发布</Tag>;
  return isOver ? <Tag color="warning">编制中</Tag> : <Tag>年度未结束，数字随时可看</Tag>;
}
