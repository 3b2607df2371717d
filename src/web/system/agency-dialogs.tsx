import { Button, Card, Form, Input, Select } from "antd";
import { type ReactNode, useState } from "react";
import { agencyRoutes } from "../../api/agencies.js";
import type { BodyOf, ReplyOf } from "../../api/define-route.js";
import type { PlainDate } from "../../law/plain-date.js";
import { DayField } from "../components/day-field.js";
import { Dialog } from "../components/dialog.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { AgencyRow } from "./agencies-page.js";
import { AgencyChoice, isFilled, NewAgencyFields, type NewAgencyValues, NO_VALUES, sentAgency } from "./agency-fields.js";
import { MEANING } from "./agency-meaning.js";

export type AgencyView = ReplyOf<typeof agencyRoutes.view>;
type Act = BodyOf<typeof agencyRoutes.change>["act"];

export interface AgencyDialogProps {
  readonly agency: AgencyView;
  /** All of them, to choose from. */
  readonly agencies: readonly AgencyRow[];
  readonly today: string;
  readonly close: () => void;
  readonly tell: (lines: readonly string[]) => void;
}

interface ShellProps extends AgencyDialogProps {
  readonly title: string;
  readonly okText: string;
  readonly kind: keyof typeof MEANING;
  /** Null while something is missing. */
  readonly act: Act | null;
  readonly told: string;
  readonly children: ReactNode;
}

