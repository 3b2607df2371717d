import { Button, Card, Empty, Input, Radio } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { LiveReport } from "./report-page.js";

type Promises = ReplyOf<typeof reportRoutes.readPromises>;
type Promised = Promises["promises"][number];

const STATES = [
  { value: "done", label: "已经做到" },
  { value: "partly", label: "做到一部分" },
  { value: "not-yet", label: "还没有做到" },
];

/** What last year's report promised to improve, and what became of it. The answers are printed in section five. */
export function PromisesTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const promises = useCall(reportRoutes.readPromises, { params: { agencyId, year: live.year } });
  return (
    <Answer of={promises}>
      {(reply) =>
        reply.promises.length === 0 ? (
          <Empty
            description={
              reply.previous === null ? "没有上年的报告。开账以后，上年承诺的改进会列在这里。" : "上年报告里没有找到承诺的改进。"
            }
          />
        ) : (
          <div className="stack" style={{ maxInlineSize: 900 }}>
            <p className="quiet">
              {reply.promises.length} 项承诺，已经回应 {reply.answered} 项。回应会印在第五部分。
            </p>
            {reply.promises.map((one) => (
              <PromiseCard key={`${one.number}-${reply.version}`} year={live.year} version={reply.version} promised={one} />
            ))}
          </div>
        )
      }
    </Answer>
  );
}

interface PromiseCardProps {
  readonly year: number;
  readonly version: number;
  readonly promised: Promised;
}

function PromiseCard({ year, version, promised }: PromiseCardProps) {
  const { agencyId } = useSession();
  const may = useMay();
  const { failure, isSending, send } = useSending();
  const [state, setState] = useState(promised.state);
  const [answer, setAnswer] = useState(promised.answer.join("\n"));
  const save = () =>
    send(async () => {
      await call(reportRoutes.answerPromise, {
        params: { agencyId, year, number: promised.number },
        body: { version, state, answer: answer.split("\n").filter((line) => line.trim() !== "") },
      });
      await forget(reportRoutes.readPromises, reportRoutes.readReportNarrative, reportRoutes.readReport);
    });
  const isChanged = state !== promised.state || answer !== promised.answer.join("\n");
  return (
    <Card size="small">
      <blockquote style={{ margin: "0 0 8px", paddingInlineStart: 12, borderInlineStart: "3px solid var(--sun)" }}>
        {promised.promise}
      </blockquote>
      <Radio.Group
        value={state}
        disabled={!may("reports:write")}
        onChange={({ target }) => setState(target.value as Promised["state"])}
        options={STATES} /* one of the options */
      />
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 10 }}
        style={{ marginBlock: 8 }}
        value={answer}
        readOnly={!may("reports:write")}
        placeholder="做了什么，效果怎样；没有做到的，为什么、下一步怎么办"
        aria-label="落实情况"
        onChange={({ target }) => setAnswer(target.value)}
      />
      {failure !== null && <FailureNote failure={failure} />}
      <Button loading={isSending} disabled={!isChanged} onClick={save}>
        保存
      </Button>
    </Card>
  );
}
