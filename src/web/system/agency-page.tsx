import { Alert, Button, Card, Table } from "antd";
import { type ComponentType, useState } from "react";
import { Link, useParams } from "react-router";
import { agencyRoutes } from "../../api/agencies.js";
import { dayText, minuteText } from "../cases/day-text.js";
import { Told } from "../components/told.js";
import { Answer } from "../office/answer.js";
import { PageHead } from "../office/page-head.js";
import { useCall } from "../office/use-call.js";
import { type AgencyRow, StandingTag } from "./agencies-page.js";
import { type AgencyDialogProps, type AgencyView, MergeDialog, MoveDialog, RenameDialog, SplitDialog } from "./agency-dialogs.js";

/** One agency: what it is, what it was called, whom it carries on, and what may happen to it. */
export function AgencyPage() {
  const { id = "" } = useParams();
  const agency = useCall(agencyRoutes.view, { params: { changedId: id } });
  const agencies = useCall(agencyRoutes.list);
  return (
    <Answer of={agency}>
      {(one) => (
        <Answer of={agencies}>{({ items, today }) => <Whole key={one.id} agency={one} agencies={items} today={today} />}</Answer>
      )}
    </Answer>
  );
}

interface WholeProps {
  readonly agency: AgencyView;
  readonly agencies: readonly AgencyRow[];
  readonly today: string;
}

function Whole({ agency, agencies, today }: WholeProps) {
  const [said, setSaid] = useState<readonly string[]>([]);
  const parent = agencies.find(({ id }) => id === agency.parentId);
  return (
    <>
      <PageHead
        title={agency.name}
        lead={
          <>
            {agency.level.label}，{agency.kind.label} <StandingTag row={agency} />
          </>
        }
        actions={<Link to="/agencies">返回机关</Link>}
      />
      <div className="stack" style={{ maxInlineSize: 900 }}>
        {said.length > 0 && <Told key={said.join()} lines={said} close={() => setSaid([])} />}
        <Remaining agency={agency} />
        {agency.standing !== "ended" && <Acts {...{ agency, agencies, today, tell: setSaid }} />}
        <Card size="small" title="现在">
          <dl className="facts">
            <dt>编号</dt>
            <dd>{agency.id}</dd>
            <dt>上级</dt>
            <dd>
              {parent === undefined ? "没有" : <Link to={`/agencies/${encodeURIComponent(parent.id)}`}>{parent.name}</Link>}
            </dd>
            <dt>统一社会信用代码</dt>
            <dd>{agency.creditCode ?? "没有填写"}</dd>
            <dt>直接下级</dt>
            <dd>
              {agency.below.length === 0 && "没有"}
              {agency.below.map(({ id, name }) => (
                <div key={id}>
                  <Link to={`/agencies/${encodeURIComponent(id)}`}>{name}</Link>
                </div>
              ))}
            </dd>
            <dt>有角色的账号</dt>
            <dd>{agency.people} 个</dd>
            <dt>没有办完的申请</dt>
            <dd>{agency.openCases} 件</dd>
          </dl>
        </Card>
        <Past agency={agency} />
      </div>
    </>
  );
}

/** An agency that has ended and still has cases to answer: who does it, and how. */
function Remaining({ agency: { standing, successor, openCases } }: { readonly agency: AgencyView }) {
  if (standing !== "ended" || openCases === 0) return null;
  const by = successor === null ? "继续行使其职权的机关" : successor.name;
  return (
    <Alert
      type="warning"
      showIcon
      title={`还有 ${openCases} 件申请没有办完，由${by}办理。请安全管理员给${by}的人加上这个机关的角色，他们在页面上方选这个机关。`}
    />
  );
}

type Opened = "rename" | "move" | "merge" | "split";

const ACTS: readonly { readonly id: Opened; readonly label: string; readonly Window: ComponentType<AgencyDialogProps> }[] = [
  { id: "rename", label: "更名……", Window: RenameDialog },
  { id: "move", label: "调整隶属关系……", Window: MoveDialog },
  { id: "merge", label: "并入其他机关……", Window: MergeDialog },
  { id: "split", label: "分立……", Window: SplitDialog },
];

function Acts({ tell, ...about }: WholeProps & Pick<AgencyDialogProps, "tell">) {
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <div className="page-actions">
      {ACTS.map(({ id, label }) => (
        <Button key={id} onClick={() => setOpened(id)}>
          {label}
        </Button>
      ))}
      {ACTS.filter(({ id }) => id === opened).map(({ id, Window }) => (
        <Window key={id} {...about} tell={tell} close={() => setOpened(null)} />
      ))}
    </div>
  );
}

type Dated = AgencyView["names"][number];

function Past({ agency }: { readonly agency: AgencyView }) {
  const { names, parents, creditCodes, predecessors, changes } = agency;
  return (
    <Card size="small" title="历年">
      <div className="stack">
        <DatedTable head="名称" rows={names} />
        <DatedTable head="上级" rows={parents} />
        {creditCodes.length > 1 && <DatedTable head="统一社会信用代码" rows={creditCodes} />}
        {predecessors.length > 0 && (
          <p style={{ margin: 0 }}>
            承继了：
            {predecessors.map(({ id, name, from }) => (
              <span key={id}>
                <Link to={`/agencies/${encodeURIComponent(id)}`}>{name}</Link>（{dayText(from)}起）　
              </span>
            ))}
          </p>
        )}
        <Table<AgencyView["changes"][number]>
          rowKey="version"
          size="small"
          pagination={false}
          dataSource={[...changes]}
          scroll={{ x: 560 }}
          columns={[
            { title: "记录时间", width: 170, render: (_, { recordedAt }) => minuteText(recordedAt) },
            { title: "记录人", width: 130, render: (_, { recordedBy }) => recordedBy },
            { title: "依据", render: (_, { reason }) => reason ?? "" },
          ]}
        />
      </div>
    </Card>
  );
}

function DatedTable({ head, rows }: { readonly head: string; readonly rows: readonly Dated[] }) {
  return (
    <Table<Dated>
      rowKey="from"
      size="small"
      pagination={false}
      dataSource={[...rows]}
      scroll={{ x: 560 }}
      columns={[
        { title: head, render: (_, { value }) => value },
        { title: "起", width: 150, render: (_, { from }) => dayText(from) },
        { title: "止（当日已不是）", width: 170, render: (_, { until }) => (until === null ? "" : dayText(until)) },
      ]}
    />
  );
}
