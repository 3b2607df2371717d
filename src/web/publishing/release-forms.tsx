import { Alert, Form, Input } from "antd";
import { useState } from "react";
import { publishingRoutes } from "../../api/publishing.js";
import { dayText, minuteText } from "../cases/day-text.js";
import { call } from "../office/call.js";
import { useSession } from "../office/session.js";
import type { StepFormProps } from "./item-steps.js";
import { StepShell } from "./step-shell.js";

const paramsOf = ({ item: { agencyId, id: itemId } }: StepFormProps) => ({ agencyId, itemId });

/** 公开: now, at the server's time. */
export function PublishForm(props: StepFormProps) {
  const { item } = props;
  const take = () => call(publishingRoutes["publish-item"], { params: paramsOf(props), body: { version: item.version } });
  return (
    <StepShell label="立即公开" isReady take={take} told={props.told} close={props.close}>
      <p style={{ marginBlockStart: 0 }}>
        公开时间由服务器写入，索引号自动生成，都不能再改。公开以后任何人都能在门户上看到；要改动，须修改后重新审核，或者写明理由撤回。
      </p>
    </StepShell>
  );
}

/** 定时公开. The time is that of China, whatever the clock of the desk says. */
export function ScheduleForm(props: StepFormProps) {
  const { item } = props;
  const [at, setAt] = useState("");
  const take = () =>
    call(publishingRoutes["schedule-item"], {
      params: paramsOf(props),
      body: { version: item.version, publishAt: `${at}:00+08:00` },
    });
  return (
    <StepShell label="定时公开" isReady={at !== ""} take={take} told={props.told} close={props.close}>
      <Form.Item
        label="公开的时间（北京时间）"
        htmlFor="schedule-at"
        extra={item.dues.publish === null ? undefined : `公开期限：${dayText(item.dues.publish.due)}。`}
      >
        <Input
          id="schedule-at"
          type="datetime-local"
          autoFocus
          value={at}
          onChange={({ target }) => setAt(target.value.slice(0, 16))}
          style={{ inlineSize: 230 }}
        />
      </Form.Item>
    </StepShell>
  );
}

export function CancelScheduleForm(props: StepFormProps) {
  const { item } = props;
  const [why, setWhy] = useState("");
  const take = () => call(publishingRoutes["cancel-schedule"], { params: paramsOf(props), body: { version: item.version, why } });
  return (
    <StepShell label="取消定时公开" isReady={why.trim() !== ""} take={take} told={props.told} close={props.close}>
      {item.scheduledFor !== null && <p style={{ marginBlockStart: 0 }}>现在定于 {minuteText(item.scheduledFor)} 公开。</p>}
      <Form.Item label="理由" htmlFor="cancel-why">
        <Input.TextArea
          id="cancel-why"
          autoFocus
          autoSize={{ minRows: 2 }}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
      </Form.Item>
    </StepShell>
  );
}

/** 撤回: the address stays, with the date, the authority and the reason. */
export function WithdrawForm(props: StepFormProps) {
  const { item } = props;
  const { agencyName } = useSession();
  const [authority, setAuthority] = useState(agencyName);
  const [why, setWhy] = useState("");
  const take = () =>
    call(publishingRoutes["withdraw-item"], { params: paramsOf(props), body: { version: item.version, authority, why } });
  const isReady = why.trim() !== "" && authority.trim() !== "";
  return (
    <StepShell label="撤回" isDanger isReady={isReady} take={take} told={props.told} close={props.close}>
      <Alert
        type="warning"
        showIcon
        title="公众不再能看到正文和附件；原地址会显示撤回的日期、决定机关和理由。"
        style={{ marginBlockEnd: 12 }}
      />
      <Form.Item label="决定撤回的机关" htmlFor="withdraw-authority">
        <Input id="withdraw-authority" maxLength={200} value={authority} onChange={({ target }) => setAuthority(target.value)} />
      </Form.Item>
      <Form.Item label="理由（会公布）" htmlFor="withdraw-why">
        <Input.TextArea
          id="withdraw-why"
          autoFocus
          autoSize={{ minRows: 2 }}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
      </Form.Item>
    </StepShell>
  );
}
