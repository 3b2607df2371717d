import type { Place } from "../../document/place.js";
import type { PixelBox } from "./gray-image.js";

/** How a page was turned before it was read: first by quarters, then by the skew. */
export interface PageGeometry {
  readonly page: number;
  readonly pixelsPerPoint: number;
  /** The size of the picture after the turns. */
  readonly width: number;
  readonly height: number;
  readonly quarters: number;
  readonly skewDegrees: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a point of the level picture lies on the page as the file shows it, in pixels. */
function onPage({ x, y }: Point, geometry: PageGeometry): Point {
  const { width, height, quarters, skewDegrees } = geometry;
  const cos = Math.cos((skewDegrees * Math.PI) / 180);
  const sin = Math.sin((skewDegrees * Math.PI) / 180);
  const fromCentre = { x: x - width / 2, y: y - height / 2 };
  const level = {
    x: width / 2 + fromCentre.x * cos + fromCentre.y * sin,
    y: height / 2 - fromCentre.x * sin + fromCentre.y * cos,
  };
  switch (((quarters % 4) + 4) % 4) {
    case 1:
      return { x: level.y, y: width - level.x };
    case 2:
      return { x: width - level.x, y: height - level.y };
    case 3:
      return { x: height - level.y, y: level.x };
    default:
      return level;
  }
}

/** Says where a box of the level picture stands in the file, in points. */
export function placeOf(box: PixelBox, geometry: PageGeometry): Place {
  const corners = [
    { x: box.left, y: box.top },
    { x: box.right, y: box.top },
    { x: box.left, y: box.bottom },
    { x: box.right, y: box.bottom },
  ].map((corner) => onPage(corner, geometry));
  const points = (value: number): number => Math.round((value / geometry.pixelsPerPoint) * 10) / 10;
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return {
    kind: "page",
    page: geometry.page,
    box: {
      left: points(Math.min(...xs)),
      top: points(Math.min(...ys)),
      right: points(Math.max(...xs)),
      bottom: points(Math.max(...ys)),
    },
  };
}
