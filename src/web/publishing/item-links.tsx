import { Button, Card, Input, Modal, Select, Space } from "antd";
import { useState } from "react";
import { publishingRoutes } from "../../api/publishing.js";
import { LINK_RELATIONS, type LinkRelation } from "../../register/publishing/item-event.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { focusFirstField } from "./focus-first-field.js";
import { ItemLink } from "./item-metadata.js";
import type { ItemPart } from "./item-page.js";

type Link = ItemPart["item"]["links"][number];

const RELATION_CHOICES: Readonly<Record<LinkRelation, string>> = {
  interprets: "本件解读",
  repeals: "本件废止",
  amends: "本件修改",
  related: "与本件相关",
};

/** What the item interprets, repeals, amends, and the other way round. */
export function ItemLinks({ item, told }: ItemPart) {
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Link | null>(null);
  const isPossible = (id: string) => may("items:draft") && item.steps.some((step) => step.id === id && step.why === null);
  const own = (link: Link) => LINK_RELATIONS.some((relation) => relation === link.relation);
  return (
    <Card title="解读和相关文件" size="small">
      {item.links.length === 0 && (
        <p className="quiet" style={{ marginBlockStart: 0 }}>
          没有关联。
        </p>
      )}
      <ul style={{ margin: "0 0 8px", paddingInlineStart: 18 }}>
        {item.links.map((link) => (
          <li key={`${link.relation}-${link.itemId}`}>
            {link.label}：<ItemLink id={link.itemId} title={link.title} />
            {!link.isPublic && <span className="quiet">（未公开，公众看不到这一关联）</span>}
            {own(link) && isPossible("unlink-items") && (
              <Button type="link" size="small" onClick={() => setRemoved(link)} aria-label={`取消与${link.title}的关联`}>
                取消
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isPossible("link-items") && (
        <Button size="small" onClick={() => setAdding(true)}>
          关联
        </Button>
      )}
      {isAdding && <AddLink item={item} told={told} close={() => setAdding(false)} />}
      {removed !== null && <RemoveLink item={item} told={told} link={removed} close={() => setRemoved(null)} />}
    </Card>
  );
}

function AddLink({ item, told, close }: ItemPart & { readonly close: () => void }) {
  const { agencyId, id: itemId, version } = item;
  const [relation, setRelation] = useState<LinkRelation>("interprets");
  const [text, setText] = useState("");
  const [targetId, setTarget] = useState<string | null>(null);
  const { failure, isSending, send } = useSending();
  const found = useCall(publishingRoutes["list-items"], { params: { agencyId }, query: { text, limit: 20 } }, text.trim() !== "");
  const link = () =>
    send(async () => {
      if (targetId === null) return;
      await told(
        await call(publishingRoutes["link-items"], { params: { agencyId, itemId }, body: { version, relation, targetId } }),
      );
      close();
    });
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      title="关联其他信息"
      okText="关联"
      okButtonProps={{ loading: isSending, disabled: targetId === null }}
      onOk={link}
      onCancel={close}
    >
      <Space orientation="vertical" style={{ inlineSize: "100%" }}>
        <Select
          aria-label="关系"
          value={relation}
          onChange={setRelation}
          style={{ inlineSize: "100%" }}
          options={LINK_RELATIONS.map((value) => ({ value, label: RELATION_CHOICES[value] }))}
        />
        <Select
          aria-label="另一件信息"
          placeholder="输入名称、文号或者索引号查找"
          showSearch={{ filterOption: false, onSearch: setText }}
          value={targetId}
          onChange={setTarget}
          notFoundContent={text.trim() === "" ? "输入几个字查找" : "没有找到"}
          style={{ inlineSize: "100%" }}
          options={(found.data?.items ?? [])
            .filter(({ id }) => id !== itemId)
            .map(({ id, title, documentNumber }) => ({
              value: id,
              label: `${title}${documentNumber === null ? "" : `（${documentNumber}）`}`,
            }))}
        />
        {failure !== null && <FailureNote failure={failure} />}
      </Space>
    </Modal>
  );
}

function RemoveLink({ item, told, link, close }: ItemPart & { readonly link: Link; readonly close: () => void }) {
  const { agencyId, id: itemId, version } = item;
  const [why, setWhy] = useState("");
  const { failure, isSending, send } = useSending();
  const remove = () =>
    send(async () => {
      const body = { version, relation: link.relation as LinkRelation, targetId: link.itemId, why }; // only own relations are offered
      await told(await call(publishingRoutes["unlink-items"], { params: { agencyId, itemId }, body }));
      close();
    });
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      title="取消关联"
      okText="取消关联"
      cancelText="保留"
      okButtonProps={{ loading: isSending, disabled: why.trim() === "" }}
      onOk={remove}
      onCancel={close}
    >
      <p>
        {link.label}：{link.title}
      </p>
      <Input.TextArea
        aria-label="理由"
        placeholder="为什么取消"
        autoSize={{ minRows: 2 }}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      {failure !== null && <FailureNote failure={failure} />}
    </Modal>
  );
}
