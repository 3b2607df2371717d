import { Alert, Button, Card, Checkbox, Form, Input, Space } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { publishingRoutes } from "../../api/publishing.js";
import { valueOfHit } from "../../register/publishing/hit-id.js";
import { addressOf, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay } from "../office/session.js";
import { useSending } from "../office/use-sending.js";
import { DocumentView } from "./document-view.js";
import { HitRow } from "./hit-row.js";
import { type ItemHit, sizeText } from "./item.js";
import type { ItemPart } from "./item-page.js";
import { MarkedText } from "./marked-text.js";
import { maskInFiles } from "./mask-in-files.js";

/** The text of an item beside what the screening found in it: each find marked where it stands, cleared with a reason or hidden. */
export function ItemText({ item, told }: ItemPart) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [proof, setProof] = useState<readonly string[]>([]);
  const { hits, isCurrent } = item.screening;
  const hasHits = isCurrent && hits.length > 0;
  return (
    <Card title="内容" size="small" extra={<ScreeningSummary item={item} />}>
      {proof.length > 0 && (
        <Alert
          type="success"
          showIcon
          closable={{ onClose: () => setProof([]) }}
          title={proof.map((line) => <div key={line}>{line}</div>)}
          style={{ marginBlockEnd: 12 }}
        />
      )}
      <div className={hasHits ? "sided" : ""}>
        <Content item={item} chosen={chosen} />
        {hasHits && <Screening item={item} told={told} chosen={chosen} choose={setChosen} prove={setProof} />}
      </div>
    </Card>
  );
}

function ScreeningSummary({ item: { screening } }: Pick<ItemPart, "item">) {
  if (!screening.isCurrent) return <span className="quiet">这一稿还没有筛查</span>;
  if (screening.hits.length === 0) return <span className="quiet">已筛查，没有发现</span>;
  return screening.open === 0 ? (
    <span className="quiet">已筛查，{screening.hits.length} 处都已核对</span>
  ) : (
    <b style={{ color: "var(--danger)" }}>筛查发现 {screening.open} 处待处理</b>
  );
}

