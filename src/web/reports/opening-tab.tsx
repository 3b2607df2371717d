import { Alert, Button, Card, Popconfirm, Space } from "antd";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { BooksFile } from "./books-file.js";
import { DifferenceCard } from "./difference-card.js";
import { OpeningFigures } from "./opening-figures.js";
import type { LiveReport } from "./report-page.js";

type Opening = ReplyOf<typeof reportRoutes.readOpening>;

/** What is read anew after the books were opened otherwise. */
export const OPENED_OTHERWISE = [
  reportRoutes.readOpening,
  reportRoutes.readReport,
  reportRoutes.readReportFindings,
  reportRoutes.readReportNarrative,
  reportRoutes.readPromises,
  reportRoutes.readFreezing,
  reportRoutes.compareYears,
] as const;

/** What last year's report hands on, and where the register says something else: each difference is explained before freezing. */
export function OpeningTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const may = useMay();
  const opening = useCall(reportRoutes.readOpening, { params: { agencyId, year: live.year } });
  return (
    <Answer of={opening}>
      {(books) => (
        <div className="stack" style={{ maxInlineSize: 900 }}>
          <Source books={books} year={live.year} />
          {books.kind !== "edition" && may("reports:write") && (
            <Space wrap>
              <BooksFile live={live} isOpened={books.kind === "paper"} />
              {books.kind === "paper" && <CloseBooks year={live.year} />}
            </Space>
          )}
          {books.kind !== null && <Differences live={live} books={books} />}
          {books.figures.length > 0 && <OpeningFigures format={live.format} books={books} />}
        </div>
      )}
    </Answer>
  );
}

function Differences({ live, books: { differences } }: { readonly live: LiveReport; readonly books: Opening }) {
  if (differences.length === 0) return <Alert type="success" showIcon title="上年报告与台账一致，没有要说明的。" />;
  return differences.map((difference) => (
    <DifferenceCard
      key={`${difference.agencyId}-${difference.table}-${difference.row}-${difference.column}`}
      live={live}
      difference={difference}
    />
  ));
}

function Source({ books, year: own }: { readonly books: Opening; readonly year: number }) {
  const { kind, title, fileName, year, openedAt, openedBy } = books;
  if (kind === null) {
    return (
      <Alert
        type="info"
        showIcon
        title={`还没有开账：系统里没有${own - 1}年的报告，上年结转现在取自台账。请用${own - 1}年已公布的报告文件开账：核对上年结转的件数，带出上年的承诺，并与上年比较。第一次用本系统编报告的年份需要做，以后自动以上年定稿开账。`}
      />
    );
  }
  return (
    <Card size="small">
      以{year}年的报告开账：<b>{title}</b>
      {kind === "edition" ? "（本系统定稿）" : `（读自文件 ${fileName ?? ""}）`}
      {openedAt !== null && (
        <div className="quiet">{`${openedBy ?? ""}，${minuteText(openedAt)}${kind === "edition" ? "定稿" : "开账"}`}</div>
      )}
    </Card>
  );
}

function CloseBooks({ year }: { readonly year: number }) {
  const { agencyId } = useSession();
  const { failure, isSending, send } = useSending();
  const close = () =>
    send(async () => {
      await call(reportRoutes.closeBooks, { params: { agencyId, year } });
      await forget(...OPENED_OTHERWISE);
    });
  return (
    <>
      <Popconfirm
        title="不再以这份文件开账？"
        description="上年结转改为取自台账；文件和开账的经过仍有记录，可以再次开账。"
        okText="撤回"
        onConfirm={close}
      >
        <Button loading={isSending}>撤回这次开账</Button>
      </Popconfirm>
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
}
