import type { BodyOf } from "../../api/define-route.js";
import type { screeningRoutes } from "../../api/screening.js";
import type { RedactionGroundId } from "../../law/outcomes/redaction-grounds.js";

/** Points on a page as it is seen, from its top left corner. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A place on a page. */
export interface DrawnArea {
  readonly page: number;
  readonly box: PageBox;
}

/** An area that is to be made black, with why. */
export interface DrawnMark extends DrawnArea {
  readonly id: string;
  readonly ground: RedactionGroundId;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

type SentMark = BodyOf<typeof screeningRoutes.redact>["marks"][number];

export function sentMark({ page, box, ground }: DrawnMark): SentMark {
  return { kind: "area", page, box, ground };
}

const LEAST = 4;

/** A box within its page and not too small to be seen. */
export function boxWithin({ left, top, right, bottom }: PageBox, { width, height }: PageSize): PageBox {
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  const [x, y] = [within(Math.min(left, right), width - LEAST), within(Math.min(top, bottom), height - LEAST)];
  return {
    left: x,
    top: y,
    right: Math.max(within(Math.max(left, right), width), x + LEAST),
    bottom: Math.max(within(Math.max(top, bottom), height), y + LEAST),
  };
}

/** A box moved by the arrow keys; with Shift its lower right corner is moved. Null for other keys. */
export function boxAfterKey(box: PageBox, key: string, isResizing: boolean): PageBox | null {
  const step = STEPS.get(key);
  if (step === undefined) return null;
  const [x, y] = step;
  const { left, top, right, bottom } = box;
  return isResizing
    ? { left, top, right: Math.max(right + x, left + LEAST), bottom: Math.max(bottom + y, top + LEAST) }
    : { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

const POINTS = 4;
const STEPS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["ArrowLeft", [-POINTS, 0]],
  ["ArrowRight", [POINTS, 0]],
  ["ArrowUp", [0, -POINTS]],
  ["ArrowDown", [0, POINTS]],
]);
