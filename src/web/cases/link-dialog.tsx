import { Button, Form, Input, Popconfirm, Radio } from "antd";
import { useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import type { BodyOf } from "../../api/define-route.js";
import { Dialog } from "../components/dialog.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { CaseChoice } from "./case-choice.js";
import type { CaseView } from "./case-page.js";

type LinkKind = BodyOf<typeof caseRoutes.link>["kind"];

const KINDS: readonly { readonly value: LinkKind; readonly label: string }[] = [
  { value: "repeat", label: "重复申请" },
  { value: "same-information", label: "不同申请人申请同一信息" },
  { value: "related", label: "有关联" },
];

/** Whether a relation was made by a person, and can be undone by one. */
export function isLinkKind(relation: string): relation is LinkKind {
  return KINDS.some(({ value }) => value === relation);
}

/** Ties another case to this one. */
export function LinkDialog({ view, close }: { readonly view: CaseView; readonly close: () => void }) {
  const [linkId] = useState(newId);
  const [otherId, setOtherId] = useState<string | null>(null);
  const [kind, setKind] = useState<LinkKind>("related");
  const [reason, setReason] = useState("");
  const { failure, isSending, send } = useSending();
  const link = () =>
    send(async () => {
      await call(caseRoutes.link, {
        params: { agencyId: view.agencyId, caseId: view.row.id },
        body: {
          ...{ linkId, otherId: otherId ?? "", kind, isRemoved: false },
          ...(reason.trim() !== "" && { reason: reason.trim() }),
        },
      });
      await forget(caseRoutes.view);
      close();
    });
  return (
    <Dialog
      title="关联另一件申请"
      okText="关联"
      okButtonProps={{ disabled: otherId === null, loading: isSending }}
      onOk={link}
      onCancel={close}
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label="哪一件" htmlFor="link-other">
          <CaseChoice id="link-other" value={otherId} except={view.row.id} choose={setOtherId} />
        </Form.Item>
        <Form.Item label="是什么关系">
          <Radio.Group value={kind} onChange={({ target }) => setKind(target.value)} options={[...KINDS]} />
        </Form.Item>
        <Form.Item label="说明（可不填）" htmlFor="link-reason">
          <Input id="link-reason" value={reason} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
        {failure !== null && <FailureNote failure={failure} />}
      </Form>
    </Dialog>
  );
}

interface UnlinkButtonProps {
  readonly view: CaseView;
  readonly otherId: string;
  readonly kind: LinkKind;
  readonly number: string;
}

/** Takes the tie away again. Both stay in the audit trail. */
export function UnlinkButton({ view, otherId, kind, number }: UnlinkButtonProps) {
  const { failure, isSending, send } = useSending();
  const unlink = () =>
    send(async () => {
      await call(caseRoutes.link, {
        params: { agencyId: view.agencyId, caseId: view.row.id },
        body: { linkId: newId(), otherId, kind, isRemoved: true },
      });
      await forget(caseRoutes.view);
    });
  return (
    <>
      <Popconfirm title={`不再与${number}关联？`} okText="取消关联" cancelText="保留" onConfirm={unlink}>
        <Button type="link" size="small" loading={isSending} aria-label={`取消与${number}的关联`}>
          取消关联
        </Button>
      </Popconfirm>
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
}
