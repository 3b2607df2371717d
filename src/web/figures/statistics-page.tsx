import { Button, Tabs } from "antd";
import { useSearchParams } from "react-router";
import { statisticsRoutes } from "../../api/statistics.js";
import { addressOf } from "../office/call.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { AgenciesBelow } from "./agencies-below.js";
import { OwnStatistics } from "./own-statistics.js";
import { useYear } from "./year-choice.js";

/** 统计分析: of one's own agency, and for a supervisor of the agencies below. */
export function StatisticsPage() {
  const { agencyId, agencies } = useSession();
  const { year, choice } = useYear();
  const [search, setSearch] = useSearchParams();
  const isSupervising =
    agencies.some(({ isBelow }) => isBelow) && agencies.some(({ id, isBelow }) => id === agencyId && !isBelow);
  const tab = isSupervising ? (search.get("tab") ?? "below") : "own";
  const open = (key: string) => {
    const next = new URLSearchParams(search);
    next.set("tab", key);
    setSearch(next);
  };
  const at = { params: { agencyId }, query: { year } };
  const file =
    tab === "below" ? addressOf(statisticsRoutes.exportAgenciesBelow, at) : addressOf(statisticsRoutes.exportStatistics, at);
  return (
    <>
      <PageHead
        title="统计分析"
        lead="办理要多久、时间花在哪里、怎样答复、复议诉讼纠正了什么、公开了多少。天数都是工作日，由台账数出。"
        actions={
          <>
            {choice}
            <Button href={file}>导出 xlsx</Button>
          </>
        }
      />
      {isSupervising ? (
        <Tabs
          activeKey={tab}
          onChange={open}
          destroyOnHidden
          items={[
            { key: "below", label: "下级机关", children: <AgenciesBelow year={year} /> },
            { key: "own", label: "本机关", children: <OwnStatistics year={year} /> },
          ]}
        />
      ) : (
        <OwnStatistics year={year} />
      )}
    </>
  );
}
