import type { CheckedReport } from "../../findings/checked-file.js";
import { CheckedReportView } from "./checked-report-view.js";
import { type Frame, PageFrame } from "./frame.js";

/** A report the server has checked. Nothing of it is kept: the page is the only copy. */
export function CheckResultPage({ frame, checked }: { readonly frame: Frame; readonly checked: CheckedReport }) {
  return (
    <PageFrame frame={frame}>
      <CheckedReportView checked={checked} />
    </PageFrame>
  );
}
