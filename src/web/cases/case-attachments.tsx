import { Button, Card, Modal, Upload } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import { addressOf, CallFailed, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { forget } from "../office/use-call.js";
import type { CaseView } from "./case-page.js";

const SHOWN_IN_PLACE = /^(application\/pdf|image\/(png|jpeg|gif|webp))$/;

/** The files of a case: seen in place where a browser can, saved otherwise. */
export function CaseAttachments({ view: { row, agencyId, attachments, mayHandle } }: { readonly view: CaseView }) {
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const [shown, setShown] = useState<CaseView["attachments"][number] | null>(null);
  const addressFor = (attachmentId: string) =>
    addressOf(caseRoutes.readAttachment, { params: { agencyId, caseId: row.id, attachmentId } });
  const send = async (file: File) => {
    setFailure(null);
    try {
      await call(caseRoutes.attach, { params: { agencyId, caseId: row.id }, query: { attachmentId: newId() }, file });
      await forget(caseRoutes.view);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure(error);
    }
  };
  return (
    <Card title="附件" size="small">
      {attachments.length === 0 && (
        <p className="quiet" style={{ margin: "0 0 8px" }}>
          还没有附件。
        </p>
      )}
      <ul style={{ margin: "0 0 8px", paddingInlineStart: 18 }}>
        {attachments.map((file) => (
          <li key={file.id}>
            {SHOWN_IN_PLACE.test(file.mediaType) ? (
              <Button
                type="link"
                size="small"
                style={{ paddingInline: 0, blockSize: "auto", whiteSpace: "normal", textAlign: "start" }}
                onClick={() => setShown(file)}
              >
                {file.name}
              </Button>
            ) : (
              <a href={addressFor(file.id)} download={file.name}>
                {file.name}
              </a>
            )}
            {mayHandle && file.mediaType === "application/pdf" && (
              <Link
                to={`/cases/${encodeURIComponent(row.id)}/redact/${encodeURIComponent(file.id)}`}
                style={{ marginInlineStart: 8 }}
              >
                遮盖
              </Link>
            )}
          </li>
        ))}
      </ul>
      {mayHandle && (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            void send(file);
            return false;
          }}
        >
          <Button size="small">添加附件</Button>
        </Upload>
      )}
      {failure !== null && <FailureNote failure={failure} />}
      {shown !== null && (
        <Modal open title={shown.name} width="90vw" footer={null} onCancel={() => setShown(null)}>
          <iframe title={shown.name} src={addressFor(shown.id)} style={{ inlineSize: "100%", blockSize: "75vh", border: 0 }} />
        </Modal>
      )}
    </Card>
  );
}