/** What every change asks for besides: the day and the document; with what it means said before it is done. */
function Shell({ agency, today, close, tell, title, okText, kind, act, told, children }: ShellProps) {
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const { failure, isSending, send } = useSending();
  const change = () =>
    send(async () => {
      if (act === null) return;
      await call(agencyRoutes.change, {
        params: { changedId: agency.id },
        body: { version: agency.version, on: on as PlainDate /* the server checks it */, act, reason: reason.trim() },
      });
      await forget(agencyRoutes.list, agencyRoutes.view);
      close();
      tell([told]);
    });
  return (
    <Dialog
      title={title}
      okText={okText}
      okButtonProps={{
        disabled: act === null || on === "" || reason.trim() === "",
        loading: isSending,
        danger: kind === "merge" || kind === "split",
      }}
      onOk={change}
      onCancel={close}
      width={680}
    >
      <Form layout="vertical" requiredMark={false}>
        {children}
        <Form.Item label="自哪天起" htmlFor="change-on" extra="可以是过去或者将来的日子；将来的，到那一天自动生效。">
          <DayField id="change-on" value={on} change={setOn} />
        </Form.Item>
        <Form.Item label="依据" htmlFor="change-reason" extra="批准的文件和文号。记入审计日志。">
          <Input
            id="change-reason"
            maxLength={200}
            placeholder="如：某某县机构改革方案（某发〔2026〕1号）"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        <b>办了以后</b>
        <ul style={{ margin: "4px 0 12px", paddingInlineStart: 18, lineHeight: 1.8 }}>
          {MEANING[kind].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {failure !== null && <FailureNote failure={failure} />}
      </Form>
    </Dialog>
  );
}

/** 更名. */
export function RenameDialog(props: AgencyDialogProps) {
  const { agency } = props;
  const [name, setName] = useState(agency.name);
  const [creditCode, setCreditCode] = useState("");
  const isReady = name.trim() !== "" && (name.trim() !== agency.name || creditCode !== "");
  return (
    <Shell
      {...props}
      title={`${agency.name}：更名`}
      okText="更名"
      kind="rename"
      act={isReady ? { kind: "rename", name: name.trim(), creditCode: creditCode === "" ? null : creditCode } : null}
      told={`已经记录：${agency.name}更名为${name.trim()}。`}
    >
      <Form.Item label="新的全称" htmlFor="rename-name">
        <Input id="rename-name" maxLength={200} value={name} onChange={({ target }) => setName(target.value)} />
      </Form.Item>
      <Form.Item label="新的统一社会信用代码（没有变的不填）" htmlFor="rename-code">
        <Input
          id="rename-code"
          maxLength={18}
          value={creditCode}
          onChange={({ target }) => setCreditCode(target.value.trim().toUpperCase())}
        />
      </Form.Item>
    </Shell>
  );
}

/** 调整隶属关系. */
export function MoveDialog(props: AgencyDialogProps) {
  const { agency, agencies } = props;
  const [parentId, setParentId] = useState(agency.parentId);
  const parent = agencies.find(({ id }) => id === parentId)?.name ?? "没有上级";
  return (
    <Shell
      {...props}
      title={`${agency.name}：调整隶属关系`}
      okText="调整"
      kind="move"
      act={parentId === agency.parentId ? null : { kind: "move", parentId }}
      told={`已经记录：${agency.name}的上级改为${parent}。`}
    >
      <Form.Item label="新的上级" htmlFor="move-parent">
        <AgencyChoice
          id="move-parent"
          agencies={agencies.filter(({ id }) => id !== agency.id)}
          value={parentId}
          choose={setParentId}
          placeholder="没有上级"
          allowClear
        />
      </Form.Item>
    </Shell>
  );
}

/** 撤并. */
export function MergeDialog(props: AgencyDialogProps) {
  const { agency, agencies } = props;
  const [into, setInto] = useState<string | null>(null);
  const target = agencies.find(({ id }) => id === into)?.name ?? "";
  return (
    <Shell
      {...props}
      title={`${agency.name}并入哪个机关？`}
      okText="并入"
      kind="merge"
      act={into === null ? null : { kind: "merge", into }}
      told={`已经记录：${agency.name}并入${target}。`}
    >
      <p style={{ marginBlockStart: 0 }}>
        现有没有办完的申请 {agency.openCases} 件，直接下级机关 {agency.below.length} 个，有角色的账号 {agency.people}{" "}
        个。并入以后不能取消，请先核对日期和承继的机关。
      </p>
      <Form.Item label="由哪个机关承继" htmlFor="merge-into" extra="新设立的机关，请先在“机关”里建立。">
        <AgencyChoice
          id="merge-into"
          agencies={agencies.filter(({ id }) => id !== agency.id)}
          value={into}
          choose={setInto}
          placeholder="选一个机关"
        />
      </Form.Item>
    </Shell>
  );
}

interface Part extends NewAgencyValues {
  readonly key: string;
}

/** 分立. */
export function SplitDialog(props: AgencyDialogProps) {
  const { agency } = props;
  const fresh = (): Part => ({ key: newId(), ...NO_VALUES });
  const [parts, setParts] = useState<readonly Part[]>(() => [fresh()]);
  const [successorId, setSuccessorId] = useState<string | null>(null);
  const change = (key: string, part: Partial<NewAgencyValues>) =>
    setParts(parts.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const isReady = parts.every(isFilled);
  const sent = parts.map(({ key: _key, ...values }) => sentAgency(values));
  const successor = parts.some(({ id }) => id === successorId) ? successorId : null;
  return (
    <Shell
      {...props}
      title={`${agency.name}分立出哪些机关？`}
      okText="分立"
      kind="split"
      act={isReady ? { kind: "split", parts: sent, successorId: successor } : null}
      told={`已经记录：${agency.name}分立出${parts.map(({ name }) => name.trim()).join("、")}。`}
    >
      {parts.map(({ key, ...values }, at) => (
        <Card
          key={key}
          size="small"
          title={`分立出的第 ${at + 1} 个机关`}
          style={{ marginBlockEnd: 12 }}
          extra={
            parts.length > 1 && (
              <Button type="link" size="small" onClick={() => setParts(parts.filter((one) => one.key !== key))}>
                移除
              </Button>
            )
          }
        >
          <NewAgencyFields prefix={`part-${at}`} values={values} change={(part) => change(key, part)} />
        </Card>
      ))}
      <Button type="dashed" onClick={() => setParts([...parts, fresh()])} style={{ marginBlockEnd: 16 }}>
        再加一个机关
      </Button>
      <Form.Item label="原机关由谁承继" htmlFor="split-successor">
        <Select
          id="split-successor"
          value={successor ?? ""}
          onChange={(value: string) => setSuccessorId(value === "" ? null : value)}
          options={[
            { value: "", label: "没有：原机关继续存在" },
            ...parts.filter(({ id }) => id !== "").map(({ id, name }) => ({ value: id, label: name.trim() || id })),
          ]}
        />
      </Form.Item>
    </Shell>
  );
}
