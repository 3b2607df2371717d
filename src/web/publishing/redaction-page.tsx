import { Button, Card, Empty, Input, Segmented, Select, Space, Switch } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import type { ReplyOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { screeningRoutes } from "../../api/screening.js";
import { REDACTION_GROUNDS, type RedactionGroundId } from "../../law/outcomes/redaction-grounds.js";
import { useKeptDraft } from "../cases/kept-draft.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { Item } from "./item.js";
import { boxWithin, type DrawnMark, type PageBox, type PageSize, sentMark } from "./redaction-mark.js";
import { RedactionResult } from "./redaction-result.js";
import { RedactionSheet } from "./redaction-sheet.js";

export type Redacted = ReplyOf<typeof screeningRoutes.redact>;

/** What the file belongs to. */
export type RedactionHome = { readonly kind: "case"; readonly caseId: string } | { readonly kind: "item"; readonly item: Item };

export interface RedactionPlace {
  readonly agencyId: string;
  readonly attachmentId: string;
  readonly home: RedactionHome;
}

export function addressOfHome(home: RedactionHome): string {
  return home.kind === "case" ? `/cases/${encodeURIComponent(home.caseId)}` : `/items/${encodeURIComponent(home.item.id)}`;
}

interface Kept {
  readonly marks: readonly DrawnMark[];
}

const NO_MARKS: Kept = { marks: [] };
const GROUND_OPTIONS = REDACTION_GROUNDS.map(({ id, name, basis }) => ({
  value: id,
  label: `${name}（${basis.replace("《政府信息公开条例》", "条例")}）`,
}));

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
          <Redaction
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

interface RedactionProps {
  readonly place: RedactionPlace;
  readonly page: number;
  readonly pages: number;
  readonly size: PageSize;
  readonly turn: (page: number) => void;
}

function Redaction({ place, page, pages, size, turn }: RedactionProps) {
  const { agencyId, attachmentId } = place;
  const [{ marks }, setKept, forgetMarks] = useKeptDraft<Kept>(`redact:${attachmentId}`, NO_MARKS);
  const [ground, setGround] = useState<RedactionGroundId>("denied.third_party");
  const [chosen, setChosen] = useState<string | null>(null);
  const [isPreview, setPreview] = useState(false);
  const [result, setResult] = useState<Redacted | null>(null);
  const { failure, isSending, send } = useSending();
  const setMarks = (next: readonly DrawnMark[]) => setKept(next.length === 0 ? NO_MARKS : { marks: next });
  const set = (mark: DrawnMark) => setMarks(marks.map((one) => (one.id === mark.id ? mark : one)));
  const add = (areas: readonly { readonly page: number; readonly box: PageBox }[]) => {
    const added = areas.map((area) => ({ id: newId(), ...area, ground }));
    setMarks([...marks, ...added]);
    return added;
  };
  const remove = (id: string) => setMarks(marks.filter((one) => one.id !== id));
  const redact = () =>
    send(async () => {
      const body = { newId: newId(), marks: marks.map(sentMark), hasLegend: true };
      setResult(await call(screeningRoutes.redact, { params: { agencyId, attachmentId }, body }));
      await forget(caseRoutes.view);
    });
  if (result !== null) {
    const again = (isDone: boolean) => {
      if (isDone) forgetMarks();
      setResult(null);
    };
    return <RedactionResult result={result} place={place} again={again} />;
  }
  const here = marks.filter((mark) => mark.page === page);
  return (
    <div className="redaction">
      <div className="stack" style={{ gap: 8 }}>
        <Pager page={page} pages={pages} turn={turn} marks={marks} />
        <RedactionSheet
          {...{ agencyId, attachmentId, page, size, chosen, isPreview, set, remove }}
          marks={here}
          draw={(box) => setChosen(add([{ page, box }])[0]?.id ?? null)}
          choose={setChosen}
        />
        {pages > 1 && <Pager page={page} pages={pages} turn={turn} marks={marks} />}
      </div>
      <div className="redaction-tools stack">
        <Card size="small" title="依据">
          <Select
            aria-label="新画的地方的依据"
            value={ground}
            onChange={setGround}
            options={GROUND_OPTIONS}
            popupMatchSelectWidth={false}
            style={{ inlineSize: "100%" }}
          />
          <p className="quiet" style={{ margin: "6px 0 0", fontSize: 13 }}>
            先选依据再画；画好的也可以逐处改。
          </p>
        </Card>
        <TermSearch place={place} add={add} />
        <Card
          size="small"
          title={`要遮盖的 ${marks.length} 处`}
          extra={
            <Space size={6}>
              预览
              <Switch size="small" aria-label="预览遮盖后的样子" checked={isPreview} onChange={setPreview} />
            </Space>
          }
        >
          <div className="stack" style={{ gap: 8 }}>
            {marks.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有画。" style={{ margin: 4 }} />}
            <div className="redaction-marks">
              {marks.map((mark) => (
                <MarkLine
                  key={mark.id}
                  mark={mark}
                  set={set}
                  remove={() => remove(mark.id)}
                  show={() => {
                    turn(mark.page);
                    setChosen(mark.id);
                    requestAnimationFrame(() => document.getElementById(`mark-${mark.id}`)?.focus());
                  }}
                />
              ))}
            </div>
            <Button
              size="small"
              onClick={() => {
                const [added] = add([{ page, box: middleOf(size) }]);
                setChosen(added?.id ?? null);
                requestAnimationFrame(() => document.getElementById(`mark-${added?.id}`)?.focus());
              }}
            >
              用键盘加一块（方向键移动）
            </Button>
            {failure !== null && <FailureNote failure={failure} />}
            <Button type="primary" block disabled={marks.length === 0} loading={isSending} onClick={redact}>
              制作遮盖后的文件
            </Button>
          </div>
        </Card>
      </div>
    </div>
  );
}

function middleOf(size: PageSize): PageBox {
  const { width, height } = size;
  return boxWithin({ left: width / 3, top: height / 2 - 10, right: (width * 2) / 3, bottom: height / 2 + 10 }, size);
}

interface PagerProps extends Pick<RedactionProps, "page" | "pages" | "turn"> {
  readonly marks: readonly DrawnMark[];
}

const MOST_BUTTONS = 12;

function Pager({ page, pages, turn, marks }: PagerProps) {
  const label = (number: number) => {
    const count = marks.filter((mark) => mark.page === number).length;
    return count === 0 ? `${number}` : `${number}（${count} 处）`;
  };
  if (pages <= MOST_BUTTONS) {
    const options = Array.from({ length: pages }, (_, at) => ({ value: at + 1, label: label(at + 1) }));
    return (
      <div>
        第 <Segmented aria-label="页" value={page} onChange={turn} options={options} /> 页
      </div>
    );
  }
  return (
    <Space>
      <Button disabled={page <= 1} onClick={() => turn(page - 1)}>
        上一页
      </Button>
      <Select
        aria-label="页"
        value={page}
        onChange={turn}
        style={{ inlineSize: 140 }}
        options={Array.from({ length: pages }, (_, at) => ({ value: at + 1, label: `第 ${label(at + 1)} 页` }))}
      />
      <Button disabled={page >= pages} onClick={() => turn(page + 1)}>
        下一页
      </Button>
    </Space>
  );
}

interface MarkLineProps {
  readonly mark: DrawnMark;
  readonly set: (mark: DrawnMark) => void;
  readonly remove: () => void;
  readonly show: () => void;
}

function MarkLine({ mark, set, remove, show }: MarkLineProps) {
  return (
    <div className="redaction-mark">
      <Button size="small" type="link" style={{ paddingInline: 0 }} onClick={show}>
        第 {mark.page} 页
      </Button>
      <Select
        size="small"
        aria-label="依据"
        value={mark.ground}
        onChange={(ground) => set({ ...mark, ground })}
        options={GROUND_OPTIONS}
        popupMatchSelectWidth={false}
      />
      <Button size="small" type="text" aria-label="删去" onClick={remove}>
        ✕
      </Button>
    </div>
  );
}

interface TermSearchProps {
  readonly place: RedactionProps["place"];
  readonly add: (areas: readonly { readonly page: number; readonly box: PageBox }[]) => readonly DrawnMark[];
}

/** Finds words on every page; each place becomes a mark of its own that can be taken away again. */
function TermSearch({ place: { agencyId, attachmentId }, add }: TermSearchProps) {
  const [term, setTerm] = useState("");
  const [said, setSaid] = useState<string | null>(null);
  const { failure, isSending, send } = useSending();
  const find = () =>
    send(async () => {
      const { areas } = await call(screeningRoutes.find, { params: { agencyId, attachmentId }, body: { term } });
      add(areas);
      setSaid(areas.length === 0 ? "没有找到。扫描的页面里只有图像，请看着画。" : `标出 ${areas.length} 处。`);
    });
  return (
    <Card size="small" title="按文字查找并标出">
      <Space.Compact style={{ inlineSize: "100%" }}>
        <Input
          aria-label="要找的文字"
          placeholder="姓名、号码等"
          maxLength={200}
          value={term}
          onChange={({ target }) => setTerm(target.value)}
          onPressEnter={() => term.trim() !== "" && find()}
        />
        <Button loading={isSending} disabled={term.trim() === ""} onClick={find}>
          标出
        </Button>
      </Space.Compact>
      {said !== null && (
        <p className="quiet" role="status" style={{ margin: "6px 0 0" }}>
          {said}
        </p>
      )}
      {failure !== null && <FailureNote failure={failure} />}
    </Card>
  );
}
