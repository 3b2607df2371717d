import { Button } from "antd";
import { useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import { screeningRoutes } from "../../api/screening.js";
import type { RedactionGroundId } from "../../law/outcomes/redaction-grounds.js";
import { useKeptDraft } from "../cases/kept-draft.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { boxWithin, type DrawnArea, type DrawnMark, type PageBox, type PageSize, sentMark } from "./redaction-mark.js";
import { RedactionGroundCard, RedactionMarkList } from "./redaction-mark-list.js";
import { RedactionPager } from "./redaction-pager.js";
import type { Redacted, RedactionPlace } from "./redaction-place.js";
import { RedactionResult } from "./redaction-result.js";
import { RedactionSheet } from "./redaction-sheet.js";
import { RedactionTermSearch } from "./redaction-term-search.js";

interface RedactionWorkProps {
  readonly place: RedactionPlace;
  readonly page: number;
  readonly pages: number;
  readonly size: PageSize;
  readonly turn: (page: number) => void;
}

/** The page to draw on with its tools; when the file is made, what came of it. */
export function RedactionWork(props: RedactionWorkProps) {
  const { agencyId, attachmentId } = props.place;
  const marks = useMarks(attachmentId);
  const [result, setResult] = useState<Redacted | null>(null);
  const { failure, isSending, send } = useSending();
  const redact = () =>
    send(async () => {
      const body = { newId: newId(), marks: marks.all.map(sentMark), hasLegend: true };
      setResult(await call(screeningRoutes.redact, { params: { agencyId, attachmentId }, body }));
      await forget(caseRoutes.view);
    });
  if (result !== null) {
    const again = (isDone: boolean) => {
      if (isDone) marks.forget();
      setResult(null);
    };
    return <RedactionResult result={result} place={props.place} again={again} />;
  }
  return (
    <Drawing {...props} marks={marks}>
      {failure !== null && <FailureNote failure={failure} />}
      <Button type="primary" block disabled={marks.all.length === 0} loading={isSending} onClick={redact}>
        制作遮盖后的文件
      </Button>
    </Drawing>
  );
}

interface Kept {
  readonly marks: readonly DrawnMark[];
}

const NO_MARKS: Kept = { marks: [] };

/** The marks of a file, kept in this browser until the file is made; new ones get the ground that is chosen. */
function useMarks(attachmentId: string) {
  const [{ marks }, setKept, forgetMarks] = useKeptDraft<Kept>(`redact:${attachmentId}`, NO_MARKS);
  const [ground, setGround] = useState<RedactionGroundId>("denied.third_party");
  const setAll = (next: readonly DrawnMark[]) => setKept(next.length === 0 ? NO_MARKS : { marks: next });
  return {
    all: marks,
    ...{ ground, setGround, forget: forgetMarks },
    set: (mark: DrawnMark) => setAll(marks.map((one) => (one.id === mark.id ? mark : one))),
    remove: (id: string) => setAll(marks.filter((one) => one.id !== id)),
    /** Gives the first of the new ones. */
    add(areas: readonly DrawnArea[]): DrawnMark | undefined {
      const added = areas.map((area) => ({ id: newId(), ...area, ground }));
      setAll([...marks, ...added]);
      return added[0];
    },
  };
}

interface DrawingProps extends RedactionWorkProps {
  readonly marks: ReturnType<typeof useMarks>;
  readonly children: React.ReactNode;
}

function Drawing({ place, page, pages, size, turn, marks, children }: DrawingProps) {
  const { agencyId, attachmentId } = place;
  const [chosen, setChosen] = useState<string | null>(null);
  const [isPreview, setPreview] = useState(false);
  const { all, set, remove, add } = marks;
  const choose = (mark: DrawnMark | undefined) => {
    setChosen(mark?.id ?? null);
    requestAnimationFrame(() => document.getElementById(`mark-${mark?.id}`)?.focus());
  };
  const pager = <RedactionPager page={page} pages={pages} turn={turn} marks={all} />;
  return (
    <div className="redaction">
      <div className="stack" style={{ gap: 8 }}>
        {pager}
        <RedactionSheet
          {...{ agencyId, attachmentId, page, size, chosen, isPreview, set, remove }}
          marks={all.filter((mark) => mark.page === page)}
          draw={(box) => setChosen(add([{ page, box }])?.id ?? null)}
          choose={setChosen}
        />
        {pages > 1 && pager}
      </div>
      <div className="redaction-tools stack">
        <RedactionGroundCard ground={marks.ground} choose={marks.setGround} />
        <RedactionTermSearch place={place} add={add} />
        <RedactionMarkList
          {...{ set, remove }}
          marks={all}
          preview={{ isOn: isPreview, set: setPreview }}
          show={(mark) => {
            turn(mark.page);
            choose(mark);
          }}
        >
          <Button size="small" onClick={() => choose(add([{ page, box: middleOf(size) }]))}>
            用键盘加一块（方向键移动）
          </Button>
          {children}
        </RedactionMarkList>
      </div>
    </div>
  );
}

function middleOf(size: PageSize): PageBox {
  const { width, height } = size;
  return boxWithin({ left: width / 3, top: height / 2 - 10, right: (width * 2) / 3, bottom: height / 2 + 10 }, size);
}
