import type { GrayImage } from "./gray-image.js";

const BLOCK = 32; // pixels; wider than a stroke, narrower than a shaded table head

/** The shade below which a quarter of the darker pixels of a block lie is taken for its paper. */
function paperOf(image: GrayImage, left: number, top: number): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let y = top; y < Math.min(image.height, top + BLOCK); y += 2) {
    for (let x = left; x < Math.min(image.width, left + BLOCK); x += 2) {
      const shade = image.data[y * image.width + x] ?? 255;
      counts[shade] = (counts[shade] ?? 0) + 1;
      total++;
    }
  }
  let passed = 0;
  for (let shade = 0; shade < 256; shade++) {
    passed += counts[shade] ?? 0;
    if (passed > total * 0.75) return shade;
  }
  return 255;
}

/** The shade of the paper round each block, smoothed so that a block full of ink takes that of its neighbours. */
function paperMap(image: GrayImage): { shades: Float32Array; across: number; down: number } {
  const across = Math.ceil(image.width / BLOCK);
  const down = Math.ceil(image.height / BLOCK);
  const raw = new Float32Array(across * down);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) raw[row * across + column] = paperOf(image, column * BLOCK, row * BLOCK);
  }
  const shades = new Float32Array(across * down);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const around: number[] = [];
      for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x++) around.push(raw[y * across + x] ?? 255);
      }
      around.sort((a, b) => a - b);
      shades[row * across + column] = Math.max(64, around[Math.floor(around.length * 0.6)] ?? 255);
    }
  }
  return { shades, across, down };
}

/** The picture on white paper: grey backgrounds, shadows and shaded heads taken away, the ink as dark against it as before. */
export function onWhitePaper(image: GrayImage): GrayImage {
  const { shades, across, down } = paperMap(image);
  const { width, height, data } = image;
  const clean = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const inRows = Math.min(down - 1, Math.max(0, (y + 0.5) / BLOCK - 0.5));
    const row = Math.floor(inRows);
    const next = Math.min(down - 1, row + 1);
    const share = inRows - row;
    for (let x = 0; x < width; x++) {
      const inColumns = Math.min(across - 1, Math.max(0, (x + 0.5) / BLOCK - 0.5));
      const column = Math.floor(inColumns);
      const right = Math.min(across - 1, column + 1);
      const along = inColumns - column;
      const above = (shades[row * across + column] ?? 255) * (1 - along) + (shades[row * across + right] ?? 255) * along;
      const below = (shades[next * across + column] ?? 255) * (1 - along) + (shades[next * across + right] ?? 255) * along;
      const value = ((data[y * width + x] ?? 255) * 255) / (above + (below - above) * share);
      clean[y * width + x] = Math.min(255, value);
    }
  }
  return { width, height, data: clean };
}
