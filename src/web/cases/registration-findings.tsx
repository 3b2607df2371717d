import { Alert, Card } from "antd";
import { useEffect, useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import type { BodyOf, ReplyOf } from "../../api/define-route.js";
import { call } from "../office/call.js";
import { dayText } from "./day-text.js";
import { type Registration, registrationOf } from "./registration.js";

export type Checked = ReplyOf<typeof caseRoutes.check>;
const PAUSE = 500;

/** What is doubtful about the proof of identity: it is said at its field. */
export function identityDoubt(checked: Checked | null): Checked["warnings"][number] | undefined {
  return checked?.warnings.find(({ code }) => code === "identifier" || code === "no-identity");
}

/** What the register knows already: the number it will have, the last day, the same person, alike requests. */
export function Findings({ checked }: { readonly checked: Checked | null }) {
  return (
    <div className="stack stays" aria-live="polite">
      <Card size="small" title="登记后">
        <dl className="facts">
          <dt>编号</dt>
          <dd>{checked?.nextNumber ?? "……"}</dd>
          <dt>答复期限</dt>
          <dd>{checked?.due ? dayText(checked.due) : "确认收到以后起算"}</dd>
        </dl>
      </Card>
      {checked?.warnings
        .filter((one) => one !== identityDoubt(checked))
        .map(({ code, message, cases }) => (
          <Alert
            key={`${code}-${message}`}
            type="warning"
            showIcon
            title={message}
            description={cases.map(({ id, number }) => (
              <div key={id}>
                <a href={`/cases/${encodeURIComponent(id)}`} target="_blank" rel="noreferrer">
                  {number}
                </a>
              </div>
            ))}
          />
        ))}
    </div>
  );
}

/** What the server says of what is filled in so far, a moment after the last key. */
export function useChecked(agencyId: string, draft: Registration): Checked | null {
  const [checked, setChecked] = useState<Checked | null>(null);
  const asked = JSON.stringify(registrationOf(draft, { letterId: "check-letter", pieceId: (at) => `check-piece-${at}` }));
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const body = JSON.parse(asked) as BodyOf<typeof caseRoutes.check>; // written above
      call(caseRoutes.check, { params: { agencyId }, body, signal: stop.signal }).then(setChecked, () => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, agencyId]);
  return checked;
}
