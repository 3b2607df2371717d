import { Form, Input } from "antd";
import { useState } from "react";
import { submissionRoutes } from "../../api/submissions.js";
import { Dialog } from "../components/dialog.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { CaseView } from "./case-page.js";
import type { PublishedAnswer } from "./published-answers.js";

interface PublishAnswerDialogProps {
  readonly view: CaseView;
  /** Null for a new one. */
  readonly answer: PublishedAnswer | null;
  readonly close: () => void;
  readonly tell: (lines: readonly string[]) => void;
}

/** Puts an answer on the portal, or changes it: in words of its own, so that nobody can tell who asked. */
export function PublishAnswerDialog({ view, answer, close, tell }: PublishAnswerDialogProps) {
  const [answerId] = useState(() => answer?.id ?? newId());
  const [question, setQuestion] = useState(answer?.question ?? "");
  const [text, setText] = useState(answer?.answer ?? "");
  const { failure, isSending, send } = useSending();
  const isReady = question.trim() !== "" && text.trim() !== "";
  const publish = () =>
    send(async () => {
      await call(submissionRoutes.publishAnswer, {
        params: { agencyId: view.agencyId, caseId: view.row.id, answerId },
        body: { question: question.trim(), answer: text.trim() },
      });
      await forget(submissionRoutes.listAnswers);
      close();
      tell([answer === null ? "已经公开。有人在公开平台写类似的申请时，会先看到这条答复。" : "已经改好，公开平台上立即更新。"]);
    });
  return (
    <Dialog
      title={answer === null ? "把答复放到公开平台上" : "修改公开的答复"}
      okText={answer === null ? "公开" : "保存"}
      okButtonProps={{ disabled: !isReady, loading: isSending }}
      onOk={publish}
      onCancel={close}
      width={640}
    >
      <p style={{ marginBlockStart: 0 }}>
        任何人都能看到。请用自己的话写，看不出是谁申请的；姓名、号码、住址等个人信息不能写（条例第十五条）。
      </p>
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label="问的是什么" htmlFor="answer-question" extra={`申请内容：${view.row.description.slice(0, 120)}`}>
          <Input
            id="answer-question"
            maxLength={200}
            placeholder="如：家电以旧换新补贴的标准和资金来源"
            value={question}
            onChange={({ target }) => setQuestion(target.value)}
          />
        </Form.Item>
        <Form.Item label="怎样答复" htmlFor="answer-text">
          <Input.TextArea
            id="answer-text"
            autoSize={{ minRows: 4, maxRows: 14 }}
            maxLength={5000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
        {failure !== null && <FailureNote failure={failure} />}
      </Form>
    </Dialog>
  );
}

interface WithdrawAnswerDialogProps {
  readonly agencyId: string;
  readonly answer: PublishedAnswer;
  readonly close: () => void;
  readonly tell: (lines: readonly string[]) => void;
}

/** Asks plainly before an answer is taken off the portal. */
export function WithdrawAnswerDialog({ agencyId, answer, close, tell }: WithdrawAnswerDialogProps) {
  const [reason, setReason] = useState("");
  const { failure, isSending, send } = useSending();
  const withdraw = () =>
    send(async () => {
      await call(submissionRoutes.withdrawAnswer, {
        params: { agencyId, answerId: answer.id },
        body: { reason: reason.trim() },
      });
      await forget(submissionRoutes.listAnswers);
      close();
      tell([`已经撤回：${answer.question}`]);
    });
  return (
    <Dialog
      title="从公开平台撤回这条答复？"
      okText="撤回"
      cancelText="保留"
      okButtonProps={{ disabled: reason.trim() === "", loading: isSending, danger: true }}
      onOk={withdraw}
      onCancel={close}
    >
      <p style={{ marginBlockStart: 0 }}>
        “{answer.question}”立即从公开平台消失，以后写类似申请的人看不到它。已经给申请人的答复不受影响。要再公开，须重新写。
      </p>
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label="撤回的理由（记入审计日志，不对外）" htmlFor="withdraw-answer-reason">
          <Input
            id="withdraw-answer-reason"
            maxLength={200}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            onPressEnter={() => reason.trim() !== "" && void withdraw()}
          />
        </Form.Item>
        {failure !== null && <FailureNote failure={failure} />}
      </Form>
    </Dialog>
  );
}
