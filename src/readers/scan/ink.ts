import type { GrayImage } from "./gray-image.js";

/** A picture in two shades: 1 = ink, 0 = paper. */
export interface InkImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface InkLevels {
  /** Darker than this is writing. */
  readonly writing: number;
  /** Darker than this may be part of a ruling: hairlines are paler than letters. */
  readonly ruling: number;
}

/** Where ink begins on a picture whose paper is white, from how dark its darkest strokes are and how grainy its paper is. */
export function inkLevels(image: GrayImage): InkLevels {
  const counts = new Uint32Array(256);
  for (let at = 0; at < image.data.length; at += 3) {
    const shade = image.data[at] ?? 255;
    counts[shade] = (counts[shade] ?? 0) + 1;
  }
  const total = image.data.length / 3;
  const shadeAt = (share: number): number => {
    let passed = 0;
    for (let shade = 0; shade < 256; shade++) {
      passed += counts[shade] ?? 0;
      if (passed >= total * share) return shade;
    }
    return 255;
  };
  const black = Math.min(shadeAt(0.01), 160);
  const middle = shadeAt(0.5);
  const grain = Math.max(0, middle - shadeAt(0.25)); // 0.67 of the standard deviation of the paper
  const contrast = 255 - black;
  const ruling = Math.min(255 - 0.14 * contrast, middle - 4 * grain);
  return { writing: Math.min(255 - 0.42 * contrast, middle - 4 * grain), ruling: Math.max(ruling, black + 1) };
}

/** The pixels darker than a level. */
export function inkBelow(image: GrayImage, level: number): InkImage {
  const data = new Uint8Array(image.data.length);
  for (let at = 0; at < data.length; at++) data[at] = (image.data[at] ?? 255) < level ? 1 : 0;
  return { width: image.width, height: image.height, data };
}

/** The picture mirrored at its diagonal, so that columns can be read as rows. */
export function transpose(ink: InkImage): InkImage {
  const { width, height } = ink;
  const data = new Uint8Array(width * height);
  const step = 64; // in tiles, so that both sides stay in the cache
  for (let top = 0; top < height; top += step) {
    for (let left = 0; left < width; left += step) {
      for (let y = top; y < Math.min(height, top + step); y++) {
        for (let x = left; x < Math.min(width, left + step); x++) data[x * height + y] = ink.data[y * width + x] ?? 0;
      }
    }
  }
  return { width: height, height: width, data };
}
