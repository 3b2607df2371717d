import { type GlyphShape, glyphShape, meanShape, unlikeness } from "./glyph-shapes.js";
import { framed, type GrayImage, resize } from "./gray-image.js";
import type { LinePicture } from "./line-picture.js";
import type { MachineReading, OcrEngine, OcrTask } from "./machine-reading.js";

/** The characters figures are written with: signed changes, decimals, thousands, a stroke for nothing. */
const FIGURE_CHARACTERS = "0123456789+-.,/";
const TASK: OcrTask = { language: "eng", characters: FIGURE_CHARACTERS };

const SURE = 0.8; // below this the engine itself doubts
const READING_HEIGHT = 32; // pixels; the engine's own line is 36 high
const REREADING_HEIGHTS = [60, 24, 44] as const;
const MOST_REREADS = 80;
const MOST_SAMPLES = 60; // shapes of one character; more do not sharpen their mean

const atHeight = (image: GrayImage, height: number): GrayImage => resize(framed(image), Math.min(4, height / image.height));

/** Reads figures, each line for itself. */
export function readFigures(engine: OcrEngine, lines: readonly LinePicture[]): Promise<MachineReading[]> {
  return engine.readLines(
    lines.map(({ image }) => atHeight(image, READING_HEIGHT)),
    TASK,
  );
}

/** The looks of the characters on this very document, learnt from what was read with confidence. */
function learnShapes(lines: readonly LinePicture[], readings: readonly MachineReading[]): Map<string, GlyphShape> {
  const samples = new Map<string, GlyphShape[]>();
  lines.forEach(({ image, line }, index) => {
    const reading = readings[index];
    if (!reading || reading.confidence < SURE || reading.text.length !== line.pieces.length) return;
    line.pieces.forEach((piece, at) => {
      const character = reading.text[at] ?? "";
      const known = samples.get(character) ?? [];
      samples.set(character, known);
      if (known.length < MOST_SAMPLES) known.push(glyphShape(image, line, piece));
    });
  });
  return new Map([...samples].map(([character, shapes]) => [character, meanShape(shapes)]));
}

/** A full stop or a comma, told from its size and place; null for a digit. */
function stopMark(line: LinePicture["line"], piece: LinePicture["line"]["pieces"][number]): "." | "," | null {
  const digits = line.pieces.filter((other) => other !== piece);
  if (digits.length === 0) return null;
  const top = Math.min(...digits.map((digit) => digit.top));
  const bottom = digits.map((digit) => digit.bottom).sort((a, b) => a - b)[Math.floor((digits.length - 1) / 2)] ?? 0;
  const height = piece.bottom - piece.top;
  if (height > 0.42 * (bottom - top) || piece.top < top + 0.6 * (bottom - top)) return null;
  return piece.bottom > bottom + 0.08 * (bottom - top) || height > 1.5 * (piece.right - piece.left) ? "," : ".";
}

/** Reads a line by the learnt shapes alone; null when a piece is like none of them, or like two of them. */
function readByShape({ image, line }: LinePicture, shapes: ReadonlyMap<string, GlyphShape>): string | null {
  let text = "";
  for (const piece of line.pieces) {
    const stop = stopMark(line, piece);
    if (stop !== null) {
      text += stop;
      continue;
    }
    const shape = glyphShape(image, line, piece);
    const ranked = [...shapes]
      .map(([character, known]) => ({ character, distance: unlikeness(shape, known) }))
      .sort((a, b) => a.distance - b.distance);
    const [best, next] = ranked;
    const ink = shape.reduce((sum, value) => sum + value * value, 0);
    if (!best || best.distance > ink * 0.5 || (next && next.distance < best.distance * 1.15)) return null;
    text += best.character;
  }
  return text;
}

/** Weighs readings of one figure of so many pieces. Two that agree are believed; one read in two ways, or with a piece too many, stays doubtful. */
export function settle(
  first: MachineReading,
  shape: string | null,
  others: readonly MachineReading[],
  pieces: number,
): MachineReading {
  const all = [first, ...others].filter((reading) => reading.text !== "");
  const surest = all.reduce((best, reading) => (reading.confidence > best.confidence ? reading : best), {
    text: "",
    confidence: 0,
  });
  const agreeing = (text: string): MachineReading[] => all.filter((reading) => reading.text === text);
  if (shape !== null) {
    const votes = agreeing(shape);
    // Stops and commas are small: the engine leaves them out, but a piece that stands alone on the line is not nothing.
    const isAlikeButForStops = surest.text !== "" && shape.replace(/[.,]/g, "") === surest.text.replace(/[.,]/g, "");
    if (votes.length === 0)
      return isAlikeButForStops
        ? { text: shape, confidence: 0.6 }
        : { text: surest.text, confidence: Math.min(surest.confidence, 0.3) };
    if (votes.length === all.length)
      return { text: shape, confidence: Math.max(0.9, ...votes.map((reading) => reading.confidence)) };
    return { text: shape, confidence: votes.length > all.length / 2 ? 0.7 : 0.5 };
  }
  const fitting = all.filter((reading) => reading.text.length === pieces);
  const chosen = fitting.reduce(
    (best, reading) => (agreeing(reading.text).length > agreeing(best.text).length ? reading : best),
    fitting[0] ?? surest,
  );
  const isUnanimous = all.length > 0 && agreeing(chosen.text).length === all.length;
  const bound = chosen.text.length !== pieces ? 0.5 : isUnanimous ? 0.9 : 0.6;
  return { text: chosen.text, confidence: Math.min(chosen.confidence, bound) };
}

/** Reads doubtful figures again, larger and smaller, and weighs the readings against the shapes of the document. */
export async function settleFigures(
  engine: OcrEngine,
  lines: readonly LinePicture[],
  readings: readonly MachineReading[],
): Promise<MachineReading[]> {
  const shapes = learnShapes(lines, readings);
  let rereads = 0;
  return await Promise.all(
    lines.map(async (picture, index) => {
      const first = readings[index] ?? { text: "", confidence: 0 };
      const shape = readByShape(picture, shapes);
      const pieces = picture.line.pieces.length;
      const isPlain = first.confidence >= SURE && first.text === shape;
      if (isPlain || rereads >= MOST_REREADS) return settle(first, shape, [], pieces);
      rereads++;
      const again = REREADING_HEIGHTS.map((height) => atHeight(picture.image, height));
      return settle(first, shape, await engine.readLines(again, TASK), pieces);
    }),
  );
}
