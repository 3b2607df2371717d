import { Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import type { BodyOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { PUBLICATION_CHANNEL_LABELS, PUBLICATION_CHANNELS, type PublicationChannel } from "../../law/publication/channels.js";
import { DayField } from "../components/day-field.js";
import { call } from "../office/call.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { todayInChina } from "./due-text.js";
import type { StepFormProps } from "./item-steps.js";
import { StepShell } from "./step-shell.js";

type Channel = BodyOf<(typeof publishingRoutes)["record-channel"]>;
type Validity = BodyOf<(typeof publishingRoutes)["change-validity"]>;

const paramsOf = ({ item: { agencyId, id: itemId } }: StepFormProps) => ({ agencyId, itemId });

/** 登记公开渠道: where else it was made public, on which day. Section one of the annual report counts from these. */
export function ChannelForm(props: StepFormProps) {
  const { item } = props;
  const [channel, setChannel] = useState<PublicationChannel>("wechat");
  const [publishedOn, setPublishedOn] = useState(todayInChina());
  const [where, setWhere] = useState("");
  const take = () =>
    call(publishingRoutes["record-channel"], {
      params: paramsOf(props),
      body: {
        version: item.version,
        channel,
        publishedOn: publishedOn as Channel["publishedOn"], // the server reads the day
        where: where.trim() === "" ? null : where,
      },
    });
  return (
    <StepShell label="登记渠道" isReady={publishedOn !== ""} take={take} told={props.told} close={props.close}>
      <Form.Item label="渠道" htmlFor="channel-kind">
        <Select
          id="channel-kind"
          autoFocus
          value={channel}
          onChange={setChannel}
          options={PUBLICATION_CHANNELS.map((value) => ({ value, label: PUBLICATION_CHANNEL_LABELS[value] }))}
        />
      </Form.Item>
      <Form.Item label="公开的日期" htmlFor="channel-on">
        <DayField id="channel-on" value={publishedOn} change={setPublishedOn} />
      </Form.Item>
      <Form.Item label="名称、期号或者地点（可不填）" htmlFor="channel-where">
        <Input id="channel-where" maxLength={200} value={where} onChange={({ target }) => setWhere(target.value)} />
      </Form.Item>
    </StepShell>
  );
}

/** 改变有效性: repealed, expired, amended, from a day on and by whom. Table two counts from these. */
export function ValidityForm(props: StepFormProps) {
  const { item } = props;
  const { agencyId, agencyName } = useSession();
  const settings = useCall(publishingRoutes["read-publishing-settings"], { params: { agencyId } });
  const [validity, setValidity] = useState("repealed");
  const [from, setFrom] = useState(todayInChina());
  const [authority, setAuthority] = useState(agencyName);
  const take = () =>
    call(publishingRoutes["change-validity"], {
      params: paramsOf(props),
      body: { version: item.version, validity, authority, from: from as Validity["from"] }, // the server reads the day
    });
  const isReady = from !== "" && authority.trim() !== "";
  const meaning = settings.data?.settings.validityMarks.find(({ id }) => id === validity)?.meaning;
  return (
    <StepShell label="改变有效性" isReady={isReady} take={take} told={props.told} close={props.close}>
      <Form.Item label="有效性" htmlFor="validity-mark" extra={meaning}>
        <Select
          id="validity-mark"
          value={validity}
          onChange={setValidity}
          options={(settings.data?.settings.validityMarks ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item label="自哪一天起" htmlFor="validity-from">
        <DayField id="validity-from" value={from} change={setFrom} />
      </Form.Item>
      <Form.Item label="依据的文件或者决定机关" htmlFor="validity-authority">
        <Input id="validity-authority" maxLength={200} value={authority} onChange={({ target }) => setAuthority(target.value)} />
      </Form.Item>
    </StepShell>
  );
}

/** 定期评估审查 (条例 第十八条): whether what is withheld must still be. */
export function ReassessForm(props: StepFormProps) {
  const { item } = props;
  const [outcome, setOutcome] = useState<"stays" | "open">("stays");
  const [why, setWhy] = useState("");
  const take = () =>
    call(publishingRoutes["reassess-item"], { params: paramsOf(props), body: { version: item.version, outcome, why } });
  return (
    <StepShell
      label="记录评估"
      basis="《政府信息公开条例》第十八条"
      isReady={why.trim() !== ""}
      take={take}
      told={props.told}
      close={props.close}
    >
      <Form.Item label="结论">
        <Radio.Group
          aria-label="结论"
          value={outcome}
          onChange={({ target }) => setOutcome(target.value === "open" ? "open" : "stays")}
          options={[
            { value: "stays", label: "仍不公开" },
            { value: "open", label: "情势已经变化，可以公开（回到拟稿，重新审核）" },
          ]}
        />
      </Form.Item>
      <Form.Item label="理由" htmlFor="reassess-why">
        <Input.TextArea id="reassess-why" autoSize={{ minRows: 2 }} value={why} onChange={({ target }) => setWhy(target.value)} />
      </Form.Item>
    </StepShell>
  );
}
