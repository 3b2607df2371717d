import { describe, expect, test } from "vitest";
import { cellKind, leadingSign } from "./cell-kind.js";
import { writingIn } from "./cell-writing.js";
import { type GrayImage, turnBy, turnQuarters, whiteImage } from "./gray-image.js";
import { inkBelow } from "./ink.js";
import { levelPage } from "./level-page.js";
import { placeOf } from "./page-geometry.js";
import { rasterScale } from "./page-raster.js";

const DPI = 200;

function fill(image: GrayImage, left: number, top: number, right: number, bottom: number, shade = 0): void {
  for (let y = top; y < bottom; y++) image.data.fill(shade, y * image.width + left, y * image.width + right);
}

/** A table of three rows and three columns; the first row is one cell, and the first two cells of the last row are one. */
function tablePicture(shade = 0): GrayImage {
  const image = whiteImage(900, 700);
  for (const y of [100, 200, 300, 400]) fill(image, 100, y, 703, y + 3, shade);
  for (const x of [100, 700]) fill(image, x, 100, x + 3, 403, shade);
  fill(image, 300, 200, 303, 300, shade);
  fill(image, 500, 200, 503, 403, shade);
  return image;
}

const shapesOf = (image: GrayImage): string[][] =>
  levelPage({ page: 1, pages: 1, image, dpi: DPI, pixelsPerPoint: DPI / 72 }).tables.map((table) =>
    table.cells.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}x${cell.columnSpan}`),
  );

const EXPECTED = [["0,0 1x3", "1,0 1x1", "1,1 1x1", "1,2 1x1", "2,0 1x2", "2,2 1x1"]];

describe("a ruled table", () => {
  test("a missing ruling joins two cells", () => {
    expect(shapesOf(tablePicture())).toEqual(EXPECTED);
  });

  test.each([-1.5, -0.4, 0.7, 1.5])("is found on a page scanned askew by %d degrees", (degrees) => {
    expect(shapesOf(turnBy(tablePicture(), degrees))).toEqual(EXPECTED);
  });

  test.each([90, 190])("is found when its rulings are faint (shade %i)", (shade) => {
    const image = tablePicture(shade);
    fill(image, 120, 500, 600, 520); // something black on the page, as letters are
    expect(shapesOf(image)).toEqual(EXPECTED);
  });

  test("is found on grey paper that darkens to one side", () => {
    const image = tablePicture();
    for (let at = 0; at < image.data.length; at++)
      image.data[at] = (image.data[at] ?? 0) * (0.9 - (0.3 * (at % image.width)) / image.width);
    expect(shapesOf(image)).toEqual(EXPECTED);
  });

  test("is found when its rulings are broken or dotted", () => {
    const broken = tablePicture();
    for (const [x, y] of [
      [180, 200],
      [420, 300],
      [620, 400],
      [101, 250],
      [501, 350],
    ] as const)
      fill(broken, x, y, x + 5, y + 5, 255);
    expect(shapesOf(broken)).toEqual(EXPECTED);
    const dotted = tablePicture();
    for (let at = 0; at < dotted.data.length; at++) {
      const x = at % dotted.width;
      const y = Math.floor(at / dotted.width);
      if ((x + y) % 5 > 2) dotted.data[at] = 255;
    }
    expect(shapesOf(dotted)).toEqual(EXPECTED);
  });

  test("a line of dense writing is not a ruling", () => {
    const image = tablePicture();
    for (let x = 320; x < 490; x += 12) {
      for (let y = 340; y < 364; y += 6) fill(image, x, y, x + 10, y + 3);
      fill(image, x, 340, x + 2, 364);
    }
    expect(shapesOf(image)).toEqual(EXPECTED);
  });

  test("an empty page and a black page have none", () => {
    expect(shapesOf(whiteImage(300, 300))).toEqual([]);
    expect(shapesOf({ ...whiteImage(300, 300), data: new Uint8Array(90_000) })).toEqual([]);
  });
});

describe("what a cell holds, by its ink", () => {
  const kindOf = (draw: (image: GrayImage) => void): string => {
    const image = whiteImage(120, 60);
    draw(image);
    const ink = inkBelow(image, 128);
    return cellKind(ink, writingIn(ink, { left: 0, top: 0, right: 120, bottom: 60 }, DPI), DPI);
  };

  test.each<[string, (image: GrayImage) => void, string]>([
    ["nothing", () => {}, "blank"],
    ["specks", (image) => fill(image, 40, 30, 42, 32), "blank"],
    ["the rest of a ruling", (image) => fill(image, 0, 0, 120, 3), "blank"],
    ["a short bar", (image) => fill(image, 50, 28, 62, 31), "dash"],
    ["a narrow upright, as 1 is", (image) => fill(image, 58, 18, 61, 40), "figure"],
    ["a wide block, as Chinese letters are", (image) => fill(image, 30, 18, 56, 42), "words"],
    [
      "a slanting stroke",
      (image) => {
        for (let y = 0; y < 24; y++) fill(image, 65 - Math.floor(y / 2), 18 + y, 68 - Math.floor(y / 2), 19 + y);
      },
      "slash",
    ],
  ])("%s", (_, draw, kind) => {
    expect(kindOf(draw)).toBe(kind);
  });

  test.each<[string, (image: GrayImage) => void, string]>([
    ["no sign", (image) => fill(image, 20, 18, 32, 40), ""],
    ["a minus", (image) => fill(image, 20, 28, 28, 31), "-"],
    [
      "a plus",
      (image) => {
        fill(image, 18, 28, 34, 30);
        fill(image, 25, 21, 27, 37);
      },
      "+",
    ],
  ])("before a figure stands %s", (_, draw, sign) => {
    const image = whiteImage(120, 60);
    draw(image);
    fill(image, 44, 18, 56, 40);
    const ink = inkBelow(image, 128);
    const [line] = writingIn(ink, { left: 0, top: 0, right: 120, bottom: 60 }, DPI);
    expect(line && leadingSign(ink, line)).toBe(sign);
  });
});

describe("turning a page", () => {
  test("four quarters give the page again", () => {
    const image = tablePicture();
    const turned = [1, 2, 3, 4].reduce((picture) => turnQuarters(picture, 1), image);
    expect(Buffer.from(turned.data).equals(Buffer.from(image.data))).toBe(true);
  });

  test.each([0, 1, 2, 3])("a place is told on the page as the file shows it (%i quarters)", (quarters) => {
    const image = whiteImage(200, 100);
    fill(image, 20, 10, 40, 30);
    const turned = turnQuarters(image, quarters);
    const rows = Array.from(turned.data, (shade, at) =>
      shade === 0 ? [at % turned.width, Math.floor(at / turned.width)] : [],
    ).filter((point) => point.length);
    const xs = rows.map(([x = 0]) => x);
    const ys = rows.map(([, y = 0]) => y);
    const box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs) + 1, bottom: Math.max(...ys) + 1 };
    const geometry = { page: 2, pixelsPerPoint: 2, width: turned.width, height: turned.height, quarters, skewDegrees: 0 };
    expect(placeOf(box, geometry)).toEqual({ kind: "page", page: 2, box: { left: 10, top: 5, right: 20, bottom: 15 } });
  });
});

test.each([
  ["A4 with a picture of 200 dpi", 842, 2339, 200],
  ["A4 with a picture of 600 dpi", 842, 7016, 220],
  ["a page that calls every pixel a point", 2339, 2339, 200],
  ["a page without a picture", 842, null, 200],
])("the resolution for %s", (_, points, picture, dpi) => {
  expect(Math.round(rasterScale(points, picture).dpi)).toBe(dpi);
});
