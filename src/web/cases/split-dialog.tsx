import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import { Dialog } from "../components/dialog.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { useSending } from "../office/use-sending.js";
import type { CaseView } from "./case-page.js";
import { forgetCase } from "./forget-case.js";
import { useKeptDraft } from "./kept-draft.js";

interface Piece {
  readonly id: string;
  readonly description: string;
}

interface Split {
  readonly first: string;
  readonly others: readonly Piece[];
  readonly reason: string;
}

/** 一事一申请: one letter that asks for several things becomes several cases; this one keeps its number. */
export function SplitDialog({ view, close }: { readonly view: CaseView; readonly close: () => void }) {
  const [empty] = useState<Split>(() => ({
    first: view.row.description,
    others: [{ id: newId(), description: "" }],
    reason: "",
  }));
  const [draft, keep, forgetDraft] = useKeptDraft<Split>(`${view.row.id}:split`, empty);
  const { first, others, reason } = draft;
  const setFirst = (text: string) => keep({ ...draft, first: text });
  const setOthers = (pieces: readonly Piece[]) => keep({ ...draft, others: pieces });
  const setReason = (text: string) => keep({ ...draft, reason: text });
  const { message } = App.useApp();
  const { failure, isSending, send } = useSending();
  const isWhole = first.trim() !== "" && others.every(({ description }) => description.trim() !== "");
  const split = () =>
    send(async () => {
      const { cases } = await call(caseRoutes.split, {
        params: { agencyId: view.agencyId, caseId: view.row.id },
        body: {
          ...{ version: view.row.version, first: first.trim(), others: [...others] },
          ...(reason.trim() !== "" && { reason: reason.trim() }),
        },
      });
      forgetDraft();
      await forgetCase();
      const added = cases.filter(({ id }) => id !== view.row.id).map(({ number }) => number);
      void message.success(`已拆分，另编新号：${added.join("、")}。它们列在“相关和相似”里。`, 8);
      close();
    });
  return (
    <Dialog
      width="min(720px, 96vw)"
      title="拆分为多件"
      okText="拆分"
      okButtonProps={{ disabled: !isWhole, loading: isSending }}
      onOk={split}
      onCancel={close}
    >
      <Form layout="vertical" requiredMark={false}>
        <p className="quiet">
          一封信申请了几项信息的，一项一件，分别编号、答复和计数。本件保留原来的编号，其余各件编新号，收到之日相同。
        </p>
        <Form.Item label={`本件（${view.row.number}）申请的内容`} htmlFor="split-first">
          <Input.TextArea
            id="split-first"
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={first}
            onChange={({ target }) => setFirst(target.value)}
          />
        </Form.Item>
        {others.map(({ id, description }, at) => (
          <Form.Item
            key={id}
            label={`另编新号的第 ${at + 1} 件`}
            htmlFor={`split-${id}`}
            extra={
              others.length > 1 && (
                <Button
                  type="link"
                  size="small"
                  style={{ paddingInline: 0 }}
                  onClick={() => setOthers(others.filter((one) => one.id !== id))}
                >
                  去掉第 {at + 1} 件
                </Button>
              )
            }
          >
            <Input.TextArea
              id={`split-${id}`}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={description}
              onChange={({ target }) =>
                setOthers(others.map((one) => (one.id === id ? { ...one, description: target.value } : one)))
              }
            />
          </Form.Item>
        ))}
        <Button type="dashed" size="small" onClick={() => setOthers([...others, { id: newId(), description: "" }])}>
          再加一件
        </Button>
        <Form.Item label="说明（可不填）" htmlFor="split-reason" style={{ marginBlockStart: 14 }}>
          <Input id="split-reason" value={reason} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
        {failure !== null && <FailureNote failure={failure} />}
      </Form>
    </Dialog>
  );
}
