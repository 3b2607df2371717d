import { useState } from "react";
import { Link, useParams } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import { publishingRoutes } from "../../api/publishing.js";
import { screeningRoutes } from "../../api/screening.js";
import { Answer } from "../office/answer.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { addressOfHome, type RedactionHome } from "./redaction-place.js";
import { RedactionWork } from "./redaction-work.js";

/** 遮盖 of a pdf of a case, for 部分公开: the file made anew stays in the case, and the words go into the letter. */
export function RedactionPage() {
  const { agencyId } = useSession();
  const { caseId = "", attachmentId = "" } = useParams();
  const view = useCall(caseRoutes.view, { params: { agencyId, caseId } });
  const name = view.data?.attachments.find(({ id }) => id === attachmentId)?.name;
  return <Redacting home={{ kind: "case", caseId }} attachmentId={attachmentId} name={name} />;
}

/** 遮盖 of a pdf of an item before it is published: the file made anew takes its place. */
export function ItemRedactionPage() {
  const { agencyId } = useSession();
  const { itemId = "", attachmentId = "" } = useParams();
  const item = useCall(publishingRoutes["read-item"], { params: { agencyId, itemId } });
  return (
    <Answer of={item}>
      {(one) => (
        <Redacting
          home={{ kind: "item", item: one }}
          attachmentId={attachmentId}
          name={one.content.attachments.find(({ id }) => id === attachmentId)?.name}
        />
      )}
    </Answer>
  );
}

interface RedactingProps {
  readonly home: RedactionHome;
  readonly attachmentId: string;
  readonly name: string | undefined;
}

/** Areas drawn or found, each with its ground; then a file made anew, with the proof that nothing is left under the marks. */
function Redacting({ home, attachmentId, name }: RedactingProps) {
  const { agencyId } = useSession();
  const [page, setPage] = useState(1);
  const sheet = useCall(screeningRoutes.glyphs, { params: { agencyId, attachmentId, page } });
  return (
    <>
      <PageHead
        title={name === undefined ? "遮盖" : `遮盖：${name}`}
        windowTitle="遮盖"
        lead="在页面上拖动画出要遮盖的地方，或者按文字查找；每处选一项依据。原件不变，遮盖后的文件另存。"
        actions={<Link to={addressOfHome(home)}>{home.kind === "case" ? "返回案卷" : "返回信息"}</Link>}
      />
      <Answer of={sheet}>
        {({ pages, width, height }) => (
          <RedactionWork
            key={attachmentId}
            place={{ agencyId, attachmentId, home }}
            page={Math.min(page, pages)}
            pages={pages}
            size={{ width, height }}
            turn={setPage}
          />
        )}
      </Answer>
    </>
  );
}
