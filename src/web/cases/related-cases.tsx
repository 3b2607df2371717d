import { Button, Card, Tag } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import { useCall } from "../office/use-call.js";
import type { CaseView } from "./case-page.js";
import { dayText } from "./day-text.js";
import { isLinkKind, LinkDialog, UnlinkButton } from "./link-dialog.js";

const MOST_ALIKE = 5;

/** Pieces of the same letter, linked cases, reconsiderations and lawsuits, and what looks alike. */
export function RelatedCases({ view }: { readonly view: CaseView }) {
  const similar = useCall(caseRoutes.similar, { params: { agencyId: view.agencyId, caseId: view.row.id } });
  const alike = (similar.data?.cases ?? []).filter(({ id }) => !view.related.some((one) => one.id === id));
  const [showsAll, setShowsAll] = useState(false);
  const [isLinking, setLinking] = useState(false);
  const cases = [...view.related, ...(showsAll ? alike : alike.slice(0, MOST_ALIKE))];
  const items = similar.data?.items ?? [];
  return (
    <>
      <Card
        title="复议和诉讼"
        size="small"
        extra={view.mayHandle && <Link to={`/proceedings/new?case=${encodeURIComponent(view.row.id)}`}>登记</Link>}
      >
        {view.proceedings.length === 0 ? (
          <span className="quiet">没有。</span>
        ) : (
          view.proceedings.map(({ id, kind, number, forum, state, result }) => (
            <div key={id}>
              <Link to={`/proceedings/${encodeURIComponent(id)}`}>{`${kind.label} ${number}`}</Link>
              <div className="quiet">
                {forum}，{result?.label ?? state.label}
              </div>
            </div>
          ))
        )}
      </Card>
      {(cases.length > 0 || items.length > 0 || view.mayHandle) && (
        <Card
          title="相关和相似"
          size="small"
          extra={
            view.mayHandle && (
              <Button type="link" size="small" onClick={() => setLinking(true)}>
                关联
              </Button>
            )
          }
        >
          {cases.length === 0 && items.length === 0 && <span className="quiet">没有相关或者相似的申请。</span>}
          {isLinking && <LinkDialog view={view} close={() => setLinking(false)} />}
          {cases.map(({ id, number, description, relation, state, outcome, arrivedOn, isSameRequester }) => (
            <div key={id} style={{ marginBlockEnd: 8 }}>
              <Link to={`/cases/${encodeURIComponent(id)}`}>{number}</Link> <Tag>{relation.label}</Tag>
              {isSameRequester && <Tag color="warning">同一申请人</Tag>}
              {view.mayHandle && isLinkKind(relation.code) && (
                <UnlinkButton view={view} otherId={id} kind={relation.code} number={number} />
              )}
              <div className="quiet">
                {dayText(arrivedOn)}，{outcome?.label ?? state.label}：{description.slice(0, 40)}
              </div>
            </div>
          ))}
          {!showsAll && alike.length > MOST_ALIKE && (
            <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => setShowsAll(true)}>
              另外 {alike.length - MOST_ALIKE} 件相似的申请
            </Button>
          )}
          {items.map(({ id, title }) => (
            <div key={id}>
              <Tag color="success">已公开</Tag>
              <Link to={`/items/${encodeURIComponent(id)}`}>{title}</Link>
            </div>
          ))}
        </Card>
      )}
    </>
  );
}
