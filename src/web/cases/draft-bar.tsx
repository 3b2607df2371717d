import { Alert, Button, Input, Popconfirm, Select, Space } from "antd";
import { useState } from "react";
import { maySign } from "../../register/letters/letter-draft.js";
import { Dialog } from "../components/dialog.js";
import { FailureNote } from "../office/failure-note.js";
import { useSending } from "../office/use-sending.js";
import { draftSentence, signersText } from "./draft-sentence.js";
import type { LetterWriting } from "./letter-writing.js";
import type { Signer } from "./server-draft.js";

interface DraftBarProps {
  readonly writing: LetterWriting;
  readonly signers: readonly Signer[];
  /** What was done, and the window closes. */
  readonly tell: (lines: readonly string[]) => void;
}

/** Where the draft stands, above the form; and mine, where a colleague has saved another meanwhile. */
export function DraftNote({ writing: { written } }: Pick<DraftBarProps, "writing">) {
  const { stand, takeMine } = written;
  if (stand === null && takeMine === null) return null;
  return (
    <div className="stack" style={{ marginBlockEnd: 14 }}>
      {stand !== null && <Alert type={stand.state === "returned" ? "warning" : "info"} showIcon title={draftSentence(stand)} />}
      {takeMine !== null && (
        <Alert
          type="warning"
          title="这台电脑上还有您没有保存的修改，后来草稿另有保存或者已经作废。下面是现在的草稿；一改动，没有保存的修改就不再保留。"
          action={
            <Button size="small" onClick={takeMine}>
              换成我的修改
            </Button>
          }
        />
      )}
    </div>
  );
}

/** What is done with a draft beside issuing it: it is saved, submitted, taken back, sent back or dropped. */
export function DraftButtons({ writing, signers, tell }: DraftBarProps) {
  const [asking, setAsking] = useState<"submit" | "return" | null>(null);
  const { written, acts, send, isSending, preview } = writing;
  const { stand, isDirty } = written;
  const isWaiting = stand?.state === "submitted";
  const mayWrite = !isWaiting || stand.maySign;
  return (
    <Space wrap>
      {stand !== null && !isWaiting && (
        <Popconfirm
          title="作废这份草稿？写的内容不能再找回。"
          okText="作废"
          cancelText="不作废"
          onConfirm={() =>
            send(async () => {
              await acts.drop();
              tell([`草稿已作废：${stand.name}。`]);
            })
          }
        >
          <Button danger type="text">
            作废草稿
          </Button>
        </Popconfirm>
      )}
      {stand?.mayTakeBack && isWaiting && <Button onClick={() => send(async () => void (await acts.takeBack()))}>取回</Button>}
      {mayWrite && (
        <Button
          disabled={!isDirty && stand !== null}
          loading={isSending}
          onClick={() => send(async () => void (await acts.save()))}
        >
          {!isDirty && stand !== null ? "草稿已保存" : "保存草稿"}
        </Button>
      )}
      {!isWaiting && (
        <Button disabled={preview?.refusal !== null} onClick={() => setAsking("submit")}>
          送签……
        </Button>
      )}
      {isWaiting && stand.maySign && <Button onClick={() => setAsking("return")}>退回修改……</Button>}
      {asking === "submit" && <SubmitDialog {...{ writing, signers, tell }} close={() => setAsking(null)} />}
      {asking === "return" && <ReturnDialog {...{ writing, tell }} close={() => setAsking(null)} />}
    </Space>
  );
}

interface AskingProps {
  readonly writing: LetterWriting;
  readonly close: () => void;
  readonly tell: (lines: readonly string[]) => void;
}

const ANYBODY = "";

/** To whom it goes: to whoever may sign it, or to one by name. */
function SubmitDialog({ writing: { acts, step }, signers, close, tell }: AskingProps & Pick<DraftBarProps, "signers">) {
  const [to, setTo] = useState(ANYBODY);
  const { failure, isSending, send } = useSending();
  const needs = step?.role.code === "head" ? "head" : null;
  const able = signers.filter(({ roles }) => maySign(roles, needs));
  const whoever = signersText(needs);
  const submit = () =>
    send(async () => {
      const { name } = await acts.submit(to === ANYBODY ? null : to);
      tell([`已送签：${name}，等${able.find(({ id }) => id === to)?.name ?? whoever}签发。签发以前可以取回。`]);
    });
  return (
    <Dialog
      title="送签"
      okText="送签"
      onOk={submit}
      onCancel={close}
      confirmLoading={isSending}
      okButtonProps={{ disabled: able.length === 0 }}
    >
      {able.length === 0 ? (
        <Alert type="warning" title={`本机关还没有${whoever}的账号，没有人可以签发。请联系安全管理员。`} />
      ) : (
        <>
          <label htmlFor="draft-to">送给</label>
          <Select
            id="draft-to"
            value={to}
            onChange={setTo}
            style={{ inlineSize: "100%" }}
            options={[
              { value: ANYBODY, label: `不指定，${whoever}都可以签发` },
              ...able.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <p className="quiet">草稿会出现在对方的“今日待办”里，内容都已填好。</p>
        </>
      )}
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
}

/** Why it goes back. */
function ReturnDialog({ writing: { acts }, close, tell }: AskingProps) {
  const [reason, setReason] = useState("");
  const { failure, isSending, send } = useSending();
  const sendBack = () =>
    send(async () => {
      const { name, to } = await acts.sendBack(reason);
      tell([`已退回${to ?? ""}修改：${name}。`]);
    });
  return (
    <Dialog
      title="退回修改"
      okText="退回"
      onOk={sendBack}
      onCancel={close}
      confirmLoading={isSending}
      okButtonProps={{ disabled: reason.trim() === "" }}
    >
      <label htmlFor="return-reason">哪里要改</label>
      <Input.TextArea
        id="return-reason"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
}
