import { Button, Checkbox, Empty, Table, type TableColumnsType, Tag } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { agencyRoutes } from "../../api/agencies.js";
import type { ReplyOf } from "../../api/define-route.js";
import { dayText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { PageHead } from "../office/page-head.js";
import { useCall } from "../office/use-call.js";

export type AgencyRow = ReplyOf<typeof agencyRoutes.list>["items"][number];

interface TreeRow extends AgencyRow {
  readonly children?: readonly TreeRow[];
}

/** 机关: every agency there is or was, each below the one it belongs to. */
export function AgenciesPage() {
  const agencies = useCall(agencyRoutes.list);
  const [showsEnded, setShowsEnded] = useState(false);
  return (
    <>
      <PageHead
        title="机关"
        lead="每个机关有自己的台账、指南和年度报告。更名、撤并、分立写明从哪天起，以前的文书和报告仍是当时的名称。"
        actions={
          <Link to="/agencies/new">
            <Button type="primary">建立机关</Button>
          </Link>
        }
      />
      <Answer of={agencies}>
        {({ items }) => {
          const shown = items.filter(({ standing }) => showsEnded || standing !== "ended");
          return (
            <div className="stack">
              {items.some(({ standing }) => standing === "ended") && (
                <Checkbox checked={showsEnded} onChange={({ target }) => setShowsEnded(target.checked)}>
                  也显示已经撤并的
                </Checkbox>
              )}
              <Table<TreeRow>
                // Opened anew when other rows come, so that nobody has to look for what is below.
                key={shown.map(({ id }) => id).join()}
                rowKey="id"
                size="middle"
                columns={COLUMNS}
                dataSource={[...treeOf(shown)]}
                expandable={{ defaultExpandAllRows: true }}
                pagination={false}
                scroll={{ x: 820 }}
                locale={{ emptyText: <Nothing /> }}
              />
            </div>
          );
        }}
      </Answer>
    </>
  );
}

function Nothing() {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description="还没有机关。先建立本级政府，再建立它的部门；然后由安全管理员给各机关的人建立账号。"
    />
  );
}

/** The rows, each below its parent; one whose parent is not shown stands by itself. */
function treeOf(rows: readonly AgencyRow[]): readonly TreeRow[] {
  const ids = new Set(rows.map(({ id }) => id));
  const childrenOf = (parentId: string | null, above: ReadonlySet<string>): TreeRow[] =>
    rows
      .filter((row) => (parentId === null ? row.parentId === null || !ids.has(row.parentId) : row.parentId === parentId))
      .filter(({ id }) => !above.has(id))
      .map((row) => {
        const children = childrenOf(row.id, new Set([...above, row.id]));
        return children.length === 0 ? row : { ...row, children };
      });
  return childrenOf(null, new Set());
}

const COLUMNS: TableColumnsType<TreeRow> = [
  {
    title: "机关",
    render: (_, row) => (
      <>
        <Link to={`/agencies/${encodeURIComponent(row.id)}`}>{row.name}</Link> <StandingTag row={row} />
      </>
    ),
  },
  { title: "级别", width: 90, render: (_, { level }) => level.label },
  { title: "类别", width: 230, render: (_, { kind }) => kind.label },
  { title: "编号", width: 130, render: (_, { id }) => id },
  {
    title: "在办申请",
    width: 100,
    align: "right",
    render: (_, { openCases }) => (openCases === 0 ? "" : `${openCases} 件`),
  },
];

/** What is remarkable about whether it exists; nothing for one that simply does. */
export function StandingTag({ row: { standing, successor } }: { readonly row: AgencyRow }) {
  if (standing === "later") return <Tag color="processing">将来成立</Tag>;
  if (standing === "ended") return <Tag>{successor === null ? "已经撤销" : `已由${successor.name}承继`}</Tag>;
  if (successor === null) return null;
  return <Tag color="warning">{`${dayText(successor.from)}起由${successor.name}承继`}</Tag>;
}
