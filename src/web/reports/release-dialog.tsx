import { reportRoutes } from "../../api/reports.js";
import { Dialog } from "../components/dialog.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { LiveReport } from "./report-page.js";

interface ReleaseDialogProps {
  readonly edition: LiveReport["editions"][number];
  readonly close: () => void;
}

/** What is released is public and stays so: it is asked once more. */
export function ReleaseDialog({ edition: { year, edition }, close }: ReleaseDialogProps) {
  const { agencyId } = useSession();
  const { failure, isSending, send } = useSending();
  const publish = () =>
    send(async () => {
      await call(reportRoutes.releaseReport, { params: { agencyId, year, edition } });
      await forget(reportRoutes.readReport, reportRoutes.readFreezing, reportRoutes.listReports);
      close();
    });
  return (
    <Dialog
      title={`发布第 ${edition} 版`}
      okText="发布"
      okButtonProps={{ loading: isSending, autoFocus: true }}
      onOk={publish}
      onCancel={close}
    >
      <p>
        系统写出 docx、pdf
        等各种格式的文件，逐个读回核对，全部一致才发布。发布以后，公众马上可以在公开平台上查到这一版；发现错误可以更正为新的一版，但是这一版不能收回。
      </p>
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
}
