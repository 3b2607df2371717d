import { Card, Form, Input, InputNumber, Radio, Select, Space } from "antd";
import type { ReactNode } from "react";
import { publishingRoutes } from "../../api/publishing.js";
import { ATTRIBUTE_LABELS, DISCLOSURE_ATTRIBUTES, WITHHOLDING_GROUNDS } from "../../law/publication/disclosure-attributes.js";
import { GENRES } from "../../law/publication/genres.js";
import { THEMES } from "../../law/publication/themes.js";
import { DayField } from "../components/day-field.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import type { ItemContent } from "./item.js";
import type { KeptContent } from "./kept-content.js";

interface DraftFieldsProps {
  readonly draft: KeptContent;
  readonly set: (change: Partial<KeptContent>) => void;
}

type Attribute = NonNullable<ItemContent["attribute"]>;
type Ground = Extract<Attribute, { readonly value: "withheld" }>["ground"];

const orNull = (text: string): string | null => (text === "" ? null : text);

const THEME_OPTIONS = THEMES.map(({ code, name, children }) => ({
  label: name,
  options: [{ value: code, label: name }, ...children.map((child) => ({ value: child.code, label: `${name}\\${child.name}` }))],
}));

/** The core metadata, each with what it is for and the article that asks for it. */
export function DraftFields({ draft, set }: DraftFieldsProps) {
  const { agencyId } = useSession();
  const catalogue = useCall(publishingRoutes["read-catalogue"], { params: { agencyId } });
  const entries = catalogue.data?.items ?? [];
  const chosen = entries.find(({ id }) => id === draft.disclosureItem);
  return (
    <Card title="核心元数据" size="small">
      <Form layout="vertical" requiredMark={false} className="draft-fields" component="div">
        <AttributeField draft={draft} set={set} />
        <Field
          id="disclosure"
          label="法定主动公开事项"
          help={chosen === undefined ? "条例第二十条、第二十一条中的哪一项；目录按它归类。" : `${chosen.basis}：${chosen.text}`}
        >
          <Select
            id="item-disclosure"
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            value={draft.disclosureItem}
            onChange={(value: string | undefined) => set({ disclosureItem: (value ?? null) as ItemContent["disclosureItem"] })} // one of the options
            options={entries.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          />
        </Field>
        <Field id="summary" label="内容概述" help="两三句话，写在目录里给公众看（条例第十二条第三款）。">
          <Input.TextArea
            id="item-summary"
            autoSize={{ minRows: 2 }}
            maxLength={1000}
            value={draft.summary ?? ""}
            onChange={({ target }) => set({ summary: orNull(target.value) })}
          />
        </Field>
        <Field id="number" label="文号" help="如：沭民发〔2025〕12号；没有的不填。">
          <Input
            id="item-number"
            maxLength={100}
            value={draft.documentNumber ?? ""}
            onChange={({ target }) => set({ documentNumber: orNull(target.value) })}
          />
        </Field>
        <Field id="made" label="生成日期" help="公文为签发日期。20 个工作日的公开期限从这天起算（条例第二十六条）。">
          <DayField id="item-made" value={draft.madeOn ?? ""} change={(madeOn) => set({ madeOn: orNull(madeOn) })} />
        </Field>
        <Field id="changed" label="变更日期" help="信息有变更、须重新公开时填写；期限改从这天起算（条例第二十六条）。">
          <DayField
            id="item-changed"
            value={draft.changedOn ?? ""}
            change={(changedOn) => set({ changedOn: orNull(changedOn) })}
          />
        </Field>
        <ClassFields draft={draft} set={set} />
        <OtherTerm draft={draft} set={set} />
      </Form>
    </Card>
  );
}

/** What kind of document it is, and what it is about. */
function ClassFields({ draft, set }: DraftFieldsProps) {
  const { agencyId } = useSession();
  const settings = useCall(publishingRoutes["read-publishing-settings"], { params: { agencyId } });
  return (
    <>
      <Field id="genre" label="体裁" help="按名称的末尾推断，可以改。">
        <Select
          id="item-genre"
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          value={draft.genre}
          onChange={(value) => set({ genre: value ?? null })}
          options={GENRES.map((value) => ({ value, label: value }))}
        />
      </Field>
      <Field id="theme" label="主题分类" help="国务院政策文件库的分类，输入几个字查找。">
        <Select
          id="item-theme"
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          value={draft.theme}
          onChange={(value) => set({ theme: value ?? null })}
          options={THEME_OPTIONS}
        />
      </Field>
      <Field id="kind" label="是否规章、规范性文件" help="计入年度报告表二的制发、废止和现行有效件数。">
        <Select
          id="item-kind"
          value={draft.documentKind ?? "none"}
          onChange={(value: "none" | "normative_docs" | "rules") => set({ documentKind: value === "none" ? null : value })}
          options={[
            { value: "none", label: "都不是" },
            { value: "normative_docs", label: "行政规范性文件" },
            { value: "rules", label: "规章" },
          ]}
        />
      </Field>
      <Field id="validity" label="有效性" help="标注的名称由本机关设置；动态、名单等没有有效性的不填。">
        <Select
          id="item-validity"
          allowClear
          value={draft.validity}
          onChange={(value) => set({ validity: value ?? null })}
          options={(settings.data?.settings.validityMarks ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field id="keywords" label="主题词" help="帮助公众查找，回车隔开，至多 20 个。">
        <Select
          id="item-keywords"
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={20}
          value={[...draft.keywords]}
          onChange={(keywords: string[]) => set({ keywords })}
        />
      </Field>
    </>
  );
}

function Field({
  id,
  label,
  help,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly help: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Form.Item label={label} htmlFor={`item-${id}`} extra={help} style={{ marginBlockEnd: 12 }}>
      {children}
    </Form.Item>
  );
}

const ATTRIBUTE_HELP: Readonly<Record<Attribute["value"], string>> = {
  active: "公文上标注“此件公开发布”。",
  "on-request": "公文上标注“此件依申请公开”；不上网，有人申请时答复。",
  withheld: "须有条例第十四条至第十六条的理由，每年评估一次是否还要保留（条例第十八条）。",
};

/** 公开属性: decided together with the draft (国办发〔2016〕80号); withheld only on a ground, with the reason for this document. */
function AttributeField({ draft, set }: DraftFieldsProps) {
  const { attribute } = draft;
  const choose = (value: Attribute["value"]) =>
    set({ attribute: value === "withheld" ? { value, ground: "internal", reason: "" } : { value } });
  return (
    <>
      <Form.Item
        label="公开属性"
        extra={attribute === null ? "拟稿时就要确定（国办发〔2016〕80号）。" : ATTRIBUTE_HELP[attribute.value]}
        style={{ marginBlockEnd: 12 }}
      >
        <Radio.Group
          aria-label="公开属性"
          value={attribute?.value ?? null}
          onChange={({ target }) => choose(target.value as Attribute["value"] /* one of the options */)}
          options={DISCLOSURE_ATTRIBUTES.map((value) => ({ value, label: ATTRIBUTE_LABELS[value].name }))}
        />
      </Form.Item>
      {attribute?.value === "withheld" && (
        <>
          <Field id="ground" label="不予公开的理由" help={groundHelp(attribute.ground)}>
            <Select
              id="item-ground"
              popupMatchSelectWidth={false}
              value={attribute.ground}
              onChange={(ground: Ground) => set({ attribute: { ...attribute, ground } })}
              options={WITHHOLDING_GROUNDS.map(({ id, name, basis }) => ({ value: id, label: `${name}（${basis.place}）` }))}
            />
          </Field>
          <Field id="reason" label="为什么适用于本件" help="只写条款不算理由。">
            <Input.TextArea
              id="item-reason"
              autoSize={{ minRows: 2 }}
              value={attribute.reason}
              onChange={({ target }) => set({ attribute: { ...attribute, reason: target.value } })}
            />
          </Field>
        </>
      )}
    </>
  );
}

function groundHelp(id: string): string {
  const ground = WITHHOLDING_GROUNDS.find((one) => one.id === id);
  if (ground === undefined) return "";
  return ground.force === "must" ? "条例规定不予公开。" : "条例规定可以不予公开：由本机关权衡，能公开的公开。";
}

/** A term other than the twenty working days: only a law or 法规 may set one. */
function OtherTerm({ draft: { otherTerm }, set }: DraftFieldsProps) {
  if (otherTerm === null) {
    return (
      <button type="button" className="plain-link" onClick={() => set({ otherTerm: { workingDays: 7, basis: "" } })}>
        法律、法规另有公开期限
      </button>
    );
  }
  return (
    <Form.Item label="另有的公开期限" extra="只有法律、法规可以另定期限（条例第二十六条），请写明哪一部、哪一条。">
      <Space.Compact style={{ inlineSize: "100%" }}>
        <InputNumber
          aria-label="工作日"
          min={1}
          max={250}
          value={otherTerm.workingDays}
          onChange={(workingDays) => set({ otherTerm: { ...otherTerm, workingDays: workingDays ?? 1 } })}
          suffix="个工作日"
          style={{ inlineSize: 140 }}
        />
        <Input
          aria-label="依据"
          placeholder="依据"
          value={otherTerm.basis}
          onChange={({ target }) => set({ otherTerm: { ...otherTerm, basis: target.value } })}
        />
      </Space.Compact>
      <button type="button" className="plain-link" onClick={() => set({ otherTerm: null })}>
        不另定期限
      </button>
    </Form.Item>
  );
}
