import { Alert, Button, Card, Form, Space } from "antd";
import { reportRoutes } from "../../api/reports.js";
import { Answer } from "../office/answer.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { Count, CountList } from "./count-fields.js";
import { CountedFacts } from "./counted-facts.js";
import type { LiveReport } from "./report-page.js";
import { type Facts, type TypedFacts, useTypedFacts } from "./use-typed-facts.js";

/** What the register cannot count: trainings, proposals, items by column and channel. A blank stays blank and is not printed as zero. */
export function FactsTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const facts = useCall(reportRoutes.readYearFacts, { params: { agencyId, year: live.year } });
  return <Answer of={facts}>{(reply) => <FactsForm key={reply.version} year={live.year} facts={reply} />}</Answer>;
}

function FactsForm({ year, facts }: { readonly year: number; readonly facts: Facts }) {
  const may = useMay();
  const { typed, type, isHalf, isChanged, save, failure, isSending } = useTypedFacts(year, facts);
  const { trainings, congress, conference, published, channels } = typed;
  return (
    <div className="beside">
      <Form layout="vertical" className="stack" disabled={!may("reports:write")}>
        <Card size="small" title="培训">
          <Space size={24} wrap>
            <Count label="举办次数" value={trainings.held} change={(held) => type({ trainings: { ...trainings, held } })} />
            <Count label="参加人次" value={trainings.people} change={(people) => type({ trainings: { ...trainings, people } })} />
          </Space>
          {isHalf.trainings && <HalfNote>两个数都要填；没有的填 0，都不填则报告不写培训。</HalfNote>}
        </Card>
        <ProposalsCard congress={congress} conference={conference} isHalf={isHalf.proposals} type={type} />
        <CountList
          title="各栏目公开的信息条数"
          example="法定主动公开内容"
          counts={published}
          change={(counts) => type({ published: counts })}
        />
        <CountList
          title="各渠道公开的信息条数"
          example="微信公众号"
          counts={channels}
          change={(counts) => type({ channels: counts })}
        />
        {failure !== null && <FailureNote failure={failure} />}
        <Button
          type="primary"
          loading={isSending}
          disabled={!isChanged || isHalf.trainings || isHalf.proposals}
          onClick={save}
          style={{ alignSelf: "start" }}
        >
          保存
        </Button>
      </Form>
      <CountedFacts facts={facts} />
    </div>
  );
}

interface ProposalsCardProps extends Pick<TypedFacts, "congress" | "conference"> {
  readonly isHalf: boolean;
  readonly type: (change: Partial<TypedFacts>) => void;
}

function ProposalsCard({ congress, conference, isHalf, type }: ProposalsCardProps) {
  return (
    <Card size="small" title="建议和提案">
      <Space size={24} wrap>
        <Count
          label="人大代表建议办理件数"
          value={congress.handled}
          change={(handled) => type({ congress: { ...congress, handled } })}
        />
        <Count
          label="其中代表满意"
          value={congress.satisfied}
          change={(satisfied) => type({ congress: { ...congress, satisfied } })}
        />
        <Count
          label="政协提案办理件数"
          value={conference.handled}
          change={(handled) => type({ conference: { ...conference, handled } })}
        />
        <Count
          label="其中委员满意"
          value={conference.satisfied}
          change={(satisfied) => type({ conference: { ...conference, satisfied } })}
        />
      </Space>
      {isHalf && <HalfNote>四个数都要填；没有的填 0，都不填则报告不写建议和提案。</HalfNote>}
    </Card>
  );
}

/** What is filled in half would not be printed: it is said before it is saved. */
function HalfNote({ children }: { readonly children: string }) {
  return <Alert type="warning" showIcon title={children} style={{ marginBlockStart: 8 }} />;
}
