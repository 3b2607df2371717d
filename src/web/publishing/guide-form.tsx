import { Alert, Button, Card, Form, Input, Switch, Tag } from "antd";
import { useMemo } from "react";
import type { BodyOf, ReplyOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { CHANNEL_LABELS, CHANNELS, type Channel } from "../../register/info-request.js";
import { guideGaps } from "../../register/publishing/guide.js";
import { minuteText } from "../cases/day-text.js";
import { useKeptDraft } from "../cases/kept-draft.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { ReadingPlaces } from "./reading-places.js";

type GuideReply = ReplyOf<(typeof publishingRoutes)["read-guide"]>;
export type Guide = BodyOf<(typeof publishingRoutes)["write-guide"]>["guide"];
type OfficeField = keyof Guide["office"];
type TextField = "classification" | "arrangement" | "obtaining" | "procedure" | "fees" | "supervision";

const OFFICE_FIELDS: readonly (readonly [OfficeField, string, string])[] = [
  ["name", "机构名称", "政府信息公开工作机构（条例第四条）"],
  ["address", "办公地址", ""],
  ["hours", "办公时间", "如：工作日 8:30—12:00，14:00—17:30"],
  ["phone", "联系电话", ""],
  ["fax", "传真号码", "没有传真的写“无”"],
  ["online", "互联网联系方式", "门户地址或者电子邮箱"],
  ["postcode", "邮政编码", ""],
];

const BEFORE: readonly (readonly [TextField, string, string])[] = [
  ["classification", "政府信息的分类", "本机关的信息分为哪几类。"],
  ["arrangement", "编排体系", "目录怎样编排，索引号由什么组成。"],
  ["obtaining", "获取方式", "在哪里、怎样可以取得主动公开的信息。"],
];
const AFTER: readonly (readonly [TextField, string, string])[] = [
  ["procedure", "申请的处理", "收到以后怎样办理、多长时间答复。"],
  ["fees", "收费", "按次、按量收取信息处理费的情形和标准。"],
  ["supervision", "救济和监督", "对答复不服怎样复议、诉讼，向哪里投诉、举报。"],
];

const EMPTY_CHANNEL = { where: "", how: "", isOpen: false } as const;

/** The guide in its fields, with what 条例 第十二条 asks for and it does not say yet, as one types. */
export function GuideForm({ given }: { readonly given: GuideReply }) {
  const { agencyId } = useSession();
  const may = useMay()("agency:configure");
  const empty = useMemo(() => given.guide, [given]);
  const [guide, setGuide, forgetDraft] = useKeptDraft<Guide>(`guide:${agencyId}:${given.version}`, empty);
  const { failure, isSending, send } = useSending();
  const set = (change: Partial<Guide>) => setGuide({ ...guide, ...change });
  const gaps = guideGaps(guide);
  const gapOf = (field: string) => gaps.find((gap) => gap.field === field);
  const save = () =>
    send(async () => {
      await call(publishingRoutes["write-guide"], { params: { agencyId }, body: { version: given.version, guide } });
      forgetDraft();
      await forget(publishingRoutes["read-guide"]);
    });
  const textFields = (fields: typeof BEFORE) =>
    fields.map(([name, label, help]) => (
      <Form.Item
        key={name}
        label={label}
        htmlFor={`guide-${name}`}
        extra={help}
        validateStatus={gapOf(name) === undefined ? "" : "warning"}
      >
        <Input.TextArea
          id={`guide-${name}`}
          autoSize={{ minRows: 2 }}
          readOnly={!may}
          value={guide[name]}
          onChange={({ target }) => set({ [name]: target.value })}
        />
      </Form.Item>
    ));
  return (
    <div className="beside">
      <Form layout="vertical" requiredMark={false} component="div" className="stack">
        <Card size="small" title="公开的内容">
          {textFields(BEFORE)}
        </Card>
        <Card size="small" title="工作机构">
          {OFFICE_FIELDS.map(([name, label, help]) => (
            <Form.Item
              key={name}
              label={label}
              htmlFor={`guide-office-${name}`}
              extra={help === "" ? undefined : help}
              validateStatus={gapOf(`office.${name}`) === undefined ? "" : "warning"}
              style={{ marginBlockEnd: 12 }}
            >
              <Input
                id={`guide-office-${name}`}
                readOnly={!may}
                value={guide.office[name]}
                onChange={({ target }) => set({ office: { ...guide.office, [name]: target.value } })}
              />
            </Form.Item>
          ))}
        </Card>
        <Card size="small" title="申请渠道">
          {CHANNELS.map((channel) => (
            <ChannelFields key={channel} {...{ channel, guide, set }} isReadOnly={!may} />
          ))}
        </Card>
        <Card size="small" title="申请的处理、收费、救济">
          {textFields(AFTER)}
        </Card>
        <Card size="small" title="查阅场所">
          <ReadingPlaces places={guide.readingPlaces} change={(readingPlaces) => set({ readingPlaces })} isReadOnly={!may} />
        </Card>
      </Form>
      <div className="stack sticky-side">
        <Gaps gaps={gaps} />
        {failure !== null && <FailureNote failure={failure} />}
        {may ? (
          <Button type="primary" block loading={isSending} disabled={guide === empty} onClick={save}>
            {gaps.length === 0 ? "保存并公开" : "保存"}
          </Button>
        ) : (
          <span className="quiet">指南由负责人修改。</span>
        )}
        {given.updatedAt !== null && <span className="quiet">上次保存：{minuteText(given.updatedAt)}</span>}
      </div>
    </div>
  );
}

/** What 条例 第十二条 asks for and the guide does not say yet. */
function Gaps({ gaps }: { readonly gaps: ReturnType<typeof guideGaps> }) {
  return gaps.length === 0 ? (
    <Alert type="success" showIcon title="条例第十二条要求的内容都有了，保存后随即公开。" />
  ) : (
    <Alert
      type="warning"
      showIcon
      title={`还缺 ${gaps.length} 项，补齐以前公众看到的不变：`}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {gaps.map(({ field, label, basis }) => (
            <li key={`${field}-${label}`}>
              {label}
              <span className="quiet">（{basis.replace("政府信息公开条例", "条例")}）</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}

interface ChannelFieldsProps {
  readonly channel: Channel;
  readonly guide: Guide;
  readonly set: (change: Partial<Guide>) => void;
  readonly isReadOnly: boolean;
}

/** 当面提交 and 邮政寄送 may never be refused. */
const BASIC: ReadonlySet<Channel> = new Set(["in_person", "registered_mail"]);

function ChannelFields({ channel, guide, set, isReadOnly }: ChannelFieldsProps) {
  const current = guide.channels.find((one) => one.channel === channel) ?? { channel, ...EMPTY_CHANNEL };
  const change = (changed: Partial<typeof current>) => {
    const next = { ...current, ...changed };
    const channels = CHANNELS.flatMap((name) => {
      const one = name === channel ? next : guide.channels.find((other) => other.channel === name);
      return one === undefined ? [] : [one];
    });
    set({ channels });
  };
  const isAnnounced = current.isOpen && current.where.trim() !== "" && current.how.trim() !== "";
  return (
    <div className="guide-channel">
      <div className="publishing-line">
        <span>
          <b>{CHANNEL_LABELS[channel]}</b> {BASIC.has(channel) && <Tag>必须开通</Tag>}
          {isAnnounced && <Tag color="success">在门户上公布</Tag>}
        </span>
        <Switch
          aria-label={`开通${CHANNEL_LABELS[channel]}`}
          checkedChildren="开通"
          unCheckedChildren="不开通"
          disabled={isReadOnly}
          checked={current.isOpen}
          onChange={(isOpen) => change({ isOpen })}
        />
      </div>
      {current.isOpen && (
        <div style={{ display: "grid", gap: 6, marginBlockStart: 6 }}>
          <Input
            aria-label={`${CHANNEL_LABELS[channel]}：地址、号码或者账号`}
            placeholder="地址、号码或者账号"
            readOnly={isReadOnly}
            value={current.where}
            onChange={({ target }) => change({ where: target.value })}
          />
          <Input.TextArea
            aria-label={`${CHANNEL_LABELS[channel]}：注意事项`}
            placeholder="注意事项：什么时间、怎样标注、哪一天算收到"
            autoSize={{ minRows: 1 }}
            readOnly={isReadOnly}
            value={current.how}
            onChange={({ target }) => change({ how: target.value })}
          />
        </div>
      )}
    </div>
  );
}
