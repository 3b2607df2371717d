import { Button, Card, Empty, Form, Input, InputNumber } from "antd";
import { type ReactNode, useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { useMay, useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";

type Stored = ReplyOf<(typeof publishingRoutes)["read-publishing-settings"]>;
type Settings = Stored["settings"];
type Handover = Settings["handover"];

/** What an agency sets about days, numbers and handovers; none of it is law, and the fields say so. */
export function PublishingTerms({ stored: { version, settings: given } }: { readonly stored: Stored }) {
  const { agencyId } = useSession();
  const isReadOnly = !useMay()("agency:configure");
  const [settings, setSettings] = useState<Settings>(given);
  const { failure, isSending, send } = useSending();
  const set = (part: Partial<Settings>) => setSettings({ ...settings, ...part });
  const setHandover = (part: Partial<Handover>) => set({ handover: { ...settings.handover, ...part } });
  const isNamed = settings.handover.receivers.every(({ name }) => name.trim() !== "");
  const save = () =>
    send(async () => {
      await call(publishingRoutes["write-publishing-settings"], { params: { agencyId }, body: { version, settings } });
      await forget(
        ...[publishingRoutes["read-publishing-settings"], publishingRoutes["read-publication-calendar"]],
        publishingRoutes["read-catalogue"],
      );
    });
  return (
    <Form layout="vertical" requiredMark={false} disabled={isReadOnly} onFinish={save}>
      <div className="stack" style={{ maxInlineSize: 860 }}>
        <Card size="small" title="提醒">
          <Days
            id="near"
            label="期限还剩几个工作日时开始提醒"
            unit="个工作日"
            value={settings.nearWorkingDays}
            span={[0, 60]}
            set={(nearWorkingDays) => set({ nearWorkingDays })}
          />
          <Days
            id="reassess"
            label="审定不公开的信息隔多久再评估一次"
            help="条例第十八条要求定期评估，没有规定多久；这里是本机关的规定。"
            unit="个月"
            value={settings.reassessMonths}
            span={[1, 60]}
            set={(reassessMonths) => set({ reassessMonths })}
          />
          <Days
            id="stale"
            label="法定事项多久没有更新就提示"
            help="本机关的规定，不是法定期限。"
            unit="天"
            value={settings.staleAfterDays}
            span={[30, 3660]}
            set={(staleAfterDays) => set({ staleAfterDays })}
          />
        </Card>
        <Card size="small" title="索引号">
          <IndexScheme scheme={settings.indexScheme} set={(indexScheme) => set({ indexScheme })} />
        </Card>
        <Card size="small" title="移送档案馆、图书馆">
          <Receivers handover={settings.handover} isReadOnly={isReadOnly} set={setHandover} />
        </Card>
        {failure !== null && <FailureNote failure={failure} />}
        {!isReadOnly && (
          <div className="page-actions">
            <Button type="primary" htmlType="submit" loading={isSending} disabled={settings === given || !isNamed}>
              保存
            </Button>
            <Button disabled={settings === given} onClick={() => setSettings(given)}>
              恢复为已保存的
            </Button>
          </div>
        )}
      </div>
    </Form>
  );
}

interface DaysProps {
  readonly id: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly unit: string;
  readonly value: number;
  readonly span: readonly [min: number, max: number];
  readonly set: (value: number) => void;
}

function Days({ id, label, help, unit, value, span: [min, max], set }: DaysProps) {
  return (
    <Form.Item label={label} htmlFor={`term-${id}`} extra={help}>
      <InputNumber
        id={`term-${id}`}
        value={value}
        min={min}
        max={max}
        precision={0}
        suffix={unit}
        onChange={(next) => next !== null && set(next)}
        style={{ inlineSize: 150 }}
      />
    </Form.Item>
  );
}

interface IndexSchemeProps {
  readonly scheme: Settings["indexScheme"];
  readonly set: (scheme: NonNullable<Settings["indexScheme"]>) => void;
}

const PATTERN_HELP =
  "可以用的项目：{holder} 机关标识、{year} 年份、{month} 月、{day} 日、{theme} 主题分类、{serial:5} 五位流水号（必须有，每年从 1 开始）；" +
  "其余照写。只用于今后公开的信息，已经生成的索引号不改变、不重复使用。";

/** A number is never changed once it was given: what is set here holds for what is published from now on. */
function IndexScheme({ scheme, set }: IndexSchemeProps) {
  if (scheme === null) {
    return (
      <p style={{ margin: 0 }}>
        还没有登记本机关的统一社会信用代码，公开时无法生成索引号。登记以后按组织机构代码、年份、流水号自动编号。
      </p>
    );
  }
  return (
    <>
      <Form.Item label="机关标识" htmlFor="index-holder" extra="默认为组织机构代码，取自统一社会信用代码第 9 至 17 位。">
        <Input
          id="index-holder"
          maxLength={40}
          value={scheme.holder}
          onChange={({ target }) => set({ ...scheme, holder: target.value })}
          style={{ maxInlineSize: 260 }}
        />
      </Form.Item>
      <Form.Item label="规则" htmlFor="index-pattern" extra={PATTERN_HELP} style={{ marginBlockEnd: 0 }}>
        <Input
          id="index-pattern"
          maxLength={200}
          value={scheme.pattern}
          onChange={({ target }) => set({ ...scheme, pattern: target.value })}
          style={{ maxInlineSize: 420 }}
        />
      </Form.Item>
    </>
  );
}

interface ReceiversProps {
  readonly handover: Handover;
  readonly isReadOnly: boolean;
  readonly set: (part: Partial<Handover>) => void;
}

function Receivers({ handover: { receivers, everyMonths, dueDay, contact }, isReadOnly, set }: ReceiversProps) {
  return (
    <>
      {receivers.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="还没有接收单位。加上本级的国家档案馆、公共图书馆（条例第二十五条），到期时应办日历会提醒。"
        />
      )}
      {receivers.map((receiver, at) => (
        <div key={receiver.id} style={{ display: "flex", gap: 8, marginBlockEnd: 8, maxInlineSize: 520 }}>
          <Input
            aria-label={`第 ${at + 1} 个接收单位`}
            placeholder="如：青商市档案馆"
            maxLength={100}
            value={receiver.name}
            onChange={({ target }) => set({ receivers: receivers.with(at, { ...receiver, name: target.value }) })}
          />
          {!isReadOnly && <Button onClick={() => set({ receivers: receivers.toSpliced(at, 1) })}>移除</Button>}
        </div>
      ))}
      {!isReadOnly && receivers.length < 10 && (
        <Button onClick={() => set({ receivers: [...receivers, { id: newId(), name: "" }] })} style={{ marginBlockEnd: 16 }}>
          加一个接收单位
        </Button>
      )}
      <Days
        id="handover-months"
        label="隔多久移送一次"
        unit="个月"
        value={everyMonths}
        span={[1, 12]}
        set={(months) => set({ everyMonths: months })}
      />
      <Days
        id="handover-day"
        label="期满后多少天之内送到"
        unit="天"
        value={dueDay}
        span={[1, 28]}
        set={(days) => set({ dueDay: days })}
      />
      <Form.Item
        label="送交联系人"
        htmlFor="handover-contact"
        extra="写入移送说明，如：张某某 0537-1234567。"
        style={{ marginBlockEnd: 0 }}
      >
        <Input
          id="handover-contact"
          maxLength={200}
          value={contact}
          onChange={({ target }) => set({ contact: target.value })}
          style={{ maxInlineSize: 420 }}
        />
      </Form.Item>
    </>
  );
}
