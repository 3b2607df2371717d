import type { Box } from "../../document/place.js";
import { AppError } from "../../errors.js";
import type { Pdfium } from "./pdfium.js";

/** The drawn rectangles of a page, in the coordinates of the file; `top` is larger than `bottom` there. */
export interface PageShapes {
  /** Lines and filled areas; a line is a thin area. */
  readonly areas: readonly Box[];
  readonly pictures: readonly Box[];
  /** Outlines that are neither lines nor rectangles: letters turned into curves, charts, seals. */
  readonly outlines: number;
}

type Matrix = readonly [number, number, number, number, number, number];

// FPDF_PAGEOBJ_… in fpdf_edit.h
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
// FPDF_SEGMENT_… in fpdf_edit.h
const BEZIER = 1;
const MOVE = 2;

const MAX_OBJECTS = 500_000;
const MAX_FORM_DEPTH = 12;
/** How far a line may lean and still be a line of a table. */
const LEAN = 0.02;

interface Gathering {
  readonly areas: Box[];
  readonly pictures: Box[];
  outlines: number;
  objects: number;
}

/** Reads what is drawn on a page beside letters, also inside form objects. */
export function readPageShapes(pdfium: Pdfium, page: number): PageShapes {
  const { call } = pdfium;
  const into: Gathering = { areas: [], pictures: [], outlines: 0, objects: 0 };
  const count = call.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index++) gather(pdfium, call.FPDFPage_GetObject(page, index), [], into);
  return into;
}

/** `around` holds the matrices of the forms the object stands in, the innermost last. */
function gather(pdfium: Pdfium, object: number, around: readonly Matrix[], into: Gathering): void {
  const { call } = pdfium;
  if (++into.objects > MAX_OBJECTS) throw new AppError("FILE_TOO_COMPLEX", { detail: "一页中的图形过多" });
  const type = call.FPDFPageObj_GetType(object);
  if (type === PATH) gatherPath(pdfium, object, [...around, matrixOf(pdfium, object)], into);
  else if (type === IMAGE) into.pictures.push(unitBox([...around, matrixOf(pdfium, object)]));
  else if (type === FORM && around.length < MAX_FORM_DEPTH) {
    const matrices = [...around, matrixOf(pdfium, object)];
    const count = call.FPDFFormObj_CountObjects(object);
    for (let index = 0; index < count; index++) gather(pdfium, call.FPDFFormObj_GetObject(object, index), matrices, into);
  }
}

