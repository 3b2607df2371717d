import { Alert, Button, Card, Collapse } from "antd";
import { useState } from "react";
import type { CaseView } from "./case-page.js";
import { StepForm } from "./step-form.js";

type Step = CaseView["steps"][number];

/** What may be done now, each with its form; and, folded away, what may not and why. */
export function StepPanel({ view }: { readonly view: CaseView }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const possible = view.steps.filter(({ why, isAllowed }) => why === null && isAllowed);
  const others = view.steps.filter(({ why, isAllowed }) => why !== null || !isAllowed);
  const step = possible.find(({ id }) => id === chosen);
  return (
    <Card title="现在可以办理" size="small">
      <div className="stack">
        {said.length > 0 && (
          <Alert type="success" closable onClose={() => setSaid([])} title={said.map((line) => <div key={line}>{line}</div>)} />
        )}
        <div className="page-actions">
          {possible.map(({ id, label }) => (
            <Button
              key={id}
              type={id === chosen ? "primary" : "default"}
              aria-expanded={id === chosen}
              onClick={() => setChosen(id === chosen ? null : id)}
            >
              {label}
            </Button>
          ))}
          {possible.length === 0 && <span className="quiet">没有您可以办理的步骤。</span>}
        </div>
        {step !== undefined && (
          <StepForm
            key={step.id}
            view={view}
            step={step}
            close={() => setChosen(null)}
            tell={(lines) => {
              setSaid(lines);
              setChosen(null);
            }}
          />
        )}
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
      {steps.map(({ id, label, why, role }) => (
        <div key={id} style={{ display: "contents" }}>
          <dt>{label}</dt>
          <dd>{why ?? `这一步由${role.label}办理。`}</dd>
        </div>
      ))}
    </dl>
  );
}
