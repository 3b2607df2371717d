import { Button, Card, Select, Space, Table, type TableColumnsType, Tag } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import { letterRoutes } from "../../api/letters.js";
import { Told } from "../components/told.js";
import type { CallFailed } from "../office/call.js";
import { addressOf } from "../office/call.js";
import { useMay } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import type { CaseView } from "./case-page.js";
import { dayText } from "./day-text.js";
import { DraftList } from "./draft-list.js";
import { LetterDialog } from "./letter-dialog.js";
import { OvertakenNote, useOvertaken } from "./overtaken.js";
import { ServeDialog } from "./serve-dialog.js";
import { useDrafts } from "./server-draft.js";

export type IssuedLetter = ReplyOf<typeof letterRoutes.list>["items"][number];
export type PossibleLetter = ReplyOf<typeof letterRoutes.possible>["items"][number];

/** The letters beside the case: those that went out, and those that could. */
export function CaseLetters({ view }: { readonly view: CaseView }) {
  const may = useMay();
  const params = { agencyId: view.agencyId, caseId: view.row.id };
  const issued = useCall(letterRoutes.list, { params });
  const possible = useCall(letterRoutes.possible, { params }, view.mayHandle);
  const drafts = useDrafts(view).data?.items ?? [];
  const [address, setAddress] = useSearchParams();
  const [drafted, setDrafted] = useState<string | null>(address.get("letter"));
  const [served, setServed] = useState<IssuedLetter | null>(null);
  const choices = (possible.data?.items ?? []).filter(({ standing }) => standing !== "no");
  const [said, setSaid] = useState<readonly string[]>([]);
  const { overtaken, setOvertaken, forgetOvertaken } = useOvertaken();
  const close = () => {
    setDrafted(null);
    setServed(null);
    // Whoever came from the desk for this letter is done with it.
    if (address.has("letter")) setAddress({}, { replace: true });
  };
  const tell = (lines: readonly string[]) => {
    setSaid(lines);
    forgetOvertaken();
    close();
  };
  // A draft is opened also where its letter is not possible any more: then it says why.
  const isDraft = drafts.some(({ letterId }) => letterId === drafted);
  const letter = (isDraft ? (possible.data?.items ?? []) : choices).find(({ letterId }) => letterId === drafted);
  const lost = (what: string) => (failure: CallFailed) => setOvertaken({ failure, what, typed: [] });
  return (
    <Card title="文书" size="small">
      <div className="stack">
        {said.length > 0 && <Told key={said.join()} lines={said} close={() => setSaid([])} />}
        <OvertakenNote overtaken={overtaken} close={forgetOvertaken} />
        <DraftList drafts={drafts} open={setDrafted} />
        {(issued.data?.items.length ?? 0) > 0 && (
          <Table<IssuedLetter>
            rowKey="id"
            size="small"
            pagination={false}
            columns={columns({ params, serve: view.mayHandle ? setServed : null })}
            dataSource={[...(issued.data?.items ?? [])]}
            scroll={{ x: 640 }}
          />
        )}
        {view.mayHandle && (
          <Space wrap>
            <Select
              placeholder="拟写文书……"
              aria-label="拟写文书"
              style={{ inlineSize: 320 }}
              value={null}
              loading={possible.isFetching}
              options={choices.map(({ letterId, name, occasion }) => ({ value: letterId, label: name, title: occasion }))}
              onChange={(value: string | null) => setDrafted(value)}
              notFoundContent="现在没有可以拟写的文书。"
            />
            <span className="quiet">
              {may("letters:issue") ? "签发时自动编文号，同时记入办理经过。" : "拟好后送签，由审核人或者负责人签发。"}
            </span>
          </Space>
        )}
      </div>
      {letter !== undefined && (
        <LetterDialog key={letter.letterId} {...{ view, letter, close, tell }} overtaken={lost(`签发《${letter.name}》`)} />
      )}
      {served !== null && (
        <ServeDialog {...{ view, close, tell }} letter={served} overtaken={lost(`登记送达《${served.title}》`)} />
      )}
    </Card>
  );
}

interface ColumnsInput {
  readonly params: { readonly agencyId: string; readonly caseId: string };
  readonly serve: ((letter: IssuedLetter) => void) | null;
}

function columns({ params, serve }: ColumnsInput): TableColumnsType<IssuedLetter> {
  return [
    {
      title: "文书",
      render: (_, { title, number, cautions }) => (
        <>
          {title}
          {number !== null && <div className="quiet">{number}</div>}
          {cautions.map((caution) => (
            <div key={caution} style={{ color: "var(--warning)" }}>
              {caution}
            </div>
          ))}
        </>
      ),
    },
    { title: "日期", width: 130, render: (_, { datedOn }) => dayText(datedOn) },
    {
      title: "送达",
      width: 150,
      render: (_, letter) =>
        letter.servedOn !== null ? (
          dayText(letter.servedOn)
        ) : letter.delivers === null && serve !== null ? (
          <Button size="small" onClick={() => serve(letter)}>
            登记送达
          </Button>
        ) : (
          letter.delivers === null && <Tag>未登记</Tag>
        ),
    },
    {
      title: "文件",
      width: 120,
      render: (_, { id, files }) => (
        <Space>
          {files.map(({ format }) => (
            <a key={format} href={addressOf(letterRoutes.file, { params: { ...params, id, format } })} download>
              {format}
            </a>
          ))}
        </Space>
      ),
    },
  ];
}
