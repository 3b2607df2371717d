import { Alert, Button, Card, Segmented } from "antd";
import { useEffect, useState } from "react";
import { Link, useNavigate } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import { screeningRoutes } from "../../api/screening.js";
import { keepForLater } from "../cases/kept-draft.js";
import { copyText } from "../components/copy-text.js";
import { addressOf } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSending } from "../office/use-sending.js";
import { type Item, settle } from "./item.js";
import { withAttachment } from "./mask-in-files.js";
import { addressOfHome, type Redacted, type RedactionPlace } from "./redaction-place.js";
import "./redaction.css";

interface RedactionResultProps {
  readonly result: Redacted;
  readonly place: RedactionPlace;
  /** Back to the marks; `isDone`: they are not needed any more. */
  readonly again: (isDone: boolean) => void;
}

const MOST_SHOWN = 60;

/** The file that was made, as it is read back; what was proved; what a person still must look at; and the words for the letter. */
export function RedactionResult({ result, place: { agencyId, attachmentId, home }, again }: RedactionResultProps) {
  const { attachment, pages, boxes, summary, parts, elsewhere, unseen } = result;
  const navigate = useNavigate();
  /** The parts stand in the letter when it is opened; why each is withheld in this case, a person still writes. */
  const putIntoLetter = (caseId: string) => {
    keepForLater(`${caseId}:L-PARTIAL`, { withheld: parts.map((one) => ({ ...one, reasons: "" })) });
    again(true);
    void navigate(addressOfHome(home));
  };
  const [page, setPage] = useState(1);
  useEffect(() => {
    scrollTo({ top: 0 });
  }, []);
  return (
    <div className="redaction">
      <div className="stack" style={{ gap: 8 }}>
        <div>
          第{" "}
          <Segmented
            aria-label="页"
            value={page}
            onChange={setPage}
            options={Array.from({ length: Math.min(pages, MOST_SHOWN) }, (_, at) => at + 1)}
          />{" "}
          页
        </div>
        <div className="redaction-sheet" data-preview="yes">
          <img
            alt={`遮盖后的第 ${page} 页`}
            src={addressOf(screeningRoutes.page, {
              params: { agencyId, attachmentId: attachment.id, page },
              query: { dpi: 130 },
            })}
          />
        </div>
      </div>
      <div className="stack">
        <Alert
          type="success"
          showIcon
          title={`已制作“${attachment.name}”：遮盖 ${boxes} 处。`}
          description="已重新打开核对：遮盖处没有文字、像素全黑，要遮盖的文字全文没有，没有注释、附件和属性，没有原文件的数据。左边是读回的样子。"
        />
        {elsewhere.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title="遮盖的文字在别处还有，请看是否也要遮盖："
            description={elsewhere.slice(0, 20).map(({ text, page: at }) => (
              <div key={`${at}-${text}`}>
                第 {at} 页：{text}
              </div>
            ))}
          />
        )}
        {unseen.length > 0 && (
          <Alert type="warning" showIcon title={`第 ${unseen.join("、")} 页的文字画出来看不清，请打开核对内容是否完整。`} />
        )}
        {home.kind === "case" && (
          <Card size="small" title="写入答复的说明" extra={<CopyButton text={summary.join("\n")} />}>
            <Button type="primary" style={{ marginBlockEnd: 10 }} onClick={() => putIntoLetter(home.caseId)}>
              写入《部分公开告知书》的草稿，回到案卷
            </Button>
            <div className="letter-words">
              {summary.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </Card>
        )}
        <div className="page-actions">
          {home.kind === "case" ? (
            <Button
              href={addressOf(caseRoutes.readAttachment, {
                params: { agencyId, caseId: home.caseId, attachmentId: attachment.id },
              })}
              target="_blank"
            >
              打开文件
            </Button>
          ) : (
            <PutInPlace item={home.item} attachmentId={attachmentId} attachment={attachment} done={() => again(true)} />
          )}
          <Button onClick={() => again(false)}>再改</Button>
          {home.kind === "case" && (
            <Link to={addressOfHome(home)}>
              <Button onClick={() => again(true)}>回到案卷</Button>
            </Link>
          )}
        </div>
      </div>
    </div>
  );
}

interface PutInPlaceProps {
  readonly item: Item;
  readonly attachmentId: string;
  readonly attachment: Redacted["attachment"];
  readonly done: () => void;
}

/** The file made anew in the place of the old one: a new revision of the item, screened again. */
function PutInPlace({ item, attachmentId, attachment, done }: PutInPlaceProps) {
  const navigate = useNavigate();
  const { failure, isSending, send } = useSending();
  const put = () =>
    send(async () => {
      const attachments = item.content.attachments.map((one) => (one.id === attachmentId ? attachment : one));
      await settle(await withAttachment(item, attachments, "遮盖附件中不公开的内容"));
      done();
      void navigate(`/items/${encodeURIComponent(item.id)}`);
    });
  return (
    <>
      <Button type="primary" loading={isSending} onClick={put}>
        替换原附件
      </Button>
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
}

/** Puts words on the clipboard. */
function CopyButton({ text }: { readonly text: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(text);
    setCopied(true);
  };
  return (
    <Button size="small" onClick={copy}>
      {isCopied ? "已复制" : "复制"}
    </Button>
  );
}
