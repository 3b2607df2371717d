import { Button, Card, Form, Input, InputNumber, Space } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { LiveReport } from "./report-page.js";

type Facts = ReplyOf<typeof reportRoutes.readYearFacts>;
type Counts = Facts["published"];

/** What the register cannot count: trainings, proposals, items by column and channel. A blank stays blank and is not printed as zero. */
export function FactsTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const facts = useCall(reportRoutes.readYearFacts, { params: { agencyId, year: live.year } });
  return <Answer of={facts}>{(reply) => <FactsForm key={reply.version} year={live.year} facts={reply} />}</Answer>;
}

function FactsForm({ year, facts }: { readonly year: number; readonly facts: Facts }) {
  const { agencyId } = useSession();
  const may = useMay();
  const { failure, isSending, send } = useSending();
  const [trainings, setTrainings] = useState<Partial<NonNullable<Facts["trainings"]>>>(facts.trainings ?? {});
  const [congress, setCongress] = useState<Partial<NonNullable<Facts["proposals"]>["congress"]>>(facts.proposals?.congress ?? {});
  const [conference, setConference] = useState<Partial<NonNullable<Facts["proposals"]>["conference"]>>(
    facts.proposals?.conference ?? {},
  );
  const [published, setPublished] = useState<Counts>(facts.published);
  const [channels, setChannels] = useState<Counts>(facts.channels);
  const save = () =>
    send(async () => {
      const whole = <Value extends object>(value: Partial<Value>, keys: readonly (keyof Value)[]): Value | null =>
        keys.every((key) => typeof value[key] === "number") ? (value as Value) : null; // every key is there
      const of = (counts: typeof congress) =>
        whole<NonNullable<Facts["proposals"]>["congress"]>(counts, ["handled", "satisfied"]);
      const both = { congress: of(congress), conference: of(conference) };
      await call(reportRoutes.writeYearFacts, {
        params: { agencyId, year },
        body: {
          version: facts.version,
          trainings: whole<NonNullable<Facts["trainings"]>>(trainings, ["held", "people"]),
          proposals:
            both.congress !== null && both.conference !== null ? { congress: both.congress, conference: both.conference } : null,
          published,
          channels,
        },
      });
      await forget(reportRoutes.readYearFacts, reportRoutes.readReportNarrative, reportRoutes.readReport);
    });
  return (
    <div className="beside">
      <Form layout="vertical" className="stack" disabled={!may("reports:write")}>
        <Card size="small" title="培训">
          <Space size={24}>
            <Count label="举办次数" value={trainings.held} change={(held) => setTrainings(defined({ ...trainings, held }))} />
            <Count
              label="参加人次"
              value={trainings.people}
              change={(people) => setTrainings(defined({ ...trainings, people }))}
            />
          </Space>
        </Card>
        <Card size="small" title="建议和提案">
          <Space size={24} wrap>
            <Count
              label="人大代表建议办理件数"
              value={congress.handled}
              change={(handled) => setCongress(defined({ ...congress, handled }))}
            />
            <Count
              label="其中代表满意"
              value={congress.satisfied}
              change={(satisfied) => setCongress(defined({ ...congress, satisfied }))}
            />
            <Count
              label="政协提案办理件数"
              value={conference.handled}
              change={(handled) => setConference(defined({ ...conference, handled }))}
            />
            <Count
              label="其中委员满意"
              value={conference.satisfied}
              change={(satisfied) => setConference(defined({ ...conference, satisfied }))}
            />
          </Space>
        </Card>
        <CountList title="各栏目公开的信息条数" example="法定主动公开内容" counts={published} change={setPublished} />
        <CountList title="各渠道公开的信息条数" example="微信公众号" counts={channels} change={setChannels} />
        {failure !== null && <FailureNote failure={failure} />}
        <Button type="primary" loading={isSending} onClick={save} style={{ alignSelf: "start" }}>
          保存
        </Button>
      </Form>
      <Card size="small" title="台账数出的">
        <dl className="facts">
          <dt>收到申请</dt>
          <dd>{facts.requests.letters} 封</dd>
          {facts.requests.byChannel.map(({ channel, label, pieces }) => (
            <div key={channel} style={{ display: "contents" }}>
              <dt>{label}</dt>
              <dd>{pieces} 件</dd>
            </div>
          ))}
          <dt>平均办理</dt>
          <dd>{facts.requests.meanWorkingDays === null ? "—" : `${facts.requests.meanWorkingDays.toFixed(1)} 个工作日`}</dd>
          <dt>延期答复</dt>
          <dd>{facts.requests.extended} 件</dd>
          <dt>信息处理费</dt>
          <dd>
            通知 {facts.fees.notices} 件，缴纳 {facts.fees.paid} 件、{facts.fees.paidYuan} 元
          </dd>
        </dl>
      </Card>
    </div>
  );
}

function Count({
  label,
  value,
  change,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly change: (value: number | undefined) => void;
}) {
  return (
    <Form.Item label={label} style={{ marginBlockEnd: 0 }}>
      <InputNumber min={0} precision={0} value={value ?? null} onChange={(number) => change(number ?? undefined)} />
    </Form.Item>
  );
}

interface CountListProps {
  readonly title: string;
  readonly example: string;
  readonly counts: Counts;
  readonly change: (counts: Counts) => void;
}

function CountList({ title, example, counts, change }: CountListProps) {
  const rows = counts ?? [];
  const set = (at: number, row: { name: string; items: number }) => change(rows.map((one, place) => (place === at ? row : one)));
  return (
    <Card size="small" title={title}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row that is being typed has no other name
        <Space key={at} style={{ display: "flex", marginBlockEnd: 8 }}>
          <Input
            aria-label="名称"
            value={row.name}
            placeholder={example}
            onChange={({ target }) => set(at, { ...row, name: target.value })}
          />
          <InputNumber
            aria-label="条数"
            min={0}
            precision={0}
            value={row.items}
            onChange={(items) => set(at, { ...row, items: items ?? 0 })}
          />
          <Button onClick={() => change(rows.length === 1 ? null : rows.filter((_, place) => place !== at))}>删除</Button>
        </Space>
      ))}
      <Button type="dashed" onClick={() => change([...rows, { name: "", items: 0 }])}>
        加一行
      </Button>
    </Card>
  );
}

/** Without the keys that hold nothing. */
function defined<Value extends object>(value: { [Key in keyof Value]: Value[Key] | undefined }): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<Value>; // the same keys, fewer of them
}
