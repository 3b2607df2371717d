import { type GlyphShape, glyphShape, meanShape, unlikeness } from "./glyph-shapes.js";
import { framed, type GrayImage, resize } from "./gray-image.js";
import type { LinePicture } from "./line-picture.js";
import type { MachineReading, OcrEngine, OcrTask } from "./ocr-engine.js";

/** The characters figures are written with: signed changes, decimals, thousands, a stroke for nothing. */
const FIGURE_CHARACTERS = "0123456789+-.,/";
const TASK: OcrTask = { language: "eng", characters: FIGURE_CHARACTERS };

const SURE = 0.8; // below this the engine itself doubts
const READING_HEIGHT = 32; // pixels; the engine's own line is 36 high
const REREADING_HEIGHT = 60;
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
export function learnShapes(lines: readonly LinePicture[], readings: readonly MachineReading[]): Map<string, GlyphShape> {
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

/** Reads a line by the learnt shapes alone; null when a piece is like none of them, or like two of them. */
export function readByShape({ image, line }: LinePicture, shapes: ReadonlyMap<string, GlyphShape>): string | null {
  let text = "";
  for (const piece of line.pieces) {
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

/** Weighs up to three readings of one figure. Two that agree are believed; a figure read in two ways stays doubtful. */
export function settle(first: MachineReading, shape: string | null, second: MachineReading | null): MachineReading {
  if (first.text !== "" && first.text === shape) {
    return { text: first.text, confidence: Math.max(first.confidence, second && second.text !== first.text ? 0.7 : 0.9) };
  }
  if (second === null) return { text: first.text, confidence: Math.min(first.confidence, shape === null ? 0.85 : 0.4) };
  if (first.text !== "" && first.text === second.text) {
    return { text: first.text, confidence: shape === null ? Math.max(first.confidence, second.confidence) : 0.5 };
  }
  if (second.text !== "" && second.text === shape) return { text: second.text, confidence: 0.6 };
  const surer = second.confidence > first.confidence ? second : first;
  return { text: surer.text, confidence: Math.min(surer.confidence, 0.3) };
}

/** Reads doubtful figures once more, each alone and larger, and weighs the readings against the shapes of the document. */
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
      const isPlain = first.confidence >= SURE && first.text === shape;
      if (isPlain || rereads >= MOST_REREADS) return settle(first, shape, null);
      rereads++;
      const [second] = await engine.readLines([atHeight(picture.image, REREADING_HEIGHT)], TASK);
      return settle(first, shape, second ?? null);
    }),
  );
}
