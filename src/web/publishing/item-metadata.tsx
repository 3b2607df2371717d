import { Card } from "antd";
import { Link } from "react-router";
import { publishingRoutes } from "../../api/publishing.js";
import { disclosureItem } from "../../law/publication/disclosure-items.js";
import { themeName } from "../../law/publication/themes.js";
import { dayText, minuteText } from "../cases/day-text.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { attributeText, type Item } from "./item.js";

const DOCUMENT_KINDS = { rules: "规章", normative_docs: "行政规范性文件" } as const;

/** The core metadata as the catalogue shows it. What lacks is said, not left out. */
export function ItemMetadata({ item }: { readonly item: Item }) {
  const { content, publication } = item;
  const item20 = content.disclosureItem === null ? null : disclosureItem(content.disclosureItem);
  const rows: readonly (readonly [string, string | null])[] = [
    ["索引号", publication?.indexNumber ?? "公开时自动生成"],
    ["公开属性", attributeText(content)],
    ...(content.attribute?.value === "withheld" ? [["理由", content.attribute.reason] as const] : []),
    ["内容概述", content.summary],
    ["文号", content.documentNumber],
    ["生成日期", content.madeOn === null ? null : dayText(content.madeOn)],
    ...(content.changedOn === null ? [] : [["变更日期", dayText(content.changedOn)] as const]),
    ["主题分类", content.theme === null ? null : themeName(content.theme)],
    ["体裁", content.genre],
    ["法定事项", item20 === null ? null : `${item20.shortName}（条例${item20.basis.place}）`],
    ["有效性", item.validity?.label ?? null],
    ...(content.documentKind === null ? [] : [["计入表二", DOCUMENT_KINDS[content.documentKind]] as const]),
    ...(content.keywords.length === 0 ? [] : [["主题词", content.keywords.join("、")] as const]),
    ...(publication === null ? [] : [["公开时间", minuteText(publication.publishedAt)] as const]),
  ];
  return (
    <Card title="核心元数据" size="small">
      <dl className="facts">
        {rows.map(([label, text]) => (
          <div key={label} style={{ display: "contents" }}>
            <dt>{label}</dt>
            <dd>{text === null || text === "" ? <span className="quiet">未填</span> : text}</dd>
          </div>
        ))}
        {item.validity === null && content.validity !== null && <ValidityMark mark={content.validity} />}
      </dl>
    </Card>
  );
}

function ValidityMark({ mark }: { readonly mark: string }) {
  const { agencyId } = useSession();
  const settings = useCall(publishingRoutes["read-publishing-settings"], { params: { agencyId } });
  const name = settings.data?.settings.validityMarks.find(({ id }) => id === mark)?.name;
  return (
    <div style={{ display: "contents" }}>
      <dt>有效性标注</dt>
      <dd>{name ?? mark}</dd>
    </div>
  );
}

/** A link to another item by its title. */
export function ItemLink({ id, title }: { readonly id: string; readonly title: string }) {
  return <Link to={`/items/${encodeURIComponent(id)}`}>{title}</Link>;
}
