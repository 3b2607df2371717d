import { Alert, Button, Card, Collapse } from "antd";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { publishingRoutes } from "../../api/publishing.js";
import { RIGHTS, type Right } from "../../api/rights.js";
import { CallFailed, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { Item } from "./item.js";
import type { ItemPart } from "./item-page.js";
import { RecallForm } from "./recall-form.js";
import { CancelScheduleForm, PublishForm, ScheduleForm, WithdrawForm } from "./release-forms.js";
import { ReviewForm } from "./review-form.js";
import { SecrecyReviewForm } from "./secrecy-review-form.js";
import { ChannelForm, ReassessForm, ValidityForm } from "./standing-forms.js";

type Step = Item["steps"][number];

/** Which right a step asks for, as its route does. Steps that have a place of their own on the page are not listed. */
const RIGHT_OF: ReadonlyMap<string, Right> = new Map([
  ["revise-item", "items:draft"],
  ["record-screening", "items:draft"],
  ["submit-item", "items:draft"],
  ["review-item", "items:review"],
  ["review-secrecy", "items:secrecy-review"],
  ["recall-submission", "items:draft"],
  ["schedule-item", "items:review"],
  ["cancel-schedule", "items:review"],
  ["publish-item", "items:review"],
  ["withdraw-item", "items:withdraw"],
  ["reassess-item", "items:review"],
  ["record-channel", "items:draft"],
  ["change-validity", "items:review"],
]);

/** Steps that are done at once, without a form. */
const AT_ONCE = ["record-screening", "submit-item"] as const;

export interface StepFormProps extends ItemPart {
  readonly close: () => void;
}

const FORMS: ReadonlyMap<string, (props: StepFormProps) => ReactNode> = new Map([
  ["review-item", (props) => <ReviewForm {...props} />],
  ["review-secrecy", (props) => <SecrecyReviewForm {...props} />],
  ["recall-submission", (props) => <RecallForm {...props} />],
  ["schedule-item", (props) => <ScheduleForm {...props} />],
  ["cancel-schedule", (props) => <CancelScheduleForm {...props} />],
  ["publish-item", (props) => <PublishForm {...props} />],
  ["withdraw-item", (props) => <WithdrawForm {...props} />],
  ["reassess-item", (props) => <ReassessForm {...props} />],
  ["record-channel", (props) => <ChannelForm {...props} />],
  ["change-validity", (props) => <ValidityForm {...props} />],
]);

/** What may be done now, each with its form; and, folded away, what may not and why. */
export function ItemSteps({ item, told }: ItemPart) {
  const may = useMay();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const { failure, isSending, send } = useSending();
  const steps = item.steps.filter(({ id }) => RIGHT_OF.has(id)).map((step) => ({ ...step, why: whyNot(item, step, may) }));
  const possible = steps.filter(({ why }) => why === null);
  const others = steps.filter(({ why }) => why !== null);
  const take = (id: string) => {
    const atOnce = AT_ONCE.find((one) => one === id);
    if (id === "revise-item") void navigate(`/items/${encodeURIComponent(item.id)}/edit`);
    else if (atOnce === undefined) setChosen(id === chosen ? null : id);
    else void send(() => takeAtOnce(item, atOnce, told));
  };
  const form = possible.some(({ id }) => id === chosen) ? FORMS.get(chosen ?? "") : undefined;
  const main = mainStep(item, possible);
  return (
    <Card title="现在可以办理" size="small">
      <div className="stack" style={{ gap: 12 }}>
        {item.missing.length > 0 && (
          <Alert type="info" showIcon title={`送审前还缺：${item.missing.join("、")}。点“修改”补齐。`} />
        )}
        <div className="page-actions">
          {possible.map(({ id, label }) => (
            <Button
              key={id}
              id={`step-${id}`}
              type={id === chosen || (chosen === null && id === main) ? "primary" : "default"}
              aria-expanded={FORMS.has(id) ? id === chosen : undefined}
              loading={isSending && AT_ONCE.some((one) => one === id)}
              onClick={() => take(id)}
            >
              {label}
            </Button>
          ))}
          {possible.length === 0 && <span className="quiet">没有您可以办理的步骤。</span>}
        </div>
        {failure !== null && <FailureNote failure={failure} />}
        {form?.({ item, told, close: () => setChosen(null) })}
        {others.length > 0 && (
          <Collapse
            ghost
            size="small"
            items={[
              { key: "others", label: `现在不能办理的 ${others.length} 个步骤和原因`, children: <Others steps={others} /> },
            ]}
          />
        )}
      </div>
    </Card>
  );
}

function Others({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <dl className="facts">
      {steps.map(({ id, label, why }) => (
        <div key={id} style={{ display: "contents" }}>
          <dt>{label}</dt>
          <dd>{why}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the state says, then what the person may do, then whose turn it is. */
function whyNot({ review }: Item, { id, why }: Step, may: (right: Right) => boolean): string | null {
  if (why !== null) return why;
  const right = RIGHT_OF.get(id);
  const turn = review?.chain.find(({ isTurn }) => isTurn);
  if (turn !== undefined && id === "review-item" && turn.kind === "secrecy")
    return `现在轮到“${turn.name}”，使用保密审查表办理。`;
  if (turn !== undefined && id === "review-secrecy" && turn.kind !== "secrecy")
    return `现在轮到“${turn.name}”，还没有轮到保密审查。`;
  if (right !== undefined && !may(right)) return `这一步需要“${RIGHTS[right].label}”的权限。`;
  if ((id === "review-item" || id === "review-secrecy") && review?.whyNotYou != null) return review.whyNotYou;
  return null;
}

/** The step that leads on. */
const ONWARDS = [
  "review-secrecy",
  "review-item",
  "publish-item",
  "submit-item",
  "record-screening",
  "revise-item",
  "reassess-item",
];

function mainStep({ screening }: Item, possible: readonly Step[]): string | null {
  // What was found comes first, and has its buttons beside the text.
  if (screening.isCurrent && screening.open > 0) return null;
  const asked = ONWARDS.filter((id) => id !== "record-screening" || !screening.isCurrent);
  return asked.find((id) => possible.some((step) => step.id === id)) ?? null;
}

async function takeAtOnce(item: Item, step: (typeof AT_ONCE)[number], told: ItemPart["told"]): Promise<void> {
  const { agencyId, id: itemId, version } = item;
  const route = step === "submit-item" ? publishingRoutes["submit-item"] : publishingRoutes["screen-item"];
  await orStale(async () => told(await call(route, { params: { agencyId, itemId }, body: { version } })));
}

/** Does a step; when somebody else was faster, the page is read again before the failure is told. */
export async function orStale(step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (error instanceof CallFailed && error.code === "RECORD_STALE") await forget(publishingRoutes["read-item"]);
    throw error;
  }
}
