import { Alert, Button, Upload } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { Dialog } from "../components/dialog.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { OpeningFigures } from "./opening-figures.js";
import { OPENED_OTHERWISE } from "./opening-tab.js";
import type { LiveReport } from "./report-page.js";

type Opening = ReplyOf<typeof reportRoutes.openBooks>;

interface Tried {
  readonly file: File;
  readonly books: Opening;
}

interface BooksFileProps {
  readonly live: LiveReport;
  /** With another file already. */
  readonly isOpened: boolean;
}

/** Opens the books with a file in two steps: what was read from it is held against the paper first, then it counts. */
export function BooksFile({ live, isOpened }: BooksFileProps) {
  const { agencyId } = useSession();
  const { failure, isSending, send } = useSending();
  const [tried, setTried] = useState<Tried | null>(null);
  const open = (file: File, dryRun: "yes" | "no") =>
    call(reportRoutes.openBooks, { params: { agencyId, year: live.year }, query: { dryRun }, file });
  const read = (file: File) => send(async () => setTried({ file, books: await open(file, "yes") }));
  const write = ({ file }: Tried) =>
    send(async () => {
      await open(file, "no");
      await forget(...OPENED_OTHERWISE);
      setTried(null);
    });
  return (
    <>
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <Button type={isOpened ? "default" : "primary"} loading={isSending && tried === null}>
          {isOpened ? "换一份文件开账" : "用上年已公布的报告文件开账"}
        </Button>
      </Upload>
      <span className="quiet" style={{ marginInlineStart: 8 }}>
        docx、doc、wps、pdf、html、txt、xlsx 都可以；系统读出数字，您核对以后才算数。
      </span>
      {failure !== null && tried === null && <FailureNote failure={failure} />}
      {tried !== null && (
        <Dialog
          title="核对读出的数字"
          width={820}
          okText="数字无误，以此开账"
          okButtonProps={{ loading: isSending, autoFocus: true }}
          cancelText="不开账"
          onOk={() => write(tried)}
          onCancel={() => setTried(null)}
        >
          <Read live={live} tried={tried} />
          {failure !== null && <FailureNote failure={failure} />}
        </Dialog>
      )}
    </>
  );
}

/** What was read, before anything is stored. */
function Read({ live, tried: { file, books } }: { readonly live: LiveReport; readonly tried: Tried }) {
  const { title, warnings, differences } = books;
  return (
    <div className="stack">
      <div>
        文件 {file.name}：<b>{title}</b>
      </div>
      {warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={warning} />
      ))}
      {differences.length > 0 && (
        <Alert type="info" showIcon title={`有 ${differences.length} 格与台账不一致，开账以后逐格说明原因。`} />
      )}
      <OpeningFigures format={live.format} books={books} />
    </div>
  );
}
