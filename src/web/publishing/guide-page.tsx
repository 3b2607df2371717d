import { Tabs } from "antd";
import { useSearchParams } from "react-router";
import { publishingRoutes } from "../../api/publishing.js";
import { Answer } from "../office/answer.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import "./publishing.css";
import { GuideForm } from "./guide-form.js";
import { RulesForm } from "./rules-form.js";

/** 指南 and 制度: the first two of the four statutory columns, written in fields so that nothing required is missing unseen. */
export function GuidePage() {
  const { agencyId } = useSession();
  const [search, setSearch] = useSearchParams();
  return (
    <>
      <PageHead title="指南和制度" lead="门户四个法定栏目的前两个。写明的申请渠道才会出现在门户上。" />
      <Tabs
        activeKey={search.get("tab") ?? "guide"}
        onChange={(tab) => setSearch({ tab })}
        items={[
          { key: "guide", label: "政府信息公开指南", children: <GuideTab key={agencyId} /> },
          { key: "rules", label: "政府信息公开制度", children: <RulesTab key={agencyId} /> },
        ]}
      />
    </>
  );
}

function GuideTab() {
  const { agencyId } = useSession();
  const guide = useCall(publishingRoutes["read-guide"], { params: { agencyId } });
  return <Answer of={guide}>{(one) => <GuideForm key={one.version} given={one} />}</Answer>;
}

function RulesTab() {
  const { agencyId } = useSession();
  const rules = useCall(publishingRoutes["read-disclosure-rules"], { params: { agencyId } });
  return <Answer of={rules}>{({ version, rules: given }) => <RulesForm key={version} version={version} given={given} />}</Answer>;
}
