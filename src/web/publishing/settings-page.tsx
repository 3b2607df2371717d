import { Tabs } from "antd";
import { useSearchParams } from "react-router";
import { publishingRoutes } from "../../api/publishing.js";
import { Answer } from "../office/answer.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import "./publishing.css";
import { PublishingTerms } from "./publishing-terms.js";
import { WebhooksTab } from "./webhooks-tab.js";

/** How an agency publishes: its terms and numbers, to whom it hands over, which other systems it tells. */
export function PublishingSettingsPage() {
  const { agencyId } = useSession();
  const [search, setSearch] = useSearchParams();
  return (
    <>
      <PageHead title="主动公开设置" lead="期限提醒、索引号、移送的接收单位，以及把公开的消息推送给其他系统。" />
      <Tabs
        activeKey={search.get("tab") ?? "terms"}
        onChange={(tab) => setSearch({ tab })}
        items={[
          { key: "terms", label: "期限、索引号和移送", children: <TermsTab key={agencyId} /> },
          { key: "webhooks", label: "推送", children: <WebhooksTab key={agencyId} /> },
        ]}
      />
    </>
  );
}

function TermsTab() {
  const { agencyId } = useSession();
  const settings = useCall(publishingRoutes["read-publishing-settings"], { params: { agencyId } });
  return <Answer of={settings}>{(one) => <PublishingTerms key={one.version} stored={one} />}</Answer>;
}
