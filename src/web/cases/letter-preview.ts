import { useEffect, useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { letterRoutes } from "../../api/letters.js";
import type { LetterOrder } from "../../register/letters/letter-order.js";
import { call } from "../office/call.js";
import type { CaseView } from "./case-page.js";

export type Preview = ReplyOf<typeof letterRoutes.preview>;
const PAUSE = 500;

/** The letter as it would go out, a moment after the last key. */
export function usePreview(view: CaseView, order: LetterOrder): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const asked = JSON.stringify(order);
  const { agencyId } = view;
  const caseId = view.row.id;
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const body = JSON.parse(asked) as LetterOrder; // written above
      call(letterRoutes.preview, { params: { agencyId, caseId }, body, signal: stop.signal }).then(setPreview, () => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, agencyId, caseId]);
  return preview;
}
