import { Tabs } from "antd";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { publishingRoutes } from "../../api/publishing.js";
import { Answer } from "../office/answer.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import "./publishing.css";
import { PublishingTerms } from "./publishing-terms.js";
import { ReviewChainTab } from "./review-chain-tab.js";
import type { StoredSettings } from "./settings-part.js";
import { ValidityMarksTab } from "./validity-marks-tab.js";
import { WebhooksTab } from "./webhooks-tab.js";

/** How an agency publishes: its terms and numbers, its review and its marks, to whom it hands over, which other systems it tells. */
export function PublishingSettingsPage() {
  const { agencyId } = useSession();
  const [search, setSearch] = useSearchParams();
  return (
    <>
      <PageHead
        title="主动公开设置"
        lead="审核流程、有效性标注、期限提醒、索引号、移送的接收单位，以及把公开的消息推送给其他系统。"
      />
      <Tabs
        activeKey={search.get("tab") ?? "terms"}
        onChange={(tab) => setSearch({ tab })}
        items={[
          { key: "terms", label: "期限、索引号和移送", children: <TermsTab key={agencyId} /> },
          { key: "chain", label: "审核流程", children: <ChainTab key={agencyId} /> },
          { key: "marks", label: "有效性标注", children: <MarksTab key={agencyId} /> },
          { key: "webhooks", label: "推送", children: <WebhooksTab key={agencyId} /> },
        ]}
      />
    </>
  );
}

const TermsTab = () => <Stored>{(stored) => <PublishingTerms key={stored.version} stored={stored} />}</Stored>;
const MarksTab = () => <Stored>{(stored) => <ValidityMarksTab key={stored.version} stored={stored} />}</Stored>;

function ChainTab() {
  const { agencyId } = useSession();
  const signers = useCall(publishingRoutes["list-signers"], { params: { agencyId } });
  return (
    <Answer of={signers}>
      {({ people }) => <Stored>{(stored) => <ReviewChainTab key={stored.version} stored={stored} people={people} />}</Stored>}
    </Answer>
  );
}

/** The settings as they stand; each tab changes its part of them. */
function Stored({ children }: { readonly children: (stored: StoredSettings) => ReactNode }) {
  const { agencyId } = useSession();
  const settings = useCall(publishingRoutes["read-publishing-settings"], { params: { agencyId } });
  return <Answer of={settings}>{children}</Answer>;
}
