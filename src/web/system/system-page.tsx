import { Alert, App, Button, Card, Progress, Table, Tag } from "antd";
import type { ReplyOf } from "../../api/define-route.js";
import { systemRoutes } from "../../api/system.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { PageHead } from "../office/page-head.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { WebhookHostsCard } from "../publishing/webhook-hosts-card.js";
import { jobWords } from "./job-words.js";

type SystemState = ReplyOf<typeof systemRoutes.readSystemState>;
type JobState = SystemState["jobs"][number];
type Backup = SystemState["backups"][number];

const GIGABYTE = 2 ** 30;

/** How the machine is: database and disk, what the jobs did last, the backups and whether they can be restored. */
export function SystemPage() {
  const state = useCall(systemRoutes.readSystemState);
  return (
    <>
      <PageHead title="系统" lead="自动任务每晚备份，并把备份恢复到一个临时数据库里核对一遍，结果列在下面。" />
      <Answer of={state}>{(system) => <Whole system={system} />}</Answer>
    </>
  );
}

function Whole({ system }: { readonly system: SystemState }) {
  const { database, disk, jobs, backups } = system;
  return (
    <div className="stack">
      {jobs.some(isFailing) && <Alert type="error" showIcon title="有自动任务最近一次没有办成，请看下面的原因。" />}
      <Card size="small" title="数据库和磁盘">
        <dl className="facts">
          <dt>PostgreSQL</dt>
          <dd>{database.version}</dd>
          <dt>数据</dt>
          <dd>{gigabytes(database.bytes)}</dd>
          <dt>表结构</dt>
          <dd>{database.migration}</dd>
          {disk !== null && (
            <>
              <dt>磁盘</dt>
              <dd style={{ maxInlineSize: 420 }}>
                <Progress
                  percent={Math.round((100 * (disk.totalBytes - disk.freeBytes)) / disk.totalBytes)}
                  format={() => `剩余 ${gigabytes(disk.freeBytes)}`}
                  size="small"
                />
              </dd>
            </>
          )}
        </dl>
      </Card>
      <Backups backups={backups} />
      <Connections {...system} />
      <WebhookHostsCard />
      <Card size="small" title="自动任务" extra={<span className="quiet">没有新的事要办时，不留记录。</span>}>
        <Table<JobState>
          rowKey="job"
          size="small"
          pagination={false}
          dataSource={[...jobs]}
          scroll={{ x: 760 }}
          columns={[
            { title: "任务", render: (_, { label }) => label },
            {
              title: "最近一次",
              width: 170,
              render: (_, { last }) => (last === null ? "没有记录" : minuteText(last.startedAt)),
            },
            { title: "结果", render: (_, job) => <JobResult job={job} /> },
          ]}
        />
      </Card>
    </div>
  );
}

/** What the configuration file connects the office to, and what its absence means. */
function Connections({ mail, identityService, publicUrl }: Pick<SystemState, "mail" | "identityService" | "publicUrl">) {
  return (
    <Card size="small" title="邮件和统一身份认证" extra={<span className="quiet">在配置文件里设置，重新启动后生效。</span>}>
      <dl className="facts">
        <dt>邮件</dt>
        <dd>
          {mail === null
            ? "没有设置，提醒只在系统里看到。"
            : `${mail.from}，经 ${mail.host}:${mail.port}；${mail.quietFrom} 至 ${mail.quietUntil} 不发。`}
        </dd>
        <dt>统一身份认证</dt>
        <dd>
          {identityService === null ? "没有设置，用本系统的账号登录。" : `${identityService.label}（${identityService.issuer}）`}
        </dd>
        <dt>网址</dt>
        <dd>{publicUrl ?? (mail === null ? "没有设置。" : "没有设置，邮件里的链接是本机的监听地址，别的电脑可能打不开。")}</dd>
      </dl>
    </Card>
  );
}

/** The last run failed; an old failure that was followed by a success is none. */
function isFailing({ last }: JobState): boolean {
  return last !== null && !last.isDone;
}

function JobResult({ job }: { readonly job: JobState }) {
  const { last } = job;
  if (last === null) return null;
  const words = jobWords(job.job, last.detail);
  return (
    <>
      <Tag color={last.isDone ? "success" : "error"}>{last.isDone ? "完成" : "没有办成"}</Tag>
      <span className="quiet">{`${words === "" ? "" : `${words}；`}用时 ${(last.milliseconds / 1000).toFixed(1)} 秒`}</span>
    </>
  );
}

function Backups({ backups }: { readonly backups: readonly Backup[] }) {
  const { message } = App.useApp();
  const { failure, isSending, send } = useSending();
  const make = () =>
    send(async () => {
      const { rows } = await call(systemRoutes.makeBackup, { body: {} });
      await forget(systemRoutes.readSystemState);
      void message.success(`备份好了，共 ${rows} 行。密钥文件不在备份里，请另外保管。`);
    });
  return (
    <Card
      size="small"
      title="备份"
      extra={
        <Button size="small" loading={isSending} onClick={make}>
          现在备份
        </Button>
      }
    >
      {failure !== null && <FailureNote failure={failure} />}
      <Table<Backup>
        rowKey="name"
        size="small"
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        dataSource={[...backups]}
        locale={{ emptyText: "还没有备份。" }}
        columns={[
          {
            title: "文件",
            render: (_, { name }) => (
              <a href={addressOf(systemRoutes.downloadBackup, { params: { name } })} download={name}>
                {name}
              </a>
            ),
          },
          { title: "时间", width: 170, render: (_, { madeAt }) => minuteText(madeAt) },
          { title: "大小", width: 110, render: (_, { size }) => gigabytes(size) },
        ]}
      />
    </Card>
  );
}

function gigabytes(bytes: number): string {
  return bytes < GIGABYTE ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / GIGABYTE).toFixed(1)} GB`;
}
