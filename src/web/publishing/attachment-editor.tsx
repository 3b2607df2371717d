import { Button, Card, Input, Space, Upload } from "antd";
import { publishingRoutes } from "../../api/publishing.js";
import type { ItemAttachment } from "../../register/publishing/item-content.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSession } from "../office/session.js";
import { useSending } from "../office/use-sending.js";
import { sizeText } from "./item.js";

interface AttachmentEditorProps {
  readonly attachments: readonly ItemAttachment[];
  /** Pictures that stand in the text: they go when they are taken out there. */
  readonly inText: ReadonlySet<string>;
  readonly change: (attachments: ItemAttachment[]) => void;
}

/** The files of an item. Names are published with them and can be put right here; the files themselves are never changed. */
export function AttachmentEditor({ attachments, inText, change }: AttachmentEditorProps) {
  const { agencyId } = useSession();
  const { failure, isSending, send } = useSending();
  const add = (files: readonly File[]) =>
    send(async () => {
      let next = [...attachments];
      for (const file of files) {
        const stored = await call(publishingRoutes["store-item-attachment"], { params: { agencyId }, file });
        next = [...next, stored];
        change(next);
      }
    });
  return (
    <Card title="附件" size="small">
      <div className="stack" style={{ gap: 8 }}>
        {attachments.length === 0 && (
          <span className="quiet">没有附件。docx、xlsx、pdf 等都可以；公开前会筛查文件里的内容和属性。</span>
        )}
        {attachments.map((file) => (
          <Space.Compact key={file.id} style={{ inlineSize: "100%" }}>
            <Input
              aria-label="附件的名称"
              value={file.name}
              onChange={({ target }) =>
                change(attachments.map((one) => (one.id === file.id ? { ...one, name: target.value } : one)))
              }
            />
            <Button disabled style={{ minInlineSize: 84 }}>
              {sizeText(file.size)}
            </Button>
            {inText.has(file.id) ? (
              <Button disabled>正文插图</Button>
            ) : (
              <Button aria-label={`去掉附件${file.name}`} onClick={() => change(attachments.filter(({ id }) => id !== file.id))}>
                去掉
              </Button>
            )}
          </Space.Compact>
        ))}
        <Upload
          multiple
          showUploadList={false}
          beforeUpload={(file, files) => {
            // The dialog gives every file in turn; they are sent together, in their order.
            if (file === files[0]) void add(files);
            return false;
          }}
        >
          <Button loading={isSending}>添加附件</Button>
        </Upload>
        {failure !== null && <FailureNote failure={failure} />}
      </div>
    </Card>
  );
}
