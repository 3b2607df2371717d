import { Alert, Checkbox, Form, Input, Radio } from "antd";
import { useState } from "react";
import { publishingRoutes } from "../../api/publishing.js";
import { REVIEW_VERDICTS, type ReviewVerdict, VERDICT_LABELS } from "../../register/publishing/item-event.js";
import { call } from "../office/call.js";
import { useSession } from "../office/session.js";
import type { Item } from "./item.js";
import type { StepFormProps } from "./item-steps.js";
import { StepShell } from "./step-shell.js";

/** A step of the review: what was checked, the verdict and the opinion. Signed with the name of whoever is signed in. */
export function ReviewForm({ item, told, close }: StepFormProps) {
  const { accountId } = useSession();
  const turn = item.review?.chain.find(({ isTurn }) => isTurn);
  const [verdict, setVerdict] = useState<ReviewVerdict>("approve");
  const [checked, setChecked] = useState<readonly string[]>([]);
  const [opinion, setOpinion] = useState("");
  const [referredTo, setReferredTo] = useState("");
  if (turn === undefined) return null;
  const isReady =
    verdict === "approve"
      ? turn.checklist.every(({ id }) => checked.includes(id))
      : opinion.trim() !== "" && (verdict !== "refer" || referredTo.trim() !== "");
  const take = () =>
    call(publishingRoutes["review-item"], {
      params: { agencyId: item.agencyId, itemId: item.id },
      body: {
        version: item.version,
        stepId: turn.id,
        verdict,
        opinion: opinion.trim() === "" ? null : opinion,
        checked: [...checked],
        referredTo: verdict === "refer" ? referredTo : null,
      },
    });
  const left = verdict === "approve" ? leftAlone(item.review, accountId) : undefined;
  const basis = item.steps.find(({ id }) => id === "review-item")?.basis;
  return (
    <StepShell label={`${turn.name}：${VERDICT_LABELS[verdict]}`} {...{ basis, isReady, take, told, close }}>
      {left !== undefined && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlockEnd: 12 }}
          title={`“${left.name}”现在只有您能签署，而一个人在一轮中只能签署一个环节：您签了这一环节，那里就没有人可签。请由别人签署这一环节。`}
        />
      )}
      {turn.checklist.length > 0 && (
        <Form.Item label="审核要点，核对一项勾选一项">
          <Checkbox.Group value={[...checked]} onChange={setChecked} style={{ display: "grid", gap: 6 }}>
            {turn.checklist.map(({ id, text }) => (
              <Checkbox key={id} value={id}>
                {text}
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
      )}
      <Form.Item label="结论" extra={verdict === "approve" ? "要点核对完才能同意。" : "须写明意见。"}>
        <Radio.Group
          aria-label="结论"
          value={verdict}
          onChange={({ target }) => setVerdict(target.value as ReviewVerdict /* one of the options */)}
          options={REVIEW_VERDICTS.map((value) => ({ value, label: VERDICT_LABELS[value] }))}
        />
      </Form.Item>
      {verdict === "refer" && (
        <Form.Item label="报请哪个机关确定" htmlFor="review-referred">
          <Input id="review-referred" maxLength={200} value={referredTo} onChange={({ target }) => setReferredTo(target.value)} />
        </Form.Item>
      )}
      <Form.Item label={verdict === "approve" ? "意见（可不填）" : "意见"} htmlFor="review-opinion">
        <Input.TextArea
          id="review-opinion"
          autoSize={{ minRows: 2 }}
          maxLength={5000}
          value={opinion}
          onChange={({ target }) => setOpinion(target.value)}
        />
      </Form.Item>
    </StepShell>
  );
}

/** A later step that nobody could sign any more if this person signs the one in turn. */
function leftAlone(review: Item["review"], accountId: string) {
  if (review === null || !review.isOnePersonOneStep) return undefined;
  return review.chain.find(({ isTurn, waitsFor }) => !isTurn && waitsFor.length === 1 && waitsFor[0]?.id === accountId);
}
