import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { screeningRoutes } from "../../api/screening.js";
import { redactionGround } from "../../law/outcomes/redaction-grounds.js";
import { addressOf } from "../office/call.js";
import { boxAfterKey, boxWithin, type DrawnMark, type PageBox, type PageSize } from "./redaction-mark.js";
import "./redaction.css";

interface RedactionSheetProps {
  readonly agencyId: string;
  readonly attachmentId: string;
  readonly page: number;
  readonly size: PageSize;
  readonly marks: readonly DrawnMark[];
  readonly chosen: string | null;
  readonly isPreview: boolean;
  readonly draw: (box: PageBox) => void;
  readonly set: (mark: DrawnMark) => void;
  readonly remove: (id: string) => void;
  readonly choose: (id: string) => void;
}

/** A page as a picture with the marks on it. Drawn with the mouse or a finger; a mark that has the focus moves with the arrow keys. */
export function RedactionSheet(props: RedactionSheetProps) {
  const { agencyId, attachmentId, page, size, marks, isPreview, draw } = props;
  const [drawing, setDrawing] = useState<PageBox | null>(null);
  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
    const seen = currentTarget.getBoundingClientRect();
    return {
      x: ((clientX - seen.left) / seen.width) * size.width,
      y: ((clientY - seen.top) / seen.height) * size.height,
    };
  };
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (isPreview || event.button !== 0 || (event.target as HTMLElement).closest("button") !== null) return; // pointers meet elements
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y } = pointOf(event);
    setDrawing({ left: x, top: y, right: x, bottom: y });
  };
  const go = (event: PointerEvent<HTMLElement>) => {
    if (drawing === null) return;
    const { x, y } = pointOf(event);
    setDrawing({ ...drawing, right: x, bottom: y });
  };
  const end = () => {
    if (drawing === null) return;
    setDrawing(null);
    // A click beside a mark draws nothing.
    if (Math.abs(drawing.right - drawing.left) < 3 || Math.abs(drawing.bottom - drawing.top) < 3) return;
    draw(boxWithin(drawing, size));
  };
  return (
    <div
      className="redaction-sheet"
      data-preview={isPreview ? "yes" : undefined}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={() => setDrawing(null)}
    >
      <img
        draggable={false}
        alt={`第 ${page} 页`}
        src={addressOf(screeningRoutes.page, { params: { agencyId, attachmentId, page }, query: { dpi: 130 } })}
      />
      {marks.map((mark, index) => (
        <MarkBox key={mark.id} {...props} mark={mark} number={index + 1} />
      ))}
      {drawing !== null && <div className="redaction-box" style={placeOf(boxWithin(drawing, size), size)} />}
    </div>
  );
}

function MarkBox({
  mark,
  number,
  size,
  set,
  remove,
  choose,
  chosen,
}: RedactionSheetProps & { readonly mark: DrawnMark; readonly number: number }) {
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { key, shiftKey } = event;
    if (key === "Delete" || key === "Backspace") {
      event.preventDefault();
      remove(mark.id);
      return;
    }
    const moved = boxAfterKey(mark.box, key, shiftKey);
    if (moved === null) return;
    event.preventDefault();
    set({ ...mark, box: boxWithin(moved, size) });
  };
  const { name } = redactionGround(mark.ground);
  return (
    <button
      type="button"
      id={`mark-${mark.id}`}
      className="redaction-box"
      data-chosen={mark.id === chosen ? "yes" : undefined}
      style={placeOf(mark.box, size)}
      title={name}
      aria-label={`第 ${number} 处，${name}。方向键移动，Shift 加方向键改变大小，Delete 删去。`}
      onKeyDown={press}
      onFocus={() => choose(mark.id)}
    />
  );
}

function placeOf({ left, top, right, bottom }: PageBox, { width, height }: PageSize) {
  const share = (value: number, whole: number) => `${(value / whole) * 100}%`;
  return {
    insetInlineStart: share(left, width),
    insetBlockStart: share(top, height),
    inlineSize: share(right - left, width),
    blockSize: share(bottom - top, height),
  };
}
