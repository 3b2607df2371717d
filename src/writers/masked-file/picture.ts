import { deflateSync } from "node:zlib";

/** A page as a picture: three bytes a pixel, rows from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** A picture as a pdf keeps it (ISO 32000-1, 8.9.5): its samples packed and deflated, and how they are read. */
export interface PackedPicture {
  readonly width: number;
  readonly height: number;
  readonly bitsPerComponent: 4 | 8;
  readonly colorSpace: "DeviceGray" | "DeviceRGB" | { readonly palette: Uint8Array };
  readonly deflated: Uint8Array;
}

const MOST_COLOURS = 256;
const LEVEL = 6;

/**
 * A picture in the fewest bytes that keep it legible: sixteen greys where nothing is coloured, a palette where there are few colours (a
 * red head, a seal), every colour otherwise.
 */
export function packPicture({ width, height, rgb }: Picture): PackedPicture {
  const packed = { width, height };
  if (isGrey(rgb)) {
    const deflated = deflateSync(greys(width, height, rgb), { level: LEVEL });
    return { ...packed, bitsPerComponent: 4, colorSpace: "DeviceGray", deflated };
  }
  const indexed = withPalette(rgb);
  if (indexed === null)
    return { ...packed, bitsPerComponent: 8, colorSpace: "DeviceRGB", deflated: deflateSync(rgb, { level: LEVEL }) };
  const { samples, palette } = indexed;
  return { ...packed, bitsPerComponent: 8, colorSpace: { palette }, deflated: deflateSync(samples, { level: LEVEL }) };
}

function isGrey(rgb: Uint8Array): boolean {
  for (let at = 0; at < rgb.length; at += 3) if (rgb[at] !== rgb[at + 1] || rgb[at] !== rgb[at + 2]) return false;
  return true;
}

/** Two pixels a byte; a row begins on a byte. */
function greys(width: number, height: number, rgb: Uint8Array): Uint8Array {
  const stride = Math.ceil(width / 2);
  const samples = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const grey = Math.round((rgb[3 * (y * width + x)] ?? 0) / 17);
      const at = y * stride + (x >> 1);
      samples[at] = (samples[at] ?? 0) | (x % 2 === 0 ? grey << 4 : grey);
    }
  }
  return samples;
}

/** Colours rounded to sixteen steps each; null when that still leaves too many. */
function withPalette(rgb: Uint8Array): { readonly samples: Uint8Array; readonly palette: Uint8Array } | null {
  const numbers = new Int16Array(4096).fill(-1);
  const palette: number[] = [];
  const samples = new Uint8Array(rgb.length / 3);
  for (let at = 0, pixel = 0; at < rgb.length; at += 3, pixel++) {
    const steps = [0, 1, 2].map((part) => Math.round((rgb[at + part] ?? 0) / 17));
    const colour = ((steps[0] ?? 0) << 8) | ((steps[1] ?? 0) << 4) | (steps[2] ?? 0);
    let number = numbers[colour] ?? -1;
    if (number < 0) {
      number = palette.length / 3;
      if (number >= MOST_COLOURS) return null;
      numbers[colour] = number;
      palette.push(...steps.map((step) => step * 17));
    }
    samples[pixel] = number;
  }
  return { samples, palette: Uint8Array.from(palette) };
}
