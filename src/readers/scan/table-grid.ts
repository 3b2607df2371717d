import type { Grid, GridCell } from "../../document/document.js";
import type { MachineReading } from "./machine-reading.js";
import type { ScannedTable } from "./page-content.js";
import { type PageGeometry, placeOf } from "./page-geometry.js";

/** A grid and where its column lines lie, from 0 (left edge) to 1 (right edge), so that halves on two pages can be compared. */
export interface MeasuredGrid {
  readonly grid: Grid;
  readonly lines: readonly number[];
  /** Its width in points. */
  readonly width: number;
}

/** The readings of a page, handed out in the order the cells were given to the engine. */
export interface Readings {
  readonly figures: Iterator<MachineReading>;
  readonly words: Iterator<MachineReading>;
}

const UNREAD: MachineReading = { text: "", confidence: 0 };

function nextOf(readings: Iterator<MachineReading>): MachineReading {
  const { value, done } = readings.next();
  return done ? UNREAD : value;
}

const withSign = (sign: string, { text, confidence }: MachineReading): MachineReading => ({ text: sign + text, confidence });

/** The parts of a figure that was wrapped in its cell, as one: as sure as its least sure part. */
function joined(parts: readonly MachineReading[]): MachineReading {
  return { text: parts.map((part) => part.text).join(""), confidence: Math.min(...parts.map((part) => part.confidence)) };
}

/** Stands for ink nobody could read: an empty text would say that the cell is blank. */
const ILLEGIBLE = "□";

/** What the Chinese data makes of digits that touch, nothing included. */
const LIKE_A_FIGURE = /^[\d.,+\-十一oOlI]*$/;

const FIGURE_WITH_UNIT = /^([+-]?\d[\d.,]*)(\D.*)$/;

/** Words that begin with a figure, as 347.92万元: the figure as the digits were read, doubtful where the two readings differ. */
function withFigure(words: MachineReading, figure: MachineReading | undefined): MachineReading {
  if (figure && figure.text !== "" && LIKE_A_FIGURE.test(words.text))
    return { text: figure.text, confidence: Math.min(0.6, figure.confidence) };
  const [, stated, unit] = FIGURE_WITH_UNIT.exec(words.text) ?? [];
  if (!figure || figure.text === "" || stated === undefined || unit === undefined) return words;
  if (stated === figure.text) return { text: words.text, confidence: Math.min(words.confidence, figure.confidence) };
  return { text: figure.text + unit, confidence: Math.min(0.5, words.confidence) };
}

/** A scanned table as a grid, once its cells are read. */
export function tableGrid({ table, cells }: ScannedTable, readings: Readings, geometry: PageGeometry): MeasuredGrid {
  const left = table.xs[0] ?? 0;
  const right = table.xs.at(-1) ?? left + 1;
  const gridCells = cells.map(({ cell, told, figure, words }): GridCell => {
    const { row, column, rowSpan, columnSpan } = cell;
    const bare = { row, column, rowSpan, columnSpan, place: placeOf(cell, geometry) };
    if (told !== null) return told === "" ? { ...bare, text: told } : { ...bare, text: told, confidence: 0.95 };
    const parts = figure.map(({ sign }) => withSign(sign, nextOf(readings.figures)));
    const reading = words.length > 0 ? withFigure(nextOf(readings.words), parts[0]) : joined(parts);
    return { ...bare, ...(reading.text === "" ? { ...reading, text: ILLEGIBLE } : reading) };
  });
  const grid: Grid = {
    kind: "grid",
    rows: table.ys.length - 1,
    columns: table.xs.length - 1,
    cells: gridCells,
    ragged: false,
    place: placeOf({ left, right, top: table.ys[0] ?? 0, bottom: table.ys.at(-1) ?? 0 }, geometry),
  };
  return { grid, lines: table.xs.map((x) => (x - left) / (right - left)), width: (right - left) / geometry.pixelsPerPoint };
}
