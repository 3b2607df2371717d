import { Button, Dropdown, Tabs, Tag } from "antd";
import { useParams, useSearchParams } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { dayText, minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { ComparisonTab } from "./comparison-tab.js";
import { FactsTab } from "./facts-tab.js";
import { FindingsTab } from "./findings-tab.js";
import { formName } from "./form-name.js";
import { NarrativeTab } from "./narrative-tab.js";
import { OpeningTab } from "./opening-tab.js";
import { PromisesTab } from "./promises-tab.js";
import { ReleaseTab } from "./release-tab.js";
import { TablesTab } from "./tables-tab.js";

export type LiveReport = ReplyOf<typeof reportRoutes.readReport>;

const DRAFT_FORMS = ["docx", "pdf", "html", "xlsx", "txt"] as const;

/** A year's report: the tables live, the words, what the checks say, where it opens from, and its editions. */
export function ReportPage() {
  const { agencyId } = useSession();
  const year = Number(useParams().year);
  const report = useCall(reportRoutes.readReport, { params: { agencyId, year } });
  return <Answer of={report}>{(live) => <WholeReport key={`${agencyId}-${year}`} live={live} />}</Answer>;
}

function WholeReport({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const [search, setSearch] = useSearchParams();
  const { year, state, isOver, until, asOf, deadline } = live;
  const tabs = [
    { key: "tables", label: "三张表", children: <TablesTab live={live} /> },
    { key: "narrative", label: counted("文字", state.toWrite, "处待写"), children: <NarrativeTab live={live} /> },
    { key: "findings", label: counted("检查", state.unanswered, "项待处理"), children: <FindingsTab live={live} /> },
    { key: "opening", label: counted("开账", state.unexplained, "处待说明"), children: <OpeningTab live={live} /> },
    { key: "promises", label: "上年承诺", children: <PromisesTab live={live} /> },
    { key: "facts", label: "填报的事实", children: <FactsTab live={live} /> },
    { key: "comparison", label: "与往年比较", children: <ComparisonTab live={live} /> },
    { key: "release", label: "定稿和发布", children: <ReleaseTab live={live} /> },
  ];
  return (
    <>
      <PageHead
        title={`${year}年政府信息公开工作年度报告`}
        lead={
          <>
            {isOver ? "年度已经结束" : `统计到${dayText(until)}，假如年度今天结束`}；数字查于 {minuteText(asOf)}
            {deadline !== null && `；应于${dayText(deadline)}前公布`}　{live.isGovernment && <Tag>汇总所属各机关</Tag>}
          </>
        }
        actions={
          <Dropdown
            trigger={["click"]}
            menu={{
              items: DRAFT_FORMS.map((format) => ({
                key: format,
                label: (
                  <a href={addressOf(reportRoutes.readDraftFile, { params: { agencyId, year, format } })} download>
                    {formName(format)}
                  </a>
                ),
              })),
            }}
          >
            <Button>下载草稿</Button>
          </Dropdown>
        }
      />
      <Tabs activeKey={search.get("tab") ?? "tables"} onChange={(tab) => setSearch({ tab })} items={tabs} destroyOnHidden />
    </>
  );
}

function counted(label: string, count: number, unit: string) {
  return count === 0 ? (
    label
  ) : (
    <>
      {label} <Tag color="warning">{`${count} ${unit}`}</Tag>
    </>
  );
}
