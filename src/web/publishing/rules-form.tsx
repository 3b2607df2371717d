import { Alert, Button, Card, Empty, Input, Select, Space } from "antd";
import { useMemo, useState } from "react";
import type { BodyOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { emptyRules, RULE_KIND_LABELS } from "../../register/publishing/disclosure-rules.js";
import { plainTextOf } from "../../register/publishing/item-block.js";
import { useKeptDraft } from "../cases/kept-draft.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { blocksOfText } from "./pasted-blocks.js";

type Rules = BodyOf<(typeof publishingRoutes)["write-disclosure-rules"]>["rules"];
type Rule = Rules["entries"][number];
type Kind = Rule["kind"];

const NO_RULES: Rules = { entries: [] };
const KINDS = Object.keys(RULE_KIND_LABELS) as Kind[]; // the keys of a constant

interface RulesFormProps {
  readonly version: number;
  readonly given: Rules | null;
}

/** 政府信息公开制度: each rule with its text here, as an item, or at its address elsewhere. */
export function RulesForm({ version, given }: RulesFormProps) {
  const { agencyId } = useSession();
  const may = useMay()("agency:configure");
  const empty = useMemo(() => given ?? NO_RULES, [given]);
  const [rules, setRules, forgetDraft] = useKeptDraft<Rules>(`rules:${agencyId}:${version}`, empty);
  const { failure, isSending, send } = useSending();
  const { entries } = rules;
  const set = (next: readonly Rule[]) => setRules({ entries: [...next] });
  const leadNowhere = emptyRules(rules);
  const isWhole = leadNowhere.length === 0 && entries.every(({ title }) => title.trim() !== "");
  const save = () =>
    send(async () => {
      await call(publishingRoutes["write-disclosure-rules"], { params: { agencyId }, body: { version, rules } });
      forgetDraft();
      await forget(publishingRoutes["read-disclosure-rules"]);
    });
  const move = (at: number) => {
    const [one, other] = [entries[at - 1], entries[at]];
    if (one !== undefined && other !== undefined) set(entries.with(at - 1, other).with(at, one));
  };
  return (
    <div className="stack" style={{ maxInlineSize: 900 }}>
      {entries.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="还没有制度。先加上《政府信息公开条例》，再加本机关的工作制度。"
        />
      )}
      {entries.map((entry, at) => (
        <RuleFields
          key={entry.id}
          entry={entry}
          isReadOnly={!may}
          set={(next) => set(entries.with(at, next))}
          remove={() => set(entries.toSpliced(at, 1))}
          up={at === 0 ? null : () => move(at)}
        />
      ))}
      {may && (
        <Space wrap>
          <Button onClick={() => set([...entries, newRule()])}>加一项</Button>
          <Button type="primary" disabled={rules === empty || !isWhole} loading={isSending} onClick={save}>
            保存并公开
          </Button>
        </Space>
      )}
      {leadNowhere.length > 0 && <Alert type="info" showIcon title="每一项都要有去处：全文、已公开的信息，或者网址。" />}
      {failure !== null && <FailureNote failure={failure} />}
    </div>
  );
}

const newRule = (): Rule => ({
  id: newId(),
  kind: "own",
  title: "",
  documentNumber: null,
  itemId: null,
  address: null,
  blocks: [],
});

interface RuleFieldsProps {
  readonly entry: Rule;
  readonly isReadOnly: boolean;
  readonly set: (entry: Rule) => void;
  readonly remove: () => void;
  readonly up: (() => void) | null;
}

function RuleFields({ entry, isReadOnly, set, remove, up }: RuleFieldsProps) {
  const text = plainTextOf(entry.blocks);
  return (
    <Card size="small">
      <div style={{ display: "grid", gap: 8 }}>
        <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
          <Select
            aria-label="类别"
            disabled={isReadOnly}
            value={entry.kind}
            onChange={(kind) => set({ ...entry, kind })}
            style={{ inlineSize: 190 }}
            options={KINDS.map((value) => ({ value, label: RULE_KIND_LABELS[value] }))}
          />
          <Input
            aria-label="名称"
            placeholder="名称"
            readOnly={isReadOnly}
            value={entry.title}
            style={{ flex: "2 1 260px" }}
            onChange={({ target }) => set({ ...entry, title: target.value })}
          />
          <Input
            aria-label="文号"
            placeholder="文号（可不填）"
            readOnly={isReadOnly}
            value={entry.documentNumber ?? ""}
            style={{ flex: "1 1 140px" }}
            onChange={({ target }) => set({ ...entry, documentNumber: target.value === "" ? null : target.value })}
          />
        </div>
        <RuleItem entry={entry} isReadOnly={isReadOnly} set={set} />
        <Input
          aria-label="网址"
          placeholder="或者网址，如 https://www.gov.cn/…"
          readOnly={isReadOnly}
          value={entry.address ?? ""}
          onChange={({ target }) => set({ ...entry, address: target.value.trim() === "" ? null : target.value.trim() })}
        />
        <RuleText
          key={entry.id}
          text={text}
          isReadOnly={isReadOnly}
          set={(next) => set({ ...entry, blocks: blocksOfText(next) })}
        />
        {!isReadOnly && (
          <Space>
            {up !== null && (
              <Button size="small" onClick={up}>
                上移
              </Button>
            )}
            <Button size="small" onClick={remove}>
              删去
            </Button>
          </Space>
        )}
      </div>
    </Card>
  );
}

interface RuleTextProps {
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly set: (text: string) => void;
}

/** Kept as it is typed, with an empty line at the end; what is saved are its lines, from the first letter on, so that the button is there. */
function RuleText({ text, isReadOnly, set }: RuleTextProps) {
  const [typed, setTyped] = useState(text);
  return (
    <Input.TextArea
      aria-label="全文"
      placeholder="或者在这里粘贴全文，一行一段"
      autoSize={{ minRows: 1, maxRows: 12 }}
      readOnly={isReadOnly}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        set(target.value);
      }}
    />
  );
}

/** The item it is published as: then the text is there, with its number and its mark of validity. */
function RuleItem({ entry, isReadOnly, set }: Pick<RuleFieldsProps, "entry" | "isReadOnly" | "set">) {
  const { agencyId } = useSession();
  const found = useCall(publishingRoutes["list-items"], {
    params: { agencyId },
    query: {
      state: "published",
      limit: 20,
      ...(entry.title.trim() !== "" && entry.itemId === null && { text: entry.title.trim() }),
    },
  });
  return (
    <Select
      allowClear
      disabled={isReadOnly}
      aria-label="已公开的信息"
      placeholder="已经作为信息公开的，在这里选择"
      showSearch={{ optionFilterProp: "label" }}
      value={entry.itemId}
      onChange={(itemId: string | undefined) => set({ ...entry, itemId: itemId ?? null })}
      options={(found.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}
