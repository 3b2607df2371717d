import { Tabs } from "antd";
import { useSearchParams } from "react-router";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { DocumentsTab } from "./documents-tab.js";
import { MonthsTab } from "./months-tab.js";
import { PowersTab } from "./powers-tab.js";
import { useYear } from "./year-choice.js";

/** 每月数字: what table two is made of, and cannot be counted from requests. */
export function CountsPage() {
  const { agencyId } = useSession();
  const { year, choice } = useYear();
  const [search, setSearch] = useSearchParams();
  const open = (tab: string) => {
    const next = new URLSearchParams(search);
    next.set("tab", tab);
    setSearch(next);
  };
  return (
    <>
      <PageHead
        title="每月数字"
        lead="年度报告表二（主动公开政府信息情况）的来源：按月填报或者导入，年底不用再补。每个数字都记着来源和历次改动。"
        actions={choice}
      />
      <Tabs
        activeKey={search.get("tab") ?? "months"}
        onChange={open}
        destroyOnHidden
        items={[
          { key: "months", label: "按月数字", children: <MonthsTab key={`${agencyId} ${year}`} year={year} /> },
          { key: "documents", label: "规章和规范性文件", children: <DocumentsTab key={`${agencyId} ${year}`} year={year} /> },
          { key: "powers", label: "没有的职权", children: <PowersTab year={year} /> },
        ]}
      />
    </>
  );
}
