import { Link } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import { statisticsRoutes } from "../../api/statistics.js";
import { Answer } from "../office/answer.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { ChartCard } from "./chart-card.js";
import { daySpans } from "./day-spans.js";
import { Tile } from "./tile.js";
import "./figures.css";

type Statistics = ReplyOf<typeof statisticsRoutes.readStatistics>;

const SPREAD_HEAD = ["件数", "中位数", "平均", "九成不超过"];
const spreadOf = ({ cases, median, mean, ninth }: Pick<Statistics["standing"], "cases" | "median" | "mean" | "ninth">) => [
  cases,
  median,
  mean,
  ninth,
];

/** A year of one agency, each picture with its table. */
export function OwnStatistics({ year }: { readonly year: number }) {
  const { agencyId } = useSession();
  const statistics = useCall(statisticsRoutes.readStatistics, { params: { agencyId }, query: { year } });
  return (
    <Answer of={statistics}>
      {(reply) => (
        <div className="stack">
          <Standing standing={reply.standing} />
          <Times statistics={reply} />
          <Results statistics={reply} />
          <Publication statistics={reply} />
        </div>
      )}
    </Answer>
  );
}

function Standing({ standing }: { readonly standing: Statistics["standing"] }) {
  const { received, closed, closedLate, extended, open, openLate, median, ninth } = standing;
  const day = (value: number | null) => (value === null ? "—" : `${value} 天`);
  return (
    <div className="figure-tiles">
      <Tile name="收到申请" value={received} />
      <Tile name="办结" value={closed} />
      <Tile name="超期办结" value={closedLate} isBad={closedLate > 0} />
      <Tile name="延期答复" value={extended} />
      <Tile name="现在在办" value={<Link to="/cases?open=yes&sort=due">{open}</Link>} />
      <Tile name="现已逾期" value={openLate} isBad={openLate > 0} />
      <Tile name="用时中位数" value={day(median)} />
      <Tile name="九成不超过" value={day(ninth)} />
    </div>
  );
}

function Times({ statistics }: { readonly statistics: Statistics }) {
  return (
    <>
      <StageTimes statistics={statistics} />
      <MonthsAndUnits statistics={statistics} />
    </>
  );
}

/** Where the time goes, and how much of it the answers took. */
function StageTimes({ statistics: { days, stages } }: { readonly statistics: Statistics }) {
  const spans = daySpans(days);
  return (
    <>
      <ChartCard
        title="时间花在哪里"
        note="已答复的申请从收到到送达，各环节的工作日。“摊到每件”把没有经过这一环节的也算进去，所以各环节相加就是总用时。决定文书在系统里送签的，以第一次送签之日为界分成拟稿和签发，退回修改的时间算在签发里；没有送签的不分。"
        chart={{
          categories: ["摊到每件"],
          series: stages.map(({ label, share }) => ({ name: label, values: [share] })),
          unit: "个工作日",
          isAcross: true,
          isStacked: true,
        }}
        height={190}
        head={["环节", ...SPREAD_HEAD, "摊到每件"]}
        rows={stages.map((one) => [one.label, ...spreadOf(one), one.share])}
      />
      <ChartCard
        title="答复用了多少工作日"
        note="从收到（依法的收到之日）到作出决定；撤回的和视为放弃的不算。"
        chart={{
          categories: spans.map(({ label }) => label),
          series: [
            { name: "按期", values: spans.map(({ count, late }) => count - late) },
            { name: "超期", values: spans.map(({ late }) => late) },
          ],
          unit: "件",
          isStacked: true,
        }}
        head={["工作日", "件数", "其中超期"]}
        rows={spans.map(({ label, count, late }) => [label, count, late])}
      />
    </>
  );
}

function MonthsAndUnits({ statistics: { months, units } }: { readonly statistics: Statistics }) {
  return (
    <>
      <ChartCard
        title="按月收到和办结"
        chart={{
          categories: months.map(({ month }) => `${Number(month.slice(5))}月`),
          series: [
            { name: "收到", values: months.map(({ received }) => received) },
            { name: "办结", values: months.map(({ closed }) => closed) },
          ],
          unit: "件",
        }}
        head={["月份", "收到", "办结"]}
        rows={months.map(({ month, received, closed }) => [month, received, closed])}
      />
      <ChartCard
        title="各承办机构的用时"
        note="按最后转到的内设机构；没有转办的算在公开工作机构。"
        chart={{
          categories: units.map(({ name }) => name),
          series: [
            { name: "中位数", values: units.map(({ median }) => median) },
            { name: "九成不超过", values: units.map(({ ninth }) => ninth) },
          ],
          unit: "个工作日",
          isAcross: true,
        }}
        head={["承办机构", ...SPREAD_HEAD]}
        rows={units.map((one) => [one.name, ...spreadOf(one)])}
      />
    </>
  );
}

function Results({ statistics: { outcomes, reviews, corrected, channels, requesters } }: { readonly statistics: Statistics }) {
  const counts = (title: string, name: string, groups: Statistics["outcomes"]) => (
    <ChartCard
      title={title}
      chart={{
        categories: groups.map(({ label }) => label),
        series: [{ name: "件数", values: groups.map(({ count }) => count) }],
        unit: "件",
        isAcross: true,
      }}
      height={Math.max(160, groups.length * 30 + 40)}
      head={[name, "件数"]}
      rows={groups.map(({ label, count }) => [label, count])}
    />
  );
  return (
    <>
      {counts("怎样答复", "办理结果", outcomes)}
      <ChartCard
        title="行政复议和行政诉讼"
        note="本年新收的，和本年审结的结果；作为复议机关的共同被告不计。"
        chart={{
          categories: reviews.map(({ label }) => label),
          series: [
            { name: "维持", values: reviews.map(({ upheld }) => upheld) },
            { name: "纠正", values: reviews.map(({ corrected: many }) => many) },
            { name: "其他", values: reviews.map(({ other }) => other) },
            { name: "未审结", values: reviews.map(({ pending }) => pending) },
          ],
          unit: "件",
          isAcross: true,
          isStacked: true,
        }}
        height={200}
        head={["类别", "新收", "维持", "纠正", "其他", "未审结"]}
        rows={reviews.map((one) => [one.label, one.filed, one.upheld, one.corrected, one.other, one.pending])}
      />
      <ChartCard
        title="复议诉讼纠正了什么"
        note="被纠正的答复原来是怎样答复的：反复出现的，值得改做法。"
        chart={null}
        head={["原办理结果", "件数"]}
        rows={corrected.map(({ label, count }) => [label, count])}
        empty="这一年没有被纠正的答复。"
      />
      {counts("从哪里来", "渠道", channels)}
      {counts("谁在申请", "申请人类别", requesters)}
    </>
  );
}

function Publication({ statistics: { months, published } }: { readonly statistics: Statistics }) {
  return (
    <ChartCard
      title="主动公开"
      note="现在公开着的信息，按首次公开的月份和条例第二十条、第二十一条的项目。"
      chart={{
        categories: months.map(({ month }) => `${Number(month.slice(5))}月`),
        series: [{ name: "公开条数", values: months.map((one) => one.published) }],
        unit: "条",
      }}
      head={["法定公开项", "合计", ...months.map(({ month }) => `${Number(month.slice(5))}月`)]}
      rows={published.map(({ label, total, months: many }) => [label, total, ...many])}
      empty="这一年没有公开的信息。"
    />
  );
}
