import type { InkImage } from "./ink.js";

const WIDEST_DEGREES = 6;

/** Points where ink begins below paper: the upper edges of rulings and letters. */
function upperEdges(ink: InkImage): { x: Float32Array; y: Float32Array } {
  const xs: number[] = [];
  const ys: number[] = [];
  const { width, height, data } = ink;
  for (let x = 1; x < width; x += 5) {
    for (let y = 1; y < height; y++) {
      if (data[y * width + x] === 1 && data[(y - 1) * width + x] === 0) {
        xs.push(x - width / 2);
        ys.push(y - height / 2);
      }
    }
  }
  return { x: Float32Array.from(xs), y: Float32Array.from(ys) };
}

/** How sharply the edges fall into lines when the page is turned by an angle. */
function sharpness(edges: { x: Float32Array; y: Float32Array }, degrees: number, binHeight: number, reach: number): number {
  const bins = new Uint32Array(Math.ceil((2 * reach) / binHeight) + 2);
  const sin = Math.sin((degrees * Math.PI) / 180) / binHeight;
  const cos = Math.cos((degrees * Math.PI) / 180) / binHeight;
  const middle = reach / binHeight;
  for (let at = 0; at < edges.x.length; at++) {
    const bin = Math.round(middle + (edges.y[at] ?? 0) * cos + (edges.x[at] ?? 0) * sin);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of bins) sum += count * count;
  return sum;
}

/** The angle in degrees by which a page must be turned clockwise for its lines to be level. */
export function skewOf(ink: InkImage): number {
  const edges = upperEdges(ink);
  if (edges.x.length < 50) return 0;
  const reach = Math.hypot(ink.width, ink.height) / 2 + 2;
  let best = 0;
  for (const { step, span, bin } of [
    { step: 0.25, span: WIDEST_DEGREES, bin: 4 },
    { step: 0.05, span: 0.3, bin: 2 },
    { step: 0.01, span: 0.06, bin: 1 },
  ]) {
    const around = best;
    let highest = -1;
    for (let at = Math.round(-span / step); at <= Math.round(span / step); at++) {
      const angle = around + at * step;
      const score = sharpness(edges, angle, bin, reach);
      if (score > highest) {
        highest = score;
        best = angle;
      }
    }
  }
  return best;
}
