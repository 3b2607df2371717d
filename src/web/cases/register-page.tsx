import { Button, Form, Popconfirm, Space } from "antd";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import type { BodyOf } from "../../api/define-route.js";
import { FormFaults } from "../components/form-faults.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { useKeptDraft } from "./kept-draft.js";
import { NOTHING_REGISTERED, type Registration, registrationOf } from "./registration.js";
import { registrationFaults } from "./registration-faults.js";
import { Findings, useChecked } from "./registration-findings.js";
import { LetterCard } from "./registration-letter.js";
import { RequesterFields } from "./registration-requester.js";
import { WantedCard } from "./registration-wanted.js";

/** Registering a letter: the keyboard alone is enough, Ctrl+Enter registers, and while one types the number, the last day and doubts appear. */
export function RegisterPage() {
  const { agencyId } = useSession();
  const navigate = useNavigate();
  const [draft, setDraft, forgetDraft] = useKeptDraft<Registration>(`register:${agencyId}`, NOTHING_REGISTERED);
  const { failure, isSending, send } = useSending();
  const checked = useChecked(agencyId, draft);
  const today = checked?.today ?? "";
  const ids = useRef({ letterId: newId(), pieces: new Map<number, string>() });
  const set = (change: Partial<Registration>) => setDraft({ ...draft, ...change });
  const body = () =>
    registrationOf(
      { ...draft, arrivedOn: draft.arrivedOn || today },
      { letterId: ids.current.letterId, pieceId: (at) => pieceId(ids.current.pieces, at) },
    );
  const [attempt, setAttempt] = useState(0);
  const lacking = registrationFaults(draft, today);
  const faults = attempt === 0 ? [] : lacking;
  const register = () => {
    if (isSending) return;
    if (lacking.length > 0) setAttempt(attempt + 1);
    else void sendIt();
  };
  const clear = () => {
    setAttempt(0);
    forgetDraft();
  };
  const sendIt = () =>
    send(async () => {
      const { cases } = await call(caseRoutes.register, {
        params: { agencyId },
        body: body() as BodyOf<typeof caseRoutes.register>,
      }); // days are checked by the server
      forgetDraft();
      await forget(caseRoutes.today, caseRoutes.list);
      const [first] = cases;
      navigate(cases.length === 1 && first !== undefined ? `/cases/${encodeURIComponent(first.id)}` : "/cases");
    });

  return (
    <>
      <PageHead title="登记申请" lead="只登记条例第二十九条规定的内容。按 Ctrl+Enter 登记；填到一半关掉窗口也不会丢。" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the shortcut of the whole form */}
      <div
        className="beside"
        onKeyDown={({ ctrlKey, metaKey, key }) => {
          if ((ctrlKey || metaKey) && key === "Enter") register();
        }}
      >
        <Form layout="vertical" requiredMark={false} onFinish={register}>
          <div className="stack">
            <FormFaults faults={faults} attempt={attempt} />
            <LetterCard draft={draft} set={set} faults={faults} today={today} />
            <RequesterFields draft={draft} set={set} faults={faults} checked={checked} />
            <WantedCard draft={draft} set={set} />
            {failure !== null && <FailureNote failure={failure} />}
            <Space>
              <Button type="primary" htmlType="submit" size="large" loading={isSending}>
                登记（Ctrl+Enter）
              </Button>
              <Popconfirm title="清空已经填写的内容？" okText="清空" cancelText="保留" onConfirm={clear}>
                <Button size="large">清空</Button>
              </Popconfirm>
            </Space>
          </div>
        </Form>
        <Findings checked={checked} />
      </div>
    </>
  );
}

function pieceId(known: Map<number, string>, at: number): string {
  const id = known.get(at) ?? newId();
  known.set(at, id);
  return id;
}
