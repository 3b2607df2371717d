import { Alert, Button, Checkbox } from "antd";
import { useMemo, useState } from "react";
import { type ReviewStep, reviewChainFault, SIGNING_ROLES } from "../../register/publishing/review-chain.js";
import { newId } from "../office/new-id.js";
import { useMay } from "../office/session.js";
import { moved } from "./ordered.js";
import { ReviewStepCard } from "./review-step-card.js";
import { SettingsActions } from "./settings-actions.js";
import { type PublishingSettings, type StoredSettings, useSettingsPart } from "./settings-part.js";
import { maySign, type Signer } from "./step-signers.js";

type Chain = PublishingSettings["chain"];

const MOST_STEPS = 5;
const LEAST_STEPS = 2;

/** 审核流程: who signs after the drafter, in which order, and what each says to have checked. */
export function ReviewChainTab({ stored, people }: { readonly stored: StoredSettings; readonly people: readonly Signer[] }) {
  const isReadOnly = !useMay()("agency:configure");
  const given = useMemo(() => ({ chain: stored.settings.chain }), [stored]);
  const draft = useSettingsPart("chain", stored, given);
  const { chain } = draft.part;
  const { steps } = chain;
  const [told, setTold] = useState("");
  const set = (part: Partial<Chain>) => draft.set({ chain: { ...chain, ...part } });
  const move = (at: number, by: -1 | 1) => {
    const step = steps[at];
    if (step === undefined) return;
    set({ steps: [...moved(steps, at, by)] });
    setTold(`“${step.name}”现在是第 ${at + by + 1} 个环节`);
    focusMover(step.id, by);
  };
  return (
    <div className="stack" style={{ maxInlineSize: 860 }}>
      <ChainRules />
      <p style={{ margin: 0 }}>
        现在的次序：<b>{["拟稿", ...steps.map(({ name }) => name || "（未命名）"), "公开"].join(" → ")}</b>
      </p>
      {steps.map((step, at) => (
        <ReviewStepCard
          key={step.id}
          step={step}
          people={people}
          place={{ at, last: steps.length - 1 }}
          isReadOnly={isReadOnly}
          set={(next) => set({ steps: steps.with(at, next) })}
          move={(by) => move(at, by)}
          remove={step.kind === "secrecy" || steps.length <= LEAST_STEPS ? null : () => set({ steps: steps.toSpliced(at, 1) })}
        />
      ))}
      <div role="status" className="quiet">
        {told}
      </div>
      {!isReadOnly && steps.length < MOST_STEPS && (
        <Button onClick={() => set({ steps: [...steps, newStep()] })} style={{ justifySelf: "start" }}>
          加一个环节
        </Button>
      )}
      <Checkbox
        disabled={isReadOnly}
        checked={chain.isOnePersonOneStep}
        onChange={({ target }) => set({ isOnePersonOneStep: target.checked })}
      >
        一个人在一轮审核中只能签署一个环节
      </Checkbox>
      {!isReadOnly && <SettingsActions of={draft} lacks={lackOf(chain, people)} />}
    </div>
  );
}

function ChainRules() {
  return (
    <Alert
      type="info"
      title="拟稿以后经过哪些环节，由本机关规定（2 至 5 个）；开始的三个环节是通常做法，不是法律规定。以下几条不能改变："
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          <li>公开前必须经过保密审查（条例第十七条）：这一环节可以换位置，不能去掉；没有通过，不能公开。</li>
          <li>拟写、修改过稿件的人不能审核自己的稿件。</li>
          <li>已经送审的稿件，按送审时的流程走完；新的流程用于以后送审的稿件。</li>
        </ul>
      }
    />
  );
}

const newStep = (): ReviewStep => ({
  ...{ id: newId(), name: "", kind: "opinion", people: [], checklist: [] },
  roles: [...SIGNING_ROLES.opinion],
});

function lackOf(chain: Chain, signers: readonly Signer[]): string | null {
  const { steps } = chain;
  if (steps.some(({ name }) => name.trim() === "")) return "每个环节都要有名称。";
  const open = steps.find(({ roles }) => roles.length === 0);
  if (open !== undefined) return `请选择“${open.name}”由谁签署。`;
  if (steps.some(({ checklist }) => checklist.some(({ text }) => text.trim() === "")))
    return "有审核要点是空的，请写上或者移除。";
  const unfit = steps.find((step) => step.people.some((id) => !signers.some((one) => one.id === id && maySign(one, step))));
  if (unfit !== undefined) return `“${unfit.name}”限定的人里有不能签署的，请移去。`;
  const fault = reviewChainFault(chain);
  return fault === null ? null : `${fault}。`;
}

/** The button stays under the fingers: a step that moved takes the focus along, at the end of the list that of the other way. */
function focusMover(id: string, by: -1 | 1): void {
  const button = (way: -1 | 1) =>
    document.querySelector<HTMLButtonElement>(`[data-mover="${CSS.escape(`${id}:${way}`)}"]:not(:disabled)`);
  requestAnimationFrame(() => (button(by) ?? button(by === 1 ? -1 : 1))?.focus());
}
