import { Button, Card, Form, Input, Radio, Space } from "antd";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import type { BodyOf } from "../../api/define-route.js";
import { proceedingRoutes } from "../../api/proceedings.js";
import { DayField } from "../components/day-field.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { CaseChoice } from "./case-choice.js";
import { useKeptDraft } from "./kept-draft.js";
import { KIND_OPTIONS } from "./proceeding-list-page.js";

type Opening = BodyOf<typeof proceedingRoutes.open>;
const NOTHING = { number: "", forum: "", filedOn: "", reason: "" };
const NEW_ID = { id: "", eventId: "" };

/** Registers a reconsideration or lawsuit: against the answer to a request, or alone. */
export function ProceedingNewPage() {
  const { agencyId } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [ids] = useState(() => ({ ...NEW_ID, id: newId(), eventId: newId() }));
  const [caseId, setCaseId] = useState<string | null>(search.get("case"));
  const [kind, setKind] = useState<Opening["kind"]>("reconsideration");
  const [typed, setTyped, forgetDraft] = useKeptDraft(`proceeding:${agencyId}`, NOTHING);
  const [isCoDefendant, setCoDefendant] = useState(false);
  const [reconsiderationId, setReconsiderationId] = useState<string | null>(null);
  const { failure, isSending, send } = useSending();
  const file = useCall(caseRoutes.view, { params: { agencyId, caseId: caseId ?? "-" } }, caseId !== null);
  const reconsiderations = (caseId === null ? [] : (file.data?.proceedings ?? [])).filter(
    (one) => one.kind.code === "reconsideration",
  );
  const register = () =>
    send(async () => {
      const { number, forum, filedOn, reason } = typed;
      const after = kind === "litigation" ? { route: reconsiderationId === null ? "direct" : "after_review" } : { route: null };
      const body = {
        ...{ ...ids, kind, ...after, caseId, number: number.trim(), forum: forum.trim(), filedOn },
        reconsiderationId: kind === "litigation" ? reconsiderationId : null,
        isCoDefendant: kind === "litigation" && isCoDefendant,
        ...(reason.trim() !== "" && { reason: reason.trim() }),
      } as Opening; // the day is checked by the server
      const { view } = await call(proceedingRoutes.open, { params: { agencyId }, body });
      forgetDraft();
      await forget(proceedingRoutes.list, caseRoutes.view);
      navigate(`/proceedings/${encodeURIComponent(view.row.id)}`);
    });
  const set = (name: keyof typeof typed) => (event: { readonly target: { readonly value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value });
  return (
    <>
      <PageHead title="登记复议或者诉讼" lead="按通知书填写；答复期限从登记收到通知之日起算，在下一页登记。" />
      <Card size="small" style={{ maxInlineSize: 760 }}>
        <Form layout="vertical" requiredMark={false} onFinish={register}>
          <Form.Item label="种类">
            <Radio.Group value={kind} onChange={({ target }) => setKind(target.value)} options={KIND_OPTIONS} />
          </Form.Item>
          <Form.Item label="针对哪一件申请的答复（与申请无关的不填）" htmlFor="proceeding-case">
            <CaseChoice id="proceeding-case" value={caseId} label={file.data?.row.number} choose={setCaseId} />
          </Form.Item>
          {kind === "litigation" && (
            <Form.Item label="是否经过复议" extra="表四分“未经复议直接起诉”和“复议后起诉”两栏。">
              <Radio.Group
                value={reconsiderationId ?? ""}
                onChange={({ target }) => setReconsiderationId(target.value === "" ? null : String(target.value))}
                options={[
                  { value: "", label: "未经复议直接起诉" },
                  ...reconsiderations.map(({ id, number }) => ({ value: id, label: `复议后起诉（${number}）` })),
                ]}
              />
            </Form.Item>
          )}
          {kind === "litigation" && reconsiderationId !== null && (
            <Form.Item label="本机关的地位">
              <Radio.Group
                value={isCoDefendant}
                onChange={({ target }) => setCoDefendant(target.value === true)}
                options={[
                  { value: false, label: "被告" },
                  { value: true, label: "与复议机关为共同被告" },
                ]}
              />
            </Form.Item>
          )}
          <Form.Item label={kind === "litigation" ? "案号" : "复议案号"} htmlFor="proceeding-number">
            <Input id="proceeding-number" value={typed.number} onChange={set("number")} style={{ maxInlineSize: 320 }} />
          </Form.Item>
          <Form.Item label={kind === "litigation" ? "法院" : "复议机关"} htmlFor="proceeding-forum">
            <Input id="proceeding-forum" value={typed.forum} onChange={set("forum")} style={{ maxInlineSize: 420 }} />
          </Form.Item>
          <Form.Item label={kind === "litigation" ? "起诉日期" : "申请复议日期"} htmlFor="proceeding-filed">
            <DayField id="proceeding-filed" value={typed.filedOn} change={(filedOn) => setTyped({ ...typed, filedOn })} />
          </Form.Item>
          <Form.Item label="说明（可不填）" htmlFor="proceeding-reason" extra="补登的写明原因。">
            <Input id="proceeding-reason" value={typed.reason} onChange={set("reason")} />
          </Form.Item>
          {failure !== null && <FailureNote failure={failure} />}
          <Space style={{ marginBlockStart: 12 }}>
            <Button
              type="primary"
              htmlType="submit"
              loading={isSending}
              disabled={typed.number.trim() === "" || typed.forum.trim() === "" || typed.filedOn === ""}
            >
              登记
            </Button>
            <Button onClick={() => navigate(-1)}>取消</Button>
          </Space>
        </Form>
      </Card>
    </>
  );
}
