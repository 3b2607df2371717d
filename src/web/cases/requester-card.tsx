import { Button, Card, Input, Space } from "antd";
import { useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import { Dialog } from "../components/dialog.js";
import { CallFailed, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay } from "../office/session.js";
import type { CaseView } from "./case-page.js";

/** The requester as far as it may be seen; the whole is shown for a purpose, which is put on record (个人信息保护法 第五十一条). */
export function RequesterCard({ view }: { readonly view: CaseView }) {
  const may = useMay();
  const [shown, setShown] = useState(view.requester);
  const [isAsking, setAsking] = useState(false);
  const { kind, name, identity, contact, representative, isMasked } = shown;
  return (
    <Card
      title="申请人"
      size="small"
      extra={
        isMasked &&
        may("cases:handle") && (
          <Button type="link" size="small" onClick={() => setAsking(true)}>
            查看全部
          </Button>
        )
      }
    >
      <dl className="facts">
        <dt>{kind.label}</dt>
        <dd>{name}</dd>
        <dt>{identity?.document.label ?? "身份证明"}</dt>
        <dd>{identity?.number ?? "未提供"}</dd>
        {contact.map(({ code, label, text }) => (
          <div key={code} style={{ display: "contents" }}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {representative !== null && (
          <>
            <dt>代表人</dt>
            <dd>{representative}</dd>
          </>
        )}
      </dl>
      {isAsking && <AskPurpose view={view} close={() => setAsking(false)} show={setShown} />}
    </Card>
  );
}

interface AskPurposeProps {
  readonly view: CaseView;
  readonly close: () => void;
  readonly show: (requester: CaseView["requester"]) => void;
}

function AskPurpose({ view, close, show }: AskPurposeProps) {
  const [purpose, setPurpose] = useState("");
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const ask = async () => {
    try {
      show(await call(caseRoutes.showRequester, { params: { agencyId: view.agencyId, caseId: view.row.id }, body: { purpose } }));
      close();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure(error);
    }
  };
  return (
    <Dialog
      title="查看申请人的全部身份信息"
      okText="查看"
      okButtonProps={{ disabled: purpose.trim() === "" }}
      onOk={ask}
      onCancel={close}
    >
      <Space orientation="vertical" style={{ inlineSize: "100%" }}>
        <label htmlFor="purpose">用途（会留下记录，由审计管理员查看）</label>
        <Input
          id="purpose"
          value={purpose}
          maxLength={100}
          placeholder="例如：邮寄答复书"
          onChange={({ target }) => setPurpose(target.value)}
          onPressEnter={ask}
        />
        {failure !== null && <FailureNote failure={failure} />}
      </Space>
    </Dialog>
  );
}
