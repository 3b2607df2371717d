import { useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import { CASE_ACTS } from "../../register/case-acts.js";
import { call } from "../office/call.js";
import type { CaseView } from "./case-page.js";
import { type Correction, CorrectionDialog } from "./correction-dialog.js";
import { EventTimeline, type TimelineEvent } from "./event-timeline.js";
import { forgetCase } from "./forget-case.js";

/** Whether whoever looks may put a record right. */
export function mayCorrect({ steps }: Pick<CaseView, "steps">): boolean {
  return steps.some(({ id, why, isAllowed }) => id === "correct" && why === null && isAllowed);
}

/** The story of a case, with a way to correct each record for whoever may. */
export function CaseStory({ view }: { readonly view: CaseView }) {
  const [wrong, setWrong] = useState<TimelineEvent | null>(null);
  const correct = async ({ replacement, reason, eventId }: Correction) => {
    await call(caseRoutes.correct, {
      params: { agencyId: view.agencyId, caseId: view.row.id },
      body: { eventId, version: view.row.version, corrects: wrong?.id ?? "", replacement, reason },
    });
    await forgetCase();
  };
  return (
    <>
      <EventTimeline timeline={view.timeline} correct={mayCorrect(view) ? setWrong : null} />
      {wrong !== null && (
        <CorrectionDialog
          event={wrong}
          acts={CASE_ACTS}
          send={correct}
          close={() => setWrong(null)}
          questionsOf={{ agencyId: view.agencyId, caseId: view.row.id }}
        />
      )}
    </>
  );
}