function matrixOf(pdfium: Pdfium, object: number): Matrix {
  const { call, scratch } = pdfium;
  if (call.FPDFPageObj_GetMatrix(object, scratch) === 0) return [1, 0, 0, 1, 0, 0];
  const view = pdfium.view();
  const at = (index: number): number => view.getFloat32(scratch + 4 * index, true);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function mapPoint(matrices: readonly Matrix[], x: number, y: number): [number, number] {
  let point: [number, number] = [x, y];
  for (let index = matrices.length - 1; index >= 0; index--) {
    const [a, b, c, d, e, f] = matrices[index] ?? [1, 0, 0, 1, 0, 0];
    point = [a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f];
  }
  return point;
}

function unitBox(matrices: readonly Matrix[]): Box {
  const corners = [mapPoint(matrices, 0, 0), mapPoint(matrices, 1, 0), mapPoint(matrices, 0, 1), mapPoint(matrices, 1, 1)];
  return boxOf(corners);
}

function boxOf(points: readonly (readonly [number, number])[]): Box {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return { left, top, right, bottom };
}

/** One stretch of a path from a move to the next. */
interface Outline {
  readonly points: (readonly [number, number])[];
  isCurved: boolean;
  isClosed: boolean;
}

function gatherPath(pdfium: Pdfium, path: number, matrices: readonly Matrix[], into: Gathering): void {
  const { call, scratch } = pdfium;
  call.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const isFilled = pdfium.view().getInt32(scratch, true) !== 0;
  const isStroked = pdfium.view().getInt32(scratch + 4, true) !== 0;
  if (!isFilled && !isStroked) return;
  const outlines = outlinesOf(pdfium, path, matrices, into);
  if (isFilled) gatherFills(outlines, into);
  if (isStroked) gatherStrokes(outlines, strokeWidth(pdfium, path, matrices), into);
}

function outlinesOf(pdfium: Pdfium, path: number, matrices: readonly Matrix[], into: Gathering): Outline[] {
  const { call, scratch } = pdfium;
  const outlines: Outline[] = [];
  let open: Outline | undefined;
  const count = call.FPDFPath_CountSegments(path);
  into.objects += count / 5; // a rectangle has five
  if (into.objects > MAX_OBJECTS) throw new AppError("FILE_TOO_COMPLEX", { detail: "一页中的图形过多" });
  for (let index = 0; index < count; index++) {
    const segment = call.FPDFPath_GetPathSegment(path, index);
    const type = call.FPDFPathSegment_GetType(segment);
    call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const view = pdfium.view();
    const point = mapPoint(matrices, view.getFloat32(scratch, true), view.getFloat32(scratch + 4, true));
    if (type === MOVE || open === undefined) {
      open = { points: [point], isCurved: false, isClosed: false };
      outlines.push(open);
    } else {
      open.points.push(point);
      if (type === BEZIER) open.isCurved = true;
    }
    if (call.FPDFPathSegment_GetClose(segment) === 1) open.isClosed = true;
  }
  return outlines;
}

function strokeWidth(pdfium: Pdfium, path: number, matrices: readonly Matrix[]): number {
  const { call, scratch } = pdfium;
  if (call.FPDFPageObj_GetStrokeWidth(path, scratch) === 0) return 0;
  const width = pdfium.view().getFloat32(scratch, true);
  const [x0, y0] = mapPoint(matrices, 0, 0);
  const [x1, y1] = mapPoint(matrices, width, width);
  return Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
}

const DOT = 2.6;

function gatherFills(outlines: readonly Outline[], into: Gathering): void {
  const boxes: Box[] = [];
  for (const outline of outlines) {
    const box = boxOf(outline.points);
    const isThin = Math.min(box.right - box.left, box.top - box.bottom) < DOT;
    if (isThin && outline.points.length <= 16) boxes.push(box);
    else if (outline.isCurved ? isRounded(outline.points, box) : isRectangle(outline.points)) boxes.push(box);
    else into.outlines++;
  }
  into.areas.push(...(boxes.length > 1 ? boxes.flatMap((box) => hollow(box, boxes)) : boxes));
}

/** A rectangle drawn round another of the same path is a frame: the even-odd rule leaves only its four thin sides. */
function hollow(box: Box, boxes: readonly Box[]): Box[] {
  if (boxes.length > 400) return [box];
  const isInside = (inner: Box, outer: Box): boolean =>
    inner !== outer &&
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top <= outer.top &&
    inner.bottom >= outer.bottom &&
    Math.max(inner.left - outer.left, outer.right - inner.right, outer.top - inner.top, inner.bottom - outer.bottom) < DOT;
  if (boxes.some((outer) => isInside(box, outer) && !isInside(outer, box))) return [];
  const inner = boxes.find((other) => isInside(other, box) && !isInside(box, other));
  if (inner === undefined) return [box];
  return [
    { ...box, right: inner.left },
    { ...box, left: inner.right },
    { ...box, bottom: inner.top },
    { ...box, top: inner.bottom },
  ].filter((side) => side.right > side.left && side.top > side.bottom);
}

function isRectangle(points: readonly (readonly [number, number])[]): boolean {
  if (points.length < 4 || points.length > 6) return false;
  const box = boxOf(points);
  const slack = Math.max(0.5, LEAN * Math.min(box.right - box.left, box.top - box.bottom));
  return points.every(
    ([x, y]) =>
      Math.min(Math.abs(x - box.left), Math.abs(x - box.right)) <= slack &&
      Math.min(Math.abs(y - box.top), Math.abs(y - box.bottom)) <= slack,
  );
}

/** How much of its shorter side a round corner may take, and how many points draw one. */
const CORNER = 0.3;
const POINTS_OF_ROUNDED = 64;

/** A rectangle with round corners: every point stands on a side or in a corner, and the sides are straight for the most part. */
function isRounded(points: readonly (readonly [number, number])[], box: Box): boolean {
  if (points.length > POINTS_OF_ROUNDED) return false;
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  const corner = CORNER * Math.min(width, height);
  const sides = [new Set<number>(), new Set<number>(), new Set<number>(), new Set<number>()];
  for (const [x, y] of points) {
    const distances = [x - box.left, box.right - x, y - box.bottom, box.top - y];
    const across = Math.min(x - box.left, box.right - x);
    const up = Math.min(y - box.bottom, box.top - y);
    const onSide = Math.min(across, up) <= SIDE;
    if (!onSide && Math.max(across, up) > corner) return false;
    for (const [side, distance] of distances.entries()) if (distance <= SIDE) sides[side]?.add(side < 2 ? y : x);
  }
  // The straight part of a circle's side is no part of it, though the points that pull its curves reach over half of it.
  return sides.every((along, side) => Math.max(...along) - Math.min(...along) >= (1 - 2 * CORNER) * (side < 2 ? height : width));
}

const SIDE = 0.1;

function gatherStrokes(outlines: readonly Outline[], width: number, into: Gathering): void {
  const half = Math.max(width, 0.1) / 2;
  for (const { points, isCurved, isClosed } of outlines) {
    if (isCurved) {
      const box = boxOf(points);
      if (isRounded(points, box)) into.areas.push(box);
      else into.outlines++;
      continue;
    }
    const ends = isClosed ? [...points, ...points.slice(0, 1)] : points;
    for (let index = 1; index < ends.length; index++) {
      const [x0, y0] = ends[index - 1] ?? [0, 0];
      const [x1, y1] = ends[index] ?? [0, 0];
      const across = Math.abs(x1 - x0);
      const up = Math.abs(y1 - y0);
      if (across === 0 && up === 0) continue;
      const isLevel = up <= Math.max(0.3, across * LEAN) && across >= up;
      const isUpright = across <= Math.max(0.3, up * LEAN) && up >= across;
      if (isLevel) into.areas.push(lineBox(Math.min(x0, x1), Math.max(x0, x1), (y0 + y1) / 2, half));
      else if (isUpright) into.areas.push(uprightBox(Math.min(y0, y1), Math.max(y0, y1), (x0 + x1) / 2, half));
    }
  }
}

function lineBox(left: number, right: number, y: number, half: number): Box {
  return { left, right, top: y + half, bottom: y - half };
}

function uprightBox(bottom: number, top: number, x: number, half: number): Box {
  return { left: x - half, right: x + half, top, bottom };
}
