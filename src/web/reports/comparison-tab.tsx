import { Alert, Card, Table } from "antd";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { Answer } from "../office/answer.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import type { LiveReport } from "./report-page.js";

type ComparedCell = ReplyOf<typeof reportRoutes.compareYears>["cells"][number];
const SOURCES = { draft: "草稿", edition: "定稿", paper: "文件" } as const;

/** （四）政府信息公开平台建设: stands in every report. */
const HEADING = /^[（(][一二三四五六七八九十]+[）)][^，。；]*$/;

const isChanged = ({ values }: ComparedCell): boolean => new Set(values).size > 1;

const figureText = (value: number | null | undefined): string =>
  value === null || value === undefined ? "—" : value.toLocaleString("en", { maximumFractionDigits: 4 });

/** What a figure gained or lost, with its sign; nothing where one of the two years has none. */
function changeText(now: number | null | undefined, before: number | null | undefined): string {
  if (typeof now !== "number" || typeof before !== "number") return "—";
  const change = now - before;
  return `${change > 0 ? "+" : change < 0 ? "−" : ""}${figureText(Math.abs(change))}`;
}

/** This year beside the years before: cells that moved, and sentences that stand word for word in last year's report. */
export function ComparisonTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const compared = useCall(reportRoutes.compareYears, { params: { agencyId, year: live.year } });
  return (
    <Answer of={compared}>
      {({ years, cells, sections }) => (
        <div className="stack">
          {sections
            .map((section) => ({ ...section, reused: section.reused.filter((sentence) => !HEADING.test(sentence)) }))
            .filter(({ reused }) => reused.length > 0)
            .map(({ heading, reused, sentences }) => (
              <Alert
                key={heading}
                type="warning"
                showIcon
                title={`“${heading}”有 ${reused.length} 句（共 ${sentences} 句）除数字以外与上年相同`}
                description={reused.slice(0, 5).map((sentence) => <div key={sentence}>{sentence}</div>)}
              />
            ))}
          {years.length < 2 ? (
            <Alert type="info" showIcon title="上年没有定稿，也没有导入的年报，没有可以比较的数字。" />
          ) : (
            <Card size="small" title={`有变化的格（${cells.filter(isChanged).length}）`}>
              <Table<ComparedCell>
                rowKey={({ table, row, column }) => `${table}/${row}/${column}`}
                size="small"
                pagination={{ pageSize: 50, hideOnSinglePage: true }}
                locale={{ emptyText: "各年的数字都相同。" }}
                dataSource={cells.filter(isChanged)}
                columns={[
                  { title: "格", render: (_, { where }) => where },
                  ...years.map(({ year, source }, at) => ({
                    title: `${year}（${SOURCES[source]}）`,
                    width: 130,
                    align: "right" as const,
                    render: (_: unknown, { values }: ComparedCell) => figureText(values[at]),
                  })),
                  {
                    title: "比上年",
                    width: 110,
                    align: "right" as const,
                    render: (_: unknown, { values: [now, before] }: ComparedCell) => changeText(now, before),
                  },
                ]}
              />
            </Card>
          )}
        </div>
      )}
    </Answer>
  );
}
