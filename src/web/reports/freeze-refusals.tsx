import { Alert } from "antd";
import { Link } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import type { reportRoutes } from "../../api/reports.js";

type Refusal = ReplyOf<typeof reportRoutes.readFreezing>["refusals"][number];

interface Kind {
  readonly ids: readonly string[];
  readonly title: (many: number) => string;
  /** Where it is done. */
  readonly way?: { readonly tab: string; readonly label: string };
}

/** What stands in the way of freezing, by where it is done. */
const KINDS: readonly Kind[] = [
  { ids: ["notOver"], title: () => "年度还没有结束" },
  { ids: ["nothingChanged"], title: () => "没有要更正的" },
  { ids: ["toWrite"], title: (many) => `还有 ${many} 处文字待写`, way: { tab: "narrative", label: "去写" } },
  { ids: ["unexplained"], title: (many) => `上年结转有 ${many} 处待说明`, way: { tab: "opening", label: "去说明" } },
  {
    ids: ["arithmetic", "noReason"],
    title: (many) => `检查有 ${many} 项待处理`,
    way: { tab: "findings", label: "去处理" },
  },
  { ids: ["cellDiffers"], title: (many) => `${many} 格与台账不一致`, way: { tab: "tables", label: "去看" } },
];

/** Everything that is still to be done, each kind with the way to where it is done. */
export function FreezeRefusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const known = new Set(KINDS.flatMap(({ ids }) => ids));
  const others = refusals.filter(({ refusalId }) => !known.has(refusalId));
  const kinds = [...KINDS, { ids: others.map(({ refusalId }) => refusalId), title: () => "还不能定稿" }];
  return kinds.map(({ ids, title, way }: Kind) => {
    const own = refusals.filter(({ refusalId }) => ids.includes(refusalId));
    if (own.length === 0) return null;
    return (
      <Alert
        key={ids.join()}
        type={ids.includes("nothingChanged") ? "info" : "warning"}
        showIcon
        title={
          <>
            <b>{title(own.length)}</b>　{way !== undefined && <Link to={`?tab=${way.tab}`}>{way.label}</Link>}
            {own.map(({ message }) => (
              <div key={message}>{message}</div>
            ))}
          </>
        }
      />
    );
  });
}