function Content({ item, chosen }: Pick<ItemPart, "item"> & { readonly chosen: string | null }) {
  const { content, screening, agencyId, id: itemId } = item;
  const may = useMay();
  const mayRevise = may("items:draft") && item.steps.some((step) => step.id === "revise-item" && step.why === null);
  const marked = screening.isCurrent ? screening.hits.filter(({ place }) => place.in === "text") : [];
  const shown = (part: string, text: string) => (
    <MarkedText text={text} hits={marked.filter(({ place }) => place.part === part)} chosen={chosen} />
  );
  const addressFor = (attachmentId: string) =>
    addressOf(publishingRoutes["read-item-attachment"], { params: { agencyId, itemId, attachmentId } });
  return (
    <div>
      {marked.some(({ place }) => place.part === "title") && <p>{shown("title", content.title)}</p>}
      {content.summary !== null && (
        <p className="quiet" style={{ marginBlockStart: 0 }}>
          {shown("summary", content.summary)}
        </p>
      )}
      <DocumentView
        blocks={content.blocks}
        text={shown}
        picture={(attachmentId, alt) => (
          <figure style={{ margin: "8px 0" }}>
            <img src={addressFor(attachmentId)} alt={alt} style={{ maxInlineSize: "100%" }} />
          </figure>
        )}
      />
      {content.blocks.length === 0 && content.attachments.length === 0 && <p className="quiet">还没有正文，也没有附件。</p>}
      {content.attachments.length > 0 && (
        <>
          <b>附件</b>
          <ul style={{ margin: "4px 0 0", paddingInlineStart: 18 }}>
            {content.attachments.map(({ id, name, size, mediaType }, index) => (
              <li key={id}>
                <a href={addressFor(id)} download={name}>
                  {shown(`attachments/${index}/name`, name)}
                </a>{" "}
                <span className="quiet">{sizeText(size)}</span>
                {mayRevise && mediaType === "application/pdf" && (
                  <Link
                    to={`/items/${encodeURIComponent(itemId)}/redact/${encodeURIComponent(id)}`}
                    style={{ marginInlineStart: 8 }}
                  >
                    遮盖
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface ScreeningProps extends ItemPart {
  readonly chosen: string | null;
  readonly choose: (hitId: string) => void;
  /** Says how it was proved that what was hidden is gone. */
  readonly prove: (sentences: readonly string[]) => void;
}

function Screening({ item, told, chosen, choose, prove }: ScreeningProps) {
  const may = useMay();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [isClearing, setClearing] = useState(false);
  const { failure, isSending, send } = useSending();
  const { agencyId, id: itemId, version, screening } = item;
  const params = { agencyId, itemId };
  const open = screening.hits.filter(({ cleared }) => cleared === null);
  const done = screening.hits.filter(({ cleared }) => cleared !== null);
  const wanted = open.filter(({ id }) => picked.has(id));
  const mayDecide = may("items:draft") && item.steps.some(({ id, why }) => id === "clear-hit" && why === null);
  const mask = () =>
    send(async () => {
      const said = await maskInFiles(item, wanted, told);
      const inText = wanted.flatMap(({ id, place }) => (place.in === "text" ? [id] : []));
      if (inText.length > 0) {
        const body = { version: said.version, hitIds: inText };
        await told(await call(publishingRoutes["mask-hits"], { params, body }));
      }
      const text = inText.length === 0 ? [] : [`已隐去正文 ${inText.length} 处，新的一稿已重新筛查。`];
      prove([...said.sentences, ...text]);
      setPicked(new Set());
    });
  const clear = (why: string) =>
    send(async () => {
      const body = { version, hitIds: wanted.map(({ id }) => id), why };
      await told(await call(publishingRoutes["clear-hits"], { params, body }));
      setPicked(new Set());
      setClearing(false);
    });
  const pick = (hit: ItemHit, isPicked: boolean) => {
    const next = new Set(picked);
    if (isPicked) next.add(hit.id);
    else next.delete(hit.id);
    setPicked(next);
  };
  const alike = (hit: ItemHit) => open.filter((other) => other.kind === hit.kind && valueOfHit(other.id) === valueOfHit(hit.id));
  const pickAll = (hits: readonly ItemHit[]) => setPicked(new Set([...picked, ...hits.map(({ id }) => id)]));
  const kinds = [...new Map(open.map(({ kind, label }) => [kind, label]))];
  return (
    <section aria-label="筛查结果" className="stack" style={{ gap: 8 }}>
      {mayDecide && open.length > 0 && (
        <div className="page-actions" style={{ alignItems: "center" }}>
          <Checkbox
            checked={wanted.length === open.length}
            indeterminate={wanted.length > 0 && wanted.length < open.length}
            onChange={({ target }) => setPicked(target.checked ? new Set(open.map(({ id }) => id)) : new Set())}
          >
            全选
          </Checkbox>
          <Button id="mask-hits" size="small" type="primary" disabled={wanted.length === 0} loading={isSending} onClick={mask}>
            隐去所选
          </Button>
          <Button id="clear-hits" size="small" disabled={wanted.length === 0 || isSending} onClick={() => setClearing(true)}>
            可以照原样公开
          </Button>
        </div>
      )}
      {mayDecide && kinds.length > 1 && (
        <div className="hit-kinds">
          <span className="quiet">按种类选择</span>
          {kinds.map(([kind, label]) => {
            const of = open.filter((hit) => hit.kind === kind);
            return (
              <Button key={kind} size="small" onClick={() => setPicked(new Set(of.map(({ id }) => id)))}>
                {label} {of.length}
              </Button>
            );
          })}
        </div>
      )}
      {failure !== null && !isClearing && <FailureNote failure={failure} />}
      {isClearing && (
        <ClearForm
          hits={wanted}
          clear={clear}
          isSending={isSending}
          close={() => setClearing(false)}
          fault={failure !== null && <FailureNote failure={failure} />}
        />
      )}
      {[...open, ...done].map((hit) => (
        <HitRow
          key={hit.id}
          hit={hit}
          content={item.content}
          isChosen={hit.id === chosen}
          choose={() => choose(hit.id)}
          picking={mayDecide && hit.cleared === null ? { isPicked: picked.has(hit.id), pick: (is) => pick(hit, is) } : null}
          alike={mayDecide && hit.cleared === null ? { count: alike(hit).length, pickAll: () => pickAll(alike(hit)) } : null}
        />
      ))}
    </section>
  );
}

interface ClearFormProps {
  readonly hits: readonly ItemHit[];
  readonly clear: (why: string) => Promise<void>;
  readonly isSending: boolean;
  readonly close: () => void;
  readonly fault: React.ReactNode;
}

function ClearForm({ hits, clear, isSending, close, fault }: ClearFormProps) {
  const [why, setWhy] = useState("");
  return (
    <Form
      layout="vertical"
      aria-label="可以照原样公开"
      className="hit-row"
      data-chosen="yes"
      onFinish={() => clear(why)}
      onKeyDown={({ key }) => key === "Escape" && close()}
    >
      <Form.Item label={`这 ${hits.length} 处为什么可以照原样公开`} htmlFor="clear-why" style={{ marginBlockEnd: 8 }}>
        <Input.TextArea
          id="clear-why"
          autoFocus
          placeholder="例如：本机关对外公布的办公电话"
          autoSize={{ minRows: 2 }}
          maxLength={5000}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
      </Form.Item>
      {fault}
      <Space>
        <Button type="primary" size="small" htmlType="submit" loading={isSending} disabled={why.trim() === ""}>
          记录
        </Button>
        <Button size="small" onClick={close}>
          取消
        </Button>
      </Space>
    </Form>
  );
}
