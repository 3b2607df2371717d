import { Card, Empty } from "antd";
import { useState } from "react";
import { submissionRoutes } from "../../api/submissions.js";
import { Told } from "../components/told.js";
import { Answer } from "../office/answer.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { OneAnswer } from "./published-answers.js";

/** 公开的答复: every answer of the agency that stands on the portal. */
export function PublishedAnswersPage() {
  const { agencyId } = useSession();
  const answers = useCall(submissionRoutes.listAnswers, { params: { agencyId } });
  const [said, setSaid] = useState<readonly string[]>([]);
  return (
    <>
      <PageHead
        title="公开的答复"
        lead="有人在公开平台写申请时，内容相近的答复会先显示出来，也许不必再申请（条例第四十四条）。过时的请撤回。"
      />
      <div className="stack" style={{ maxInlineSize: 860 }}>
        {said.length > 0 && <Told key={said.join()} lines={said} close={() => setSaid([])} />}
        <Answer of={answers}>
          {({ items }) => (
            <Card size="small">
              {items.length === 0 && (
                <Empty
                  image={Empty.PRESENTED_IMAGE_SIMPLE}
                  description="公开平台上还没有答复。打开一件已经答复的申请，在“公开的答复”里点“公开一条”。"
                />
              )}
              {items.map((answer) => (
                <OneAnswer key={answer.id} answer={answer} view={null} agencyId={agencyId} tell={setSaid} />
              ))}
            </Card>
          )}
        </Answer>
      </div>
    </>
  );
}
