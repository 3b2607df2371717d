/** A picture in shades of grey, 0 = black, 255 = white, row by row. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A rectangle of pixels: left and top belong to it, right and bottom do not. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A white picture. */
export function whiteImage(width: number, height: number): GrayImage {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** The part of a picture inside a box; what lies outside the picture is white. */
export function crop(image: GrayImage, box: PixelBox): GrayImage {
  const left = Math.max(0, Math.floor(box.left));
  const top = Math.max(0, Math.floor(box.top));
  const right = Math.max(left + 1, Math.min(image.width, Math.ceil(box.right)));
  const bottom = Math.max(top + 1, Math.min(image.height, Math.ceil(box.bottom)));
  const part = whiteImage(right - left, bottom - top);
  for (let y = top; y < bottom; y++) {
    part.data.set(
      image.data.subarray(y * image.width + left, y * image.width + Math.min(right, image.width)),
      (y - top) * part.width,
    );
  }
  return part;
}

/** Copies a picture onto another; what would fall outside is left away. */
export function paste(onto: GrayImage, part: GrayImage, left: number, top: number): void {
  const width = Math.min(part.width, onto.width - left);
  for (let y = 0; y < part.height && top + y < onto.height; y++) {
    onto.data.set(part.data.subarray(y * part.width, y * part.width + width), (top + y) * onto.width + left);
  }
}

/** The picture with a rim of paper: the engine wants to see where a line begins and ends. */
export function framed(image: GrayImage, rim = 6): GrayImage {
  const frame = whiteImage(image.width + 2 * rim, image.height + 2 * rim);
  paste(frame, image, rim, rim);
  return frame;
}

/** Turns a picture by a number of quarter turns, clockwise. */
export function turnQuarters(image: GrayImage, quarters: number): GrayImage {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return image;
  const { width, height, data } = image;
  const turned = turns === 2 ? whiteImage(width, height) : whiteImage(height, width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] ?? 255;
      if (turns === 1) turned.data[x * height + (height - 1 - y)] = value;
      else if (turns === 2) turned.data[(height - 1 - y) * width + (width - 1 - x)] = value;
      else turned.data[(width - 1 - x) * height + y] = value;
    }
  }
  return turned;
}

/** Turns a picture clockwise about its centre by a small angle, in degrees; the corners that appear are white. */
export function turnBy(image: GrayImage, degrees: number): GrayImage {
  const { width, height, data } = image;
  const turned = whiteImage(width, height);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const centreX = (width - 1) / 2;
  const centreY = (height - 1) / 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = centreX + (x - centreX) * cos + (y - centreY) * sin;
      const fromY = centreY - (x - centreX) * sin + (y - centreY) * cos;
      const column = Math.floor(fromX);
      const row = Math.floor(fromY);
      if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) continue;
      const at = row * width + column;
      const alongX = fromX - column;
      const above = (data[at] ?? 255) * (1 - alongX) + (data[at + 1] ?? 255) * alongX;
      const below = (data[at + width] ?? 255) * (1 - alongX) + (data[at + width + 1] ?? 255) * alongX;
      turned.data[y * width + x] = above + (below - above) * (fromY - row);
    }
  }
  return turned;
}

/** Scales a picture by linear interpolation. */
export function resize(image: GrayImage, scale: number): GrayImage {
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const scaled = whiteImage(width, height);
  for (let y = 0; y < height; y++) {
    const fromY = Math.min(image.height - 1, Math.max(0, (y + 0.5) / scale - 0.5));
    const row = Math.floor(fromY);
    const next = Math.min(image.height - 1, row + 1);
    for (let x = 0; x < width; x++) {
      const fromX = Math.min(image.width - 1, Math.max(0, (x + 0.5) / scale - 0.5));
      const column = Math.floor(fromX);
      const right = Math.min(image.width - 1, column + 1);
      const share = fromX - column;
      const above =
        (image.data[row * image.width + column] ?? 255) * (1 - share) + (image.data[row * image.width + right] ?? 255) * share;
      const below =
        (image.data[next * image.width + column] ?? 255) * (1 - share) + (image.data[next * image.width + right] ?? 255) * share;
      scaled.data[y * width + x] = above + (below - above) * (fromY - row);
    }
  }
  return scaled;
}

/** The picture as a PGM file (Netpbm, binary, 8 bits): the plainest form every recogniser opens. */
export function toPgm(image: GrayImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${image.width} ${image.height}\n255\n`);
  const file = new Uint8Array(head.length + image.data.length);
  file.set(head);
  file.set(image.data, head.length);
  return file;
}
