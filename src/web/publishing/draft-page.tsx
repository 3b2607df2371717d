import { Alert, Button, Card, Form, Input, Space } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { BodyOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { genreOfTitle } from "../../law/publication/genres.js";
import { useKeptDraft } from "../cases/kept-draft.js";
import { Answer } from "../office/answer.js";
import { CallFailed, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import "./publishing.css";
import { AttachmentEditor } from "./attachment-editor.js";
import { BlockEditor } from "./block-editor.js";
import { DraftFields } from "./draft-fields.js";
import { type Item, type ItemContent, settle } from "./item.js";
import {
  contentOf,
  type KeptContent,
  keptBlock,
  keptContent,
  NEW_CONTENT,
  pictureIds,
  picturesWithoutWords,
  withBlocks,
} from "./kept-content.js";
import { drawnAnew } from "./picture-field.js";
import { PublicPreview } from "./public-preview.js";
import { RevisionReason, useRevisionReason } from "./revision-reason.js";

type SentContent = BodyOf<(typeof publishingRoutes)["draft-item"]>["content"];

/** 拟稿 of something new. */
export function NewItemPage() {
  const { agencyId } = useSession();
  const empty = useMemo(() => keptContent(NEW_CONTENT), []);
  const save = (content: SentContent) => call(publishingRoutes["draft-item"], { params: { agencyId }, body: { content } });
  return (
    <Editor
      name={`item:new:${agencyId}`}
      empty={empty}
      title="拟稿"
      lead="名称以外的都可以以后再填，送审前系统会逐项提醒。填到一半关掉窗口也不会丢。"
      back="/items"
      save={save}
      isReady
    />
  );
}

/** 修改 of an item. What is public stays as it is until the new text has been reviewed. */
export function EditItemPage() {
  const { agencyId } = useSession();
  const { itemId = "" } = useParams();
  const item = useCall(publishingRoutes["read-item"], { params: { agencyId, itemId } });
  return <Answer of={item}>{(one) => <ItemEditor key={`${one.id}:${one.revision}`} item={one} />}</Answer>;
}

function ItemEditor({ item }: { readonly item: Item }) {
  const { agencyId, id: itemId, version, content, revision } = item;
  const empty = useMemo(() => keptContent(content), [content]);
  const reason = useRevisionReason(item);
  const whyNot = item.steps.find(({ id }) => id === "revise-item")?.why ?? null;
  const save = async (next: SentContent) => {
    const body = { version, content: next, why: reason.why };
    try {
      return await call(publishingRoutes["revise-item"], { params: { agencyId, itemId }, body });
    } catch (error) {
      if (error instanceof CallFailed && error.code === "RECORD_STALE") await forget(publishingRoutes["read-item"]);
      throw error;
    }
  };
  return (
    <>
      {whyNot !== null && <Alert type="warning" showIcon title={whyNot} style={{ marginBlockEnd: 12 }} />}
      <Editor
        name={`item:${agencyId}:${itemId}:${revision}`}
        empty={empty}
        title="修改"
        lead={item.publication === null ? undefined : "公众看到的内容不变，直到修改稿审核通过并公开。"}
        back={`/items/${encodeURIComponent(itemId)}`}
        save={save}
        isReady={reason.isReady && whyNot === null}
      >
        <RevisionReason reason={reason} />
      </Editor>
    </>
  );
}

interface EditorProps {
  readonly name: string;
  readonly empty: KeptContent;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly back: string;
  readonly save: (content: SentContent) => Promise<Item>;
  readonly isReady: boolean;
  readonly children?: React.ReactNode;
}

function Editor({ name, empty, title, lead, back, save, isReady, children }: EditorProps) {
  const navigate = useNavigate();
  const { agencyId } = useSession();
  const [isPreview, setPreview] = useState(false);
  const [draft, setDraft, forgetDraft] = useKeptDraft<KeptContent>(name, empty);
  const { failure, isSending, send } = useSending();
  const set = (change: Partial<KeptContent>) => setDraft({ ...draft, ...change });
  const wordless = picturesWithoutWords(draft);
  const isWhole = draft.title.trim() !== "" && isAttributeWhole(draft) && wordless === 0;
  // What is typed while a picture is on its way stays.
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const addPicture = (given: File) =>
    send(async () => {
      const file = await drawnAnew(given);
      const stored = await call(publishingRoutes["store-item-attachment"], { params: { agencyId }, file });
      const { attachments, blocks } = latest.current;
      const picture = keptBlock({ kind: "picture", attachmentId: stored.id, alt: "" });
      setDraft({ ...latest.current, attachments: [...attachments, stored], blocks: [...blocks, picture] });
    });
  const done = () =>
    send(async () => {
      const item = await save(contentOf(draft) as SentContent); // the server reads each day
      forgetDraft();
      await settle(item);
      void navigate(`/items/${encodeURIComponent(item.id)}`);
    });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields inside
    <div
      onKeyDown={({ ctrlKey, metaKey, key }) => {
        if ((ctrlKey || metaKey) && key === "Enter" && isWhole && isReady) void done();
      }}
    >
      <PageHead
        title={title}
        lead={lead}
        actions={
          <Space>
            {draft !== empty && (
              <Button
                onClick={() => {
                  forgetDraft();
                  void navigate(back);
                }}
              >
                放弃改动
              </Button>
            )}
            <Button onClick={() => navigate(back)}>返回</Button>
            <Button onClick={() => setPreview(true)}>预览</Button>
            <Button type="primary" loading={isSending} disabled={!isWhole || !isReady} onClick={done} title="Ctrl+Enter">
              保存
            </Button>
          </Space>
        }
      />
      {isPreview && <PublicPreview content={contentOf(draft)} close={() => setPreview(false)} />}
      <div className="stack">
        {failure !== null && <FailureNote failure={failure} />}
        {children}
        <div className="beside draft">
          <div className="stack">
            <TitleField draft={draft} set={set} />
            <Card title="正文" size="small" extra={<span className="quiet">Enter 另起一段；Alt+↑↓ 移动</span>}>
              <BlockEditor blocks={draft.blocks} change={(blocks) => set(withBlocks(draft, blocks))} addPicture={addPicture} />
              {wordless > 0 && (
                <p className="quiet" role="status" style={{ marginBlockEnd: 0 }}>
                  还有 {wordless} 幅插图没有文字说明。看不见图的人靠它知道图里是什么，写好才能保存。
                </p>
              )}
            </Card>
            <AttachmentEditor
              attachments={draft.attachments}
              inText={pictureIds(draft.blocks)}
              change={(attachments) => set({ attachments })}
            />
          </div>
          <DraftFields draft={draft} set={set} />
        </div>
      </div>
    </div>
  );
}

function isAttributeWhole({ attribute }: Pick<ItemContent, "attribute">): boolean {
  return attribute?.value !== "withheld" || attribute.reason.trim() !== "";
}

interface TitleFieldProps {
  readonly draft: KeptContent;
  readonly set: (change: Partial<KeptContent>) => void;
}

/** 名称: where one begins; the kind of document follows from how it ends. */
function TitleField({ draft: { title, genre }, set }: TitleFieldProps) {
  return (
    <Card size="small">
      <Form layout="vertical" component="div" className="draft-fields">
        <Form.Item
          label="名称"
          htmlFor="item-title"
          extra="公文写全称，含发文事由和文种（条例第十二条第三款）。"
          style={{ marginBlockEnd: 0 }}
        >
          <Input.TextArea
            id="item-title"
            autoFocus={title === ""}
            autoSize
            maxLength={500}
            style={{ fontSize: 18, fontWeight: 600 }}
            value={title}
            onChange={({ target }) => set({ title: target.value.replaceAll("\n", "") })}
            onBlur={() => genre === null && set({ genre: genreOfTitle(title) })}
          />
        </Form.Item>
      </Form>
    </Card>
  );
}
